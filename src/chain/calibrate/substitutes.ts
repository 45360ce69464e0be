import { type Calibration, valueAtBasePrices } from "../calibrate.ts";
import type { Recipe } from "../vocabulary.ts";

/**
 * What makers and users turn to by themselves once it pays: other recipes for the same thing, dearer, limited to a share
 * of today's volume and growing no faster than they can be qualified. Nobody uses them at base prices.
 */
export function addSubstitutes(calibration: Calibration, recipes: ReadonlyMap<string, Recipe>): void {
  const { draft, parameter } = calibration;
  for (const recipe of recipes.values()) {
    if (recipe.kind !== "substitute") continue;
    for (const { country, tonnes } of volumes(calibration, recipe)) {
      const entries = [...recipe.coefficients].flatMap(([commodity, coefficient]) => {
        const market = draft.market(commodity, country);
        return market === undefined ? [] : [{ market, coefficient }];
      });
      if (entries.length < recipe.coefficients.size) continue; // an input or by-product that nobody handles there
      const { net, outputs } = valueAtBasePrices(draft, entries);
      const largestTonnes = parameter("substitutionLargestShare", recipe.id) * tonnes;
      if (!(largestTonnes > 0)) continue;
      const activity = draft.addActivity(
        {
          id: `substitute:${recipe.id}@${country}`,
          kind: "substitute",
          country,
          commodity: recipe.commodity,
          recipe: recipe.id,
          entries,
        },
        {
          referenceLevel: 0,
          lowerBound: 0,
          upperBound: largestTonnes,
          marginalCost: Math.max(0, net) + parameter("substitutionPremiumShare", recipe.id) * outputs,
          slope: outputs / (parameter("supplyElasticity", recipe.id, "substitute") * largestTonnes),
        },
        0,
      );
      draft.ramps.push({
        activity,
        largestTonnes,
        stepTonnes: largestTonnes / parameter("substitutionRampMonths", recipe.id),
      });
    }
  }
}

/** Today's monthly volume a recipe could replace a share of, by country: what is pressed there, or what is used there. */
function volumes({ draft }: Calibration, recipe: Recipe): { country: string; tonnes: number }[] {
  const pressing = [...recipe.coefficients].some(([commodity, c]) => c < 0 && commodity.endsWith("-metal"));
  const tonnes = new Map<string, number>();
  draft.activities.forEach((activity, a) => {
    if (activity.kind !== (pressing ? "press" : "use")) return;
    for (const { market, coefficient } of activity.entries) {
      const { commodity, country } = draft.markets[market]!;
      if (commodity !== recipe.commodity || coefficient > 0 !== pressing) continue;
      tonnes.set(country, (tonnes.get(country) ?? 0) + Math.abs(coefficient) * draft.baseLevel[a]!);
    }
  });
  return [...tonnes].map(([country, t]) => ({ country, tonnes: t })).sort((a, b) => (a.country < b.country ? -1 : 1));
}
