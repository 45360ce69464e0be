export { checkLedger } from "./check.ts";
export { eventsCsv } from "./csv.ts";
export { type EventQuery, findEvents } from "./find.ts";
export { withoutLists } from "./list.ts";
export { acts, ledgerPolicy } from "./policy.ts";
export { loadScenario, MOST_DELAY_DAYS, withLedger } from "./scenario.ts";
