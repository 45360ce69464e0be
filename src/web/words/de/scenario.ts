import type { ScenarioWords } from "../en/scenario.ts";
import type { Format } from "../format.ts";

export const scenario = (_f: Format): ScenarioWords => ({
  title: "Szenario",
  lead: (v) => `Was geschieht, Monat für Monat, und was daraus für ${v.country} folgt.`,
});
