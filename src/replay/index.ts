export { type FanOptions, replayFans, type SeriesFan } from "./fan.ts";
export { type Headline, headlineOf } from "./headline.ts";
export { replay, withFans } from "./replay.ts";
export type { AsGiven, FirstStop, Observation, Replay, ReplayedSeries, ReplayInput } from "./result.ts";
export { type SeriesScore, score } from "./score.ts";
export { spanWords } from "./span.ts";
export type { MonthRange } from "./turn.ts";
export { validationPage } from "./validation.ts";
export { type Verdict, verdictOf } from "./verdict.ts";
