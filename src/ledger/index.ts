export { checkLedger } from "./check.ts";
export { eventsCsv } from "./csv.ts";
export { type EventQuery, findEvents } from "./find.ts";
export { withoutLists } from "./list.ts";
export { acts, ledgerPolicy } from "./policy.ts";
export {
  type Known,
  locating,
  readScenarioText,
  type ScenarioOverrides,
  type ScenarioReading,
} from "./read-scenario.ts";
export { loadScenario, MOST_DELAY_DAYS, withLedger } from "./scenario.ts";
