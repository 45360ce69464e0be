import { id, oneOf, reference } from "./column.ts";
import { provenance } from "./provenance.ts";
import { type RowOf, table } from "./table.ts";

export const recipes = table({
  file: "recipes.csv",
  about: "Tonnes used (−) and made (+) per tonne of the commodity that the recipe's level counts.",
  key: "{recipe}:{commodity}",
  columns: {
    recipe: id("name of the recipe"),
    kind: oneOf(["refine", "reduce", "press", "recycle", "substitute"], "kind of activity"),
    level: reference("commodities.id", "the commodity its level counts; its own row has ±1"),
    commodity: reference("commodities.id", "what is used or made"),
    ...provenance(["t/t"], [-1000, 1000]),
  },
});
export type RecipeRow = RowOf<typeof recipes>;
