import { reference } from "./column.ts";
import { provenance } from "./provenance.ts";
import { type RowOf, table } from "./table.ts";

export const applicationInputs = table({
  file: "application_inputs.csv",
  about: "What a tonne of an application's material is made of.",
  key: "{application}:{commodity}",
  columns: {
    application: reference("applications.application", "product line"),
    commodity: reference("commodities.id", "what it takes"),
    ...provenance(["t/t"], [0, 1]),
  },
});
export type ApplicationInputRow = RowOf<typeof applicationInputs>;
