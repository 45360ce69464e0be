import { reference } from "./column.ts";
import { provenance } from "./provenance.ts";
import { type RowOf, table } from "./table.ts";

export const demand = table({
  file: "demand.csv",
  about: "Tonnes of material that each application needed in the base year, 2024.",
  key: "{application}@{country}",
  columns: {
    application: reference("applications.application", "product line"),
    country: reference("countries.modelCountry", "where it is built"),
    ...provenance(["t/year"], [0, 1e9]),
  },
});
export type DemandRow = RowOf<typeof demand>;
