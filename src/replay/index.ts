export { replay } from "./replay.ts";
export type { FirstStop, Observation, Replay, ReplayedSeries } from "./result.ts";
export { type SeriesScore, score } from "./score.ts";
export { validationPage } from "./validation.ts";
export { type Verdict, verdictOf } from "./verdict.ts";
