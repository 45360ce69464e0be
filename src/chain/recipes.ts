import type { Dataset } from "../dataset/index.ts";
import type { Recipe } from "./vocabulary.ts";

/**
 * All recipes of the dataset by id: separations (composition × recovery, per tonne of feed) and the others
 * (per tonne of the commodity their level counts).
 */
export function recipesOf(dataset: Dataset): Map<string, Recipe> {
  return new Map([...separations(dataset), ...conversions(dataset)].map((r) => [r.id, r]));
}

function separations(dataset: Dataset): Recipe[] {
  const contained = compositionsOf(dataset);
  const recipes = new Map<string, { feed: string; coefficients: Map<string, number> }>();
  for (const row of dataset.separations) {
    const recipe = recipes.get(row.recipe) ?? { feed: row.feed, coefficients: new Map([[row.feed, -1]]) };
    recipes.set(row.recipe, recipe);
    const feed = contained.get(row.feed);
    const mixed = contained.get(row.output);
    const share = mixed
      ? [...mixed.keys()].reduce((sum, oxide) => sum + (feed?.get(oxide) ?? 0), 0)
      : (feed?.get(row.output) ?? 0);
    recipe.coefficients.set(row.output, share * row.value);
  }
  return [...recipes].map(([id, r]) => ({ id, kind: "separate", commodity: r.feed, coefficients: r.coefficients }));
}

/** Share of each oxide in the rare-earth oxides of a concentrate, by concentrate. */
export function compositionsOf(dataset: Dataset): Map<string, Map<string, number>> {
  const contained = new Map<string, Map<string, number>>();
  for (const row of dataset.compositions) {
    const shares = contained.get(row.class) ?? new Map<string, number>();
    contained.set(row.class, shares);
    shares.set(row.oxide, row.value);
  }
  return contained;
}

function conversions(dataset: Dataset): Recipe[] {
  const recipes = new Map<string, { kind: Recipe["kind"]; level: string; coefficients: Map<string, number> }>();
  for (const row of dataset.recipes) {
    const recipe = recipes.get(row.recipe) ?? { kind: row.kind, level: row.level, coefficients: new Map() };
    recipes.set(row.recipe, recipe);
    recipe.coefficients.set(row.commodity, row.value);
  }
  return [...recipes].map(([id, r]) => ({ id, kind: r.kind, commodity: r.level, coefficients: r.coefficients }));
}
