import { id, reference } from "./column.ts";
import { origin } from "./provenance.ts";
import { type RowOf, table } from "./table.ts";

export const blocs = table({
  file: "blocs.csv",
  about: "Who belongs to which bloc.",
  key: "{bloc}:{country}",
  columns: {
    bloc: id("APEC, G7, EU, NATO, …"),
    country: reference("countries.id", "member"),
    ...origin,
  },
});
export type BlocRow = RowOf<typeof blocs>;
