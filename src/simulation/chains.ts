import type { Vocabulary } from "../chain/vocabulary.ts";
import type { Scenario } from "./scenario.ts";

/** Keys of a policy that name a material, a commodity or a group of them. */
const MATERIAL_KEYS: ReadonlySet<string> = new Set(["materials", "material", "commodity", "mine", "capacityOf"]);

/**
 * The commodities whose chains a scenario rehearses: those it names under `chains`, otherwise all that its events and
 * measures name as materials or by recipe. Empty when it names none, which means every chain.
 * Unknown names are left to the policies' own checks.
 */
export function scenarioChains(
  scenario: Pick<Scenario, "chains" | "events" | "measures">,
  vocabulary: Vocabulary,
): ReadonlySet<string> {
  if (scenario.chains !== undefined) return vocabulary.commodities(scenario.chains);
  const commodities = new Set<string>();
  for (const policy of [...Object.values(scenario.events), ...Object.values(scenario.measures)])
    for (const [key, value] of Object.entries(policy)) {
      const names = [value].flat().filter((name): name is string => typeof name === "string");
      if (MATERIAL_KEYS.has(key)) for (const id of vocabulary.commodities(names)) commodities.add(id);
      if (key === "recipe" || key === "recipes")
        for (const name of names)
          for (const id of vocabulary.recipe(name)?.coefficients.keys() ?? []) commodities.add(id);
    }
  return commodities;
}
