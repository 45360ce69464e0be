import type { Activity, Model } from "../chain/model.ts";
import type { Vocabulary } from "../chain/vocabulary.ts";
import type { NamedPolicy } from "../policy/kinds/index.ts";
import type { ControlledFlow } from "./controlled.ts";
import type { HeldBack } from "./result.ts";

type Outage = Extract<NamedPolicy, { readonly kind: "outage" }>;

/**
 * Where policies hold a commodity back: the countries that control its shipments, and those whose mines or plants fail.
 * The largest exports of the baseline first, then in order of name; a commodity can stand there several times.
 */
export function heldBack(
  policies: readonly NamedPolicy[],
  model: Model,
  vocabulary: Vocabulary,
  controlled: readonly ControlledFlow[],
): HeldBack[] {
  const found = new Map<string, { commodity: string; country: string; policies: Set<string> }>();
  const put = (commodity: string, country: string, ids: readonly string[]) => {
    const key = `${commodity}@${country}`;
    const place = found.get(key) ?? { commodity, country, policies: new Set() };
    for (const id of ids) place.policies.add(id);
    found.set(key, place);
  };
  for (const { commodity, inside, controls } of controlled) put(commodity, inside, controls);
  for (const policy of policies) {
    if (policy.kind !== "outage") continue;
    model.activities.forEach((activity, a) => {
      if (!(model.baseLevel[a]! > 0) || !stops(policy, activity, vocabulary)) return;
      for (const { market, coefficient } of activity.entries) {
        const { commodity, country } = model.markets[market]!;
        if (coefficient > 0 && country !== "") put(commodity, country, [policy.id]);
      }
    });
  }
  return [...found.values()]
    .map(({ commodity, country, policies: ids }) => ({
      commodity,
      country,
      baselineExportTonnesPerMonth: exportsOf(model, commodity, country),
      policies: [...ids].sort(),
    }))
    .sort(
      (a, b) =>
        b.baselineExportTonnesPerMonth - a.baselineExportTonnesPerMonth ||
        (`${a.commodity}@${a.country}` < `${b.commodity}@${b.country}` ? -1 : 1),
    );
}

/** The same makers as src/policy/kinds/outage.ts stops. */
function stops(policy: Outage, activity: Activity, vocabulary: Vocabulary): boolean {
  if (!policy.activities.some((kind) => kind === activity.kind)) return false;
  if (policy.facility !== undefined && activity.id !== `plant:${policy.facility}`) return false;
  if (policy.recipes && !policy.recipes.includes(activity.recipe ?? "")) return false;
  if (policy.materials && !vocabulary.commodities(policy.materials, policy.stages).has(activity.commodity))
    return false;
  return vocabulary.countries(policy.countries).has(activity.country);
}

function exportsOf(model: Model, commodity: string, country: string): number {
  return model.activities.reduce(
    (sum, a, i) =>
      a.kind === "ship" && a.commodity === commodity && a.country === country && a.destination !== country
        ? sum + model.baseLevel[i]!
        : sum,
    0,
  );
}
