import type { Vocabulary } from "../chain/vocabulary.ts";
import type { Policy } from "../policy/kinds/index.ts";
import type { Scenario } from "./scenario.ts";

/** Keys of a policy that name a material, a commodity or a group of them. */
const MATERIAL_KEYS: ReadonlySet<string> = new Set(["materials", "material", "commodity", "mine", "capacityOf"]);
const RECIPE_KEYS: ReadonlySet<string> = new Set(["recipe", "recipes"]);

/**
 * The commodities whose chains a scenario rehearses: those it names under `chains`, otherwise all that its events and
 * measures name as materials, by recipe or by what their end uses need. Empty, which means every chain, when it names
 * none or when one of its policies is about whatever a place makes or a route carries.
 * Unknown names are left to the policies' own checks.
 */
export function scenarioChains(
  scenario: Pick<Scenario, "chains" | "events" | "measures">,
  vocabulary: Vocabulary,
): ReadonlySet<string> {
  if (scenario.chains !== undefined) return vocabulary.commodities(scenario.chains);
  return (
    namedCommodities([...Object.values(scenario.events), ...Object.values(scenario.measures)], vocabulary) ?? new Set()
  );
}

/** Commodities that policies name as materials, by recipe or by what their end uses need; null when one is about everything. */
export function namedCommodities(policies: readonly Policy[], vocabulary: Vocabulary): ReadonlySet<string> | null {
  if (policies.some(meansEverything)) return null;
  return new Set(policies.flatMap((policy) => named(policy, vocabulary)));
}

/** Stops and closures that keep to no material concern whatever is made or shipped there. */
function meansEverything(policy: Policy): boolean {
  if (policy.kind === "route-closure") return policy.materials === undefined;
  if (policy.kind === "outage")
    return policy.materials === undefined && policy.recipes === undefined && policy.facility === undefined;
  return false;
}

/** What a policy, or a part of one such as a stockpile's holding, names. */
function named(part: object, vocabulary: Vocabulary): string[] {
  return Object.entries(part).flatMap(([key, value]): string[] => {
    const entries = [value].flat();
    const names = entries.filter((entry): entry is string => typeof entry === "string");
    const parts = entries.filter((entry): entry is object => typeof entry === "object" && entry !== null);
    const found = parts.flatMap((inner) => named(inner, vocabulary));
    if (MATERIAL_KEYS.has(key)) found.push(...vocabulary.commodities(names));
    if (RECIPE_KEYS.has(key))
      for (const name of names) found.push(...(vocabulary.recipe(name)?.coefficients.keys() ?? []));
    if (key === "uses") found.push(...vocabulary.inputs(names));
    return found;
  });
}
