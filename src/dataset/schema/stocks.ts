import { oneOf, reference } from "./column.ts";
import { stages } from "./commodities.ts";
import { provenance } from "./provenance.ts";
import { type RowOf, table } from "./table.ts";

export const stocks = table({
  file: "stocks.csv",
  about: "Normal private stocks in days of use, and public stockpiles in tonnes or days. The most specific row counts.",
  key: "{holder}:{commodity}@{country}",
  columns: {
    commodity: reference("commodities.id", "what, stage:<stage> or *", ["*", ...stages.map((s) => `stage:${s}`)]),
    country: reference("countries.modelCountry", "where, or *", ["*"]),
    holder: oneOf(["private", "public"], "firms, or a state"),
    ...provenance(["days", "t"], [0, 1e9]),
  },
});
export type StockRow = RowOf<typeof stocks>;
