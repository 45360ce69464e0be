import type { MeasuresWords } from "../en/measures.ts";
import type { Format } from "../format.ts";

export const measures = (_f: Format): MeasuresWords => ({
  title: "対策",
  lead: (v) => `${v.country}に何ができ、いくらかかり、どれだけの価値があるかを示します。`,
});
