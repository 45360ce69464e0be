import type { PortfolioChange } from "./changes.ts";

// What a plan's report says of how the answer might change.

/**
 * What one more unit of a scalable candidate would be worth beside the chosen portfolio, to first order: no more of it is worth
 * more a unit. All for one unit; losses weighted as the objective weighs futures; null = not asked.
 */
export interface MarginalRow {
  readonly candidate: string;
  readonly chosenScale: number;
  /** what one unit is */
  readonly unit: string;
  /** units at full scale */
  readonly perScale: number;
  readonly worthUsd: number | null;
  readonly byYearUsd: readonly (number | null)[];
  /** discounted */
  readonly costUsd: number;
}

export interface RegretReport {
  readonly futures: readonly string[];
  readonly portfolios: readonly {
    readonly label: string;
    readonly budgetMultiple: number;
    /** index of the frontier point */
    readonly frontier: number;
    /** by future, against the best portfolio evaluated for it within the chosen budget; only a larger budget may be below 0 */
    readonly regretUsd: readonly number[];
    readonly worstUsd: number;
    /** by future, proven: against the bound that no portfolio within the chosen budget is below */
    readonly mostRegretUsd: readonly number[];
  }[];
}

export interface RobustRow {
  readonly candidate: string;
  /** share of the portfolios within the gap that hold it */
  readonly inShare: number;
  readonly always: boolean;
}

/** The probability of a future at which another portfolio becomes the best; `at` null: none up to certainty. */
export interface Flip extends PortfolioChange {
  readonly future: string;
  readonly from: number;
  readonly at: number | null;
}
