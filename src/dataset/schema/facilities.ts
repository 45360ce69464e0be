import { date, id, number, oneOf, optional, reference, text } from "./column.ts";
import { plantRecipe } from "./production.ts";
import { provenance } from "./provenance.ts";
import { type RowOf, table } from "./table.ts";

export const facilityKinds = ["mine", "separate", "refine", "reduce", "press", "recycle"] as const;
export const phases = ["operating", "ramp", "pilot", "construction", "planned", "idle", "cancelled"] as const;

export const facilities = table({
  file: "facilities.csv",
  about: "Plants and announced projects. A blank value means that the capacity is not published.",
  key: "{id}",
  columns: {
    id: id("name used in scenarios"),
    name: text("name for people"),
    operator: optional(text("who runs it")),
    country: reference("countries.id", "where"),
    kind: oneOf(facilityKinds, "kind of activity"),
    recipe: plantRecipe,
    commodity: optional(reference("commodities.id", "what the capacity counts")),
    phase: oneOf(phases, "state of the project"),
    start: optional(date("first output, YYYY-MM or YYYY")),
    ...provenance(["t/year"], [0, 1e9]),
    value: optional(number("capacity", [0, 1e9])),
  },
});
export type FacilityRow = RowOf<typeof facilities>;
