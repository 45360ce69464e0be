import { reference } from "./column.ts";
import { provenance } from "./provenance.ts";
import { type RowOf, table } from "./table.ts";

export const prices = table({
  file: "prices.csv",
  about: "Prices of 2024; WLD is the export reference (FOB).",
  key: "{commodity}@{country}",
  columns: {
    commodity: reference("commodities.id", "what"),
    country: reference("countries.modelCountry", "where, or WLD", ["WLD"]),
    ...provenance(["USD/t"], [0, 1e12]),
  },
});
export type PriceRow = RowOf<typeof prices>;
