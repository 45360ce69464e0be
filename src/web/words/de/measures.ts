import type { MeasuresWords } from "../en/measures.ts";
import type { Format } from "../format.ts";
import { place, placeVerb } from "./places.ts";

export const measures = (_f: Format): MeasuresWords => ({
  title: "Maßnahmen",
  lead: (v) =>
    `Was ${place(v.country)} tun ${placeVerb(v.country, { one: "könnte", other: "könnten" })}, was es kostet und was es wert ist.`,
});
