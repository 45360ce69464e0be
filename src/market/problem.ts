/**
 * Which activity uses and makes what. The structure never changes during a run; only {@link Terms} do.
 * Coefficients are stored by column (activity): entries `columnStart[a] .. columnStart[a + 1] - 1`.
 */
export interface Network {
  readonly marketNames: readonly string[];
  readonly activityNames: readonly string[];
  /** length activities + 1 */
  readonly columnStart: Int32Array;
  /** market index of each entry; at most one entry per market and activity */
  readonly columnMarket: Int32Array;
  /** tonnes made (+) or used (−) per unit of the activity's level */
  readonly coefficient: Float64Array;
  /** typical tonnes per month through each market (> 0): the yardstick of "balanced" */
  readonly turnoverTonnes: Float64Array;
  /** typical price of each market, USD/t (> 0): the yardstick of "at the right price" and the default start */
  readonly typicalPriceUsdPerTonne: Float64Array;
}

/** The numbers of one month, one entry per activity. Marginal cost of level x is `c + q (x − x̂)`. */
export interface Terms {
  /** x̂, tonnes per month */
  readonly referenceLevel: Float64Array;
  /** l, tonnes per month; may be −Infinity */
  readonly lowerBound: Float64Array;
  /** u ≥ l, tonnes per month; may be +Infinity */
  readonly upperBound: Float64Array;
  /** c, USD/t at the reference level */
  readonly marginalCost: Float64Array;
  /** q > 0, USD/t per t/month */
  readonly slope: Float64Array;
}

/** Prices and levels of one cleared month. */
export interface Clearing {
  /** λ, USD/t, one per market */
  readonly priceUsdPerTonne: Float64Array;
  /** x, tonnes per month, one per activity */
  readonly level: Float64Array;
  readonly newtonSteps: number;
}

/** What an independent look at a clearing found; see {@link certify}. All shares are relative, 0 is perfect. */
export interface Certificate {
  /** largest |Σ_a A_ma x_a| over its market's turnover */
  readonly primalResidualShare: number;
  /** largest violation of l ≤ x ≤ u over the activity's scale */
  readonly boundViolationShare: number;
  /** largest mismatch between the sign of a multiplier and the bound it belongs to, times the distance to that bound, over turnover value */
  readonly complementarityShare: number;
  /** |primal − dual objective| over max(1, |primal|, turnover value) */
  readonly dualityGapShare: number;
  readonly primalObjectiveUsd: number;
  readonly dualObjectiveUsd: number;
}
