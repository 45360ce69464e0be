import { Histogram } from "./histogram.ts";
import { Moments } from "./moments.ts";
import { quantileOf } from "./order-statistics.ts";
import type { ColumnInfo } from "./sweep.ts";

/** A series over all draws: quantiles and mean of each month by itself. */
export interface Fan extends ColumnInfo {
  readonly p05: readonly number[];
  readonly p25: readonly number[];
  readonly p50: readonly number[];
  readonly p75: readonly number[];
  readonly p95: readonly number[];
  readonly mean: readonly number[];
}

/** bins 1/512 wide: there is one histogram per series and month */
const BITS = 9;

/** Adds up one series, draw by draw. */
export class FanTally {
  readonly #info: ColumnInfo;
  readonly #histograms: readonly Histogram[];
  readonly #moments: readonly Moments[];

  constructor(info: ColumnInfo, months: number) {
    this.#info = info;
    this.#histograms = Array.from({ length: months }, () => new Histogram(BITS, false));
    this.#moments = this.#histograms.map(() => new Moments());
  }

  /** One draw's months. */
  add(values: Float64Array): void {
    values.forEach((value, month) => {
      this.#histograms[month]!.add(value);
      this.#moments[month]!.add(value);
    });
  }

  finish(): Fan {
    const bins = this.#histograms.map((h) => h.bins());
    const at = (percentile: number) => bins.map((b) => quantileOf(b, percentile)!);
    return {
      ...this.#info,
      p05: at(0.05),
      p25: at(0.25),
      p50: at(0.5),
      p75: at(0.75),
      p95: at(0.95),
      mean: this.#moments.map((m) => m.mean),
    };
  }
}
