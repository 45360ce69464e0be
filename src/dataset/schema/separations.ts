import { id, reference } from "./column.ts";
import { provenance } from "./provenance.ts";
import { type RowOf, table } from "./table.ts";

export const separations = table({
  file: "separations.csv",
  about: "Recovery: share of the output contained in the feed that a plant gets out of it.",
  key: "{recipe}:{feed}>{output}",
  columns: {
    recipe: id("name of the separation"),
    feed: reference("compositions.class", "concentrate or mixed carbonate it takes"),
    output: reference("commodities.id", "oxide, or the mixed mid and heavy carbonate left by a plant for lights"),
    ...provenance(["share"], [0, 1]),
  },
});
export type SeparationRow = RowOf<typeof separations>;
