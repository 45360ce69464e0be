import { id } from "./column.ts";
import { provenance } from "./provenance.ts";
import { type RowOf, table } from "./table.ts";

export const parameterUnits = [
  "share",
  "share/month",
  "1",
  "days",
  "months",
  "years",
  "t",
  "t/month",
  "t/year",
  "USD/t",
] as const;

export const parameters = table({
  file: "parameters.csv",
  about: "All other numbers of the model, each with its reasoning.",
  key: "{parameter}:{scope}",
  columns: {
    parameter: id("name used by the code"),
    scope: id("kind, stage, class, status … it holds for; * for all others"),
    ...provenance(parameterUnits, [-1e12, 1e12]),
  },
});
export type ParameterRow = RowOf<typeof parameters>;
