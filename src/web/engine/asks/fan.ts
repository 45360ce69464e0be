import type { Fan } from "../../../simulation/draws/fan.ts";
import type { SweepSummary } from "../../../simulation/draws/summary.ts";
import type { RunQuestion } from "./simulate.ts";

/** Most draws of a fan in the page; more are for `monazite simulate --draws`. */
export const MOST_DRAWS = 4096;

export interface FanRequest {
  readonly question: RunQuestion;
  /** 1 to MOST_DRAWS */
  readonly draws: number;
  /** 0 .. 2³²−1 */
  readonly seed: number;
  /** the events alone */
  readonly withoutMeasures: boolean;
}

export interface FanAnswer {
  readonly draws: number;
  readonly of: number;
  readonly seed: number;
  readonly months: readonly string[];
  readonly fans: readonly FanLine[];
  /** by use, from the draws so far */
  readonly shortages: SweepSummary["shortages"];
  /** how many inputs are drawn */
  readonly inputs: number;
}

/** A series over the draws; one quantile per month. */
export interface FanLine extends Pick<Fan, "id" | "title" | "unit"> {
  /** `valueAtRisk`, `shortfallShare`, `price` or `coverDays` */
  readonly kind: string;
  /** "" = all of the viewpoint */
  readonly country: string;
  /** use or commodity; "" of the value at risk */
  readonly of: string;
  readonly p05: Float64Array;
  readonly p25: Float64Array;
  readonly p50: Float64Array;
  readonly p75: Float64Array;
  readonly p95: Float64Array;
}
