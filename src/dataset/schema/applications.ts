import { id, reference, text } from "./column.ts";
import { provenance } from "./provenance.ts";
import { type RowOf, table } from "./table.ts";

export const applications = table({
  file: "applications.csv",
  about: "Product lines that need a mineral; the value of the product per tonne of material in it.",
  key: "{application}",
  columns: {
    application: id("name used by the other tables"),
    use: id("the end use it is reported under"),
    name: text("name for people"),
    curve: reference("demand_curves.curve", "how its demand answers to price"),
    ...provenance(["USD/t"], [0, 1e12]),
  },
});
export type ApplicationRow = RowOf<typeof applications>;
