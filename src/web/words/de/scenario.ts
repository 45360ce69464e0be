import type { ScenarioWords } from "../en/scenario.ts";
import type { Format } from "../format.ts";
import { forPlace } from "./places.ts";

export const scenario = (_f: Format): ScenarioWords => ({
  title: "Szenario",
  lead: (v) => `Was geschieht, Monat für Monat, und was daraus ${forPlace(v.country)} folgt.`,
});
