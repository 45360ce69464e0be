import type { Model } from "../chain/model.ts";
import type { Vocabulary } from "../chain/vocabulary.ts";
import type { NamedPolicy } from "../policy/kinds/index.ts";

/** A commodity whose shipments out of a country are under control. */
export interface ControlledFlow {
  readonly commodity: string;
  /** the controlling country */
  readonly inside: string;
  /** ids of the controls, sorted */
  readonly controls: readonly string[];
}

/** What licences, quotas, bans and export taxes among the policies hold back; only flows of the baseline, in order of name. */
export function controlledFlows(
  policies: readonly NamedPolicy[],
  model: Model,
  vocabulary: Vocabulary,
): ControlledFlow[] {
  const found = new Map<string, { commodity: string; inside: string; controls: string[] }>();
  for (const policy of policies.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (!isControl(policy)) continue;
    const commodities = vocabulary.commodities(policy.materials, policy.stages);
    const origins = vocabulary.countries(policy.origins);
    const destinations = vocabulary.countries(policy.destinations);
    model.activities.forEach(({ kind, commodity, country, destination }, a) => {
      if (kind !== "ship" || !(model.baseLevel[a]! > 0) || country === destination) return;
      if (!commodities.has(commodity) || !origins.has(country) || !destinations.has(destination!)) return;
      const key = `${commodity}@${country}`;
      const flow = found.get(key) ?? { commodity, inside: country, controls: [] };
      found.set(key, flow);
      if (!flow.controls.includes(policy.id)) flow.controls.push(policy.id);
    });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, flow]) => flow);
}

const CONTROLS = ["licence", "quota", "export-ban", "export-tax"] as const;
type Control = Extract<NamedPolicy, { readonly kind: (typeof CONTROLS)[number] }>;

function isControl(policy: NamedPolicy): policy is Control {
  return CONTROLS.some((kind) => kind === policy.kind);
}
