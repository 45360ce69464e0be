import { reference } from "./column.ts";
import { provenance } from "./provenance.ts";
import { type RowOf, table } from "./table.ts";

export const trade = table({
  file: "trade/*.csv",
  about: "Tonnes shipped between countries in 2024; one file per commodity, which its name tells.",
  key: "{commodity}:{exporter}>{importer}",
  fileColumn: "commodity",
  columns: {
    commodity: reference("commodities.id", "what is shipped (the name of the file)"),
    exporter: reference("countries.modelCountry", "from"),
    importer: reference("countries.modelCountry", "to"),
    ...provenance(["t/year"], [0, 1e9]),
  },
});
export type TradeRow = RowOf<typeof trade>;
