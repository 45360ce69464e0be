import { id, reference } from "./column.ts";
import { type RowOf, table } from "./table.ts";

export const groups = table({
  file: "groups.csv",
  about: "Names for several materials or commodities at once.",
  key: "{group}:{member}",
  columns: {
    group: id("e.g. heavy-rare-earths"),
    member: reference(
      ["commodities.material", "commodities.id", "groups.group"],
      "material, commodity or another group",
    ),
  },
});
export type GroupRow = RowOf<typeof groups>;
