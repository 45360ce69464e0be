import type { Vocabulary } from "../chain/vocabulary.ts";
import type { Dataset } from "../dataset/index.ts";

/**
 * Tonnes of a commodity a year that some countries use: what their applications take of it, and what was needed to make
 * the metals and magnets they take (by the recipe that makes most of each), wherever that was done.
 */
export function yearlyNeedTonnes(
  dataset: Dataset,
  vocabulary: Vocabulary,
  commodity: string,
  countries: ReadonlySet<string>,
): number {
  const behind = new Map<string, number>();
  /** tonnes of the commodity behind a tonne of another */
  const tonnesBehind = (other: string): number => {
    if (other === commodity) return 1;
    const known = behind.get(other);
    if (known !== undefined) return known;
    behind.set(other, 0); // a recipe that uses its own product adds nothing
    const recipe = vocabulary.recipe(usualRecipe(dataset, other) ?? "");
    const tonnes = [...(recipe?.coefficients ?? [])]
      .filter(([, coefficient]) => coefficient < 0)
      .reduce((sum, [input, coefficient]) => sum - coefficient * tonnesBehind(input), 0);
    behind.set(other, tonnes);
    return tonnes;
  };
  return dataset.demand
    .filter((row) => countries.has(row.country))
    .reduce((sum, row) => {
      const inputs = dataset.applicationInputs.filter((input) => input.application === row.application);
      return sum + row.value * inputs.reduce((all, input) => all + input.value * tonnesBehind(input.commodity), 0);
    }, 0);
}

/** The recipe by which most of a metal or magnet is made. */
export function usualRecipe(dataset: Dataset, commodity: string): string | undefined {
  const tonnes = new Map<string, number>();
  for (const row of dataset.production)
    if (row.commodity === commodity && (row.kind === "reduce" || row.kind === "press"))
      tonnes.set(row.recipe, (tonnes.get(row.recipe) ?? 0) + row.value);
  return [...tonnes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}
