import type { MeasuresWords } from "../en/measures.ts";
import type { Format } from "../format.ts";

export const measures = (_f: Format): MeasuresWords => ({
  title: "Maßnahmen",
  lead: (v) => `Was ${v.country} tun könnte, was es kostet und was es wert ist.`,
});
