import type { ScenarioWords } from "../en/scenario.ts";
import type { Format } from "../format.ts";

export const scenario = (_f: Format): ScenarioWords => ({
  title: "シナリオ",
  lead: (v) => `月ごとに何が起こり、それが${v.country}に何をもたらすかを示します。`,
});
