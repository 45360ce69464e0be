import { id, oneOf, optional, reference, text } from "./column.ts";
import { type RowOf, table } from "./table.ts";

export const countries = table({
  file: "countries.csv",
  about: "Countries and aggregates, and the name under which the model knows each.",
  key: "{id}",
  columns: {
    id: id("ISO 3166 alpha-3, or an aggregate: XEU (other EU-27), XRW (rest of the world)"),
    iso2: optional(id("ISO 3166 alpha-2; blank for aggregates")),
    name: text("English short name"),
    kind: oneOf(["country", "aggregate"], "country or aggregate"),
    modelCountry: reference("countries.id", "itself if the model has it, otherwise XEU or XRW"),
  },
});
export type CountryRow = RowOf<typeof countries>;
