import { reference } from "./column.ts";
import { provenance } from "./provenance.ts";
import { type RowOf, table } from "./table.ts";

export const compositions = table({
  file: "compositions.csv",
  about: "Share of each oxide in the rare-earth oxides of a concentrate.",
  key: "{class}:{oxide}",
  columns: {
    class: reference("commodities.id", "concentrate"),
    oxide: reference("commodities.id", "oxide"),
    ...provenance(["share"], [0, 1]),
  },
});
export type CompositionRow = RowOf<typeof compositions>;
