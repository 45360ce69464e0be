import { type Bin, Histogram } from "./histogram.ts";
import { judgementOf } from "./judge.ts";
import { Moments } from "./moments.ts";
import { quantileOf, upperTailMean } from "./order-statistics.ts";
import type { ColumnInfo } from "./sweep.ts";

/** One outcome over all draws. null = there is no such number; see each field. */
export interface OutcomeSummary extends ColumnInfo {
  /** mean and standard deviation over the draws in which it has a value; null if it never has */
  readonly mean: number | null;
  readonly sd: number | null;
  /** quantiles over all draws; draws without a value count as beyond any, so null reads "never" */
  readonly p05: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p95: number | null;
  /** mean of the worst 5 % of draws; null where more is not worse */
  readonly cvar95: number | null;
  /** share of draws in which it happened (a value above 0, or any month for the first short one); null for prices and bills */
  readonly probability: number | null;
  /** its standard error, √(p(1 − p)/draws): for independent draws, and an upper bound for Sobol points in practice */
  readonly probabilityStandardError: number | null;
}

const TAIL_SHARE = 0.05;
/** bins 1/1024 wide */
const BITS = 10;

/** Adds up one outcome, draw by draw. */
export class OutcomeTally {
  readonly #info: ColumnInfo;
  readonly #histogram = new Histogram(BITS);
  readonly #moments = new Moments();
  #draws = 0;
  #happened = 0;

  constructor(info: ColumnInfo) {
    this.#info = info;
  }

  add(value: number): void {
    this.#draws++;
    if (judgementOf(this.#info).happened?.(value)) this.#happened++;
    if (Number.isNaN(value)) return;
    this.#histogram.add(value);
    this.#moments.add(value);
  }

  finish(): OutcomeSummary {
    const bins: readonly Bin[] = this.#histogram.bins();
    const told = this.#moments.count;
    const never = this.#draws - told;
    const { happened, tail } = judgementOf(this.#info);
    const probability = happened ? this.#happened / this.#draws : null;
    const at = (percentile: number) => quantileOf(bins, percentile, never);
    return {
      ...this.#info,
      mean: told > 0 ? this.#moments.mean : null,
      sd: told > 0 ? this.#moments.standardDeviation : null,
      p05: at(0.05),
      p25: at(0.25),
      p50: at(0.5),
      p75: at(0.75),
      p95: at(0.95),
      cvar95: tail ? upperTailMean(bins, TAIL_SHARE) : null,
      probability,
      probabilityStandardError:
        probability === null ? null : Math.sqrt((probability * (1 - probability)) / this.#draws),
    };
  }
}
