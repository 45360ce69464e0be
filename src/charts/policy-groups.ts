import type { PolicyKind } from "../policy/kinds/index.ts";

/** What a policy does to supply, for a reader. */
export type PolicyGroup = "pressure" | "relief" | "measure";

/** Whether an event of this kind takes something away or makes things easier. */
const GROUPS = {
  licence: "pressure",
  "export-ban": "pressure",
  quota: "pressure",
  "export-tax": "pressure",
  "import-tariff": "pressure",
  outage: "pressure",
  "route-closure": "pressure",
  "demand-change": "pressure",
  suspension: "relief",
  facility: "relief",
  offtake: "relief",
  "price-floor": "relief",
  "public-stockpile": "relief",
  "joint-stockpile": "relief",
  recycling: "relief",
  substitution: "relief",
} as const satisfies Record<PolicyKind, PolicyGroup>;

export function groupOfEvent(kind: string): PolicyGroup {
  return Object.hasOwn(GROUPS, kind) ? GROUPS[kind as PolicyKind] : "relief";
}
