import { id, oneOf, text } from "./column.ts";
import { type RowOf, table } from "./table.ts";

/** by-product: a stream of a host (alumina liquor, zinc residues) from which another mineral can be won */
export const stages = ["mining", "by-product", "separation", "refining", "metal", "magnet", "recycling"] as const;
export type Stage = (typeof stages)[number];

export const commodities = table({
  file: "commodities.csv",
  about: "What is traded at each stage of the chain.",
  key: "{id}",
  columns: {
    id: id("name used by the other tables"),
    name: text("name for people"),
    material: id("the element (dysprosium, ndpr, …) or magnet it is a form of"),
    stage: oneOf(stages, "stage of the chain"),
    basis: text("what a tonne of it means, e.g. t REO"),
  },
});
export type CommodityRow = RowOf<typeof commodities>;
