import { oneOf, reference } from "./column.ts";
import { plantRecipe, productionKinds } from "./production.ts";
import { provenance } from "./provenance.ts";
import { type RowOf, table } from "./table.ts";

export const capacities = table({
  file: "capacities.csv",
  about: "What a country could make or feed in a year, only where a figure exists.",
  key: "{kind}:{recipe}@{country}:{commodity}",
  mayBeEmpty: true,
  columns: {
    kind: oneOf(productionKinds, "kind of activity"),
    recipe: plantRecipe,
    country: reference("countries.modelCountry", "where"),
    commodity: reference("commodities.id", "what the tonnes are of"),
    ...provenance(["t/year"], [0, 1e9]),
  },
});
export type CapacityRow = RowOf<typeof capacities>;
