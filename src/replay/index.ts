export { type FanOptions, replayFans, type SeriesFan } from "./fan.ts";
export { replay, withFans } from "./replay.ts";
export type { FirstStop, Observation, Replay, ReplayedSeries } from "./result.ts";
export { type SeriesScore, score } from "./score.ts";
export { validationPage } from "./validation.ts";
export { type Verdict, verdictOf } from "./verdict.ts";
