import { oneOf, optional, reference } from "./column.ts";
import { provenance } from "./provenance.ts";
import { type RowOf, table } from "./table.ts";

export const productionKinds = [
  "mine",
  "collect",
  "separate",
  "refine",
  "reduce",
  "press",
  "recycle",
  "dispose",
] as const;
export type ProductionKind = (typeof productionKinds)[number];

/** What a plant runs: a concentrate class for a mine, a separation, a recipe, or nothing. */
export const plantRecipe = optional(
  reference(
    ["commodities.id", "separations.recipe", "recipes.recipe"],
    "mine: concentrate class; separate: separations.csv; refine, reduce, press, recycle: recipes.csv; otherwise blank",
  ),
);

export const production = table({
  file: "production.csv",
  about: "Tonnes of a commodity made (or fed) in the base year, 2024.",
  key: "{kind}:{recipe}@{country}:{commodity}",
  columns: {
    kind: oneOf(productionKinds, "kind of activity"),
    recipe: plantRecipe,
    country: reference("countries.modelCountry", "where"),
    commodity: reference("commodities.id", "what the tonnes are of"),
    ...provenance(["t/year"], [0, 1e9]),
  },
});
export type ProductionRow = RowOf<typeof production>;
