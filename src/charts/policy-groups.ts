/** What a policy does to supply, for a reader. */
export type PolicyGroup = "pressure" | "relief" | "measure";

/** Kinds of event that take something away; every other kind of event makes things easier. */
const PRESSURES = [
  "licence",
  "export-ban",
  "quota",
  "export-tax",
  "import-tariff",
  "outage",
  "route-closure",
  "demand-change",
];

export function groupOfEvent(kind: string): PolicyGroup {
  return PRESSURES.includes(kind) ? "pressure" : "relief";
}
