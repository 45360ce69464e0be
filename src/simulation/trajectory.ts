import type { Certificate } from "../market/problem.ts";

/**
 * A run as it was computed: one typed array per month. {@link Run} is the readable form. In a run that was recorded
 * lightly `rentUsdPerTonne`, `certificates` and `balanceResidualTonnes` are empty.
 */
export interface Trajectory {
  /** λ by market, USD/t */
  readonly priceUsdPerTonne: readonly Float64Array[];
  /** x by activity, t/month */
  readonly level: readonly Float64Array[];
  /** multiplier of the bound in force by activity, USD/t (> 0 at an upper bound) */
  readonly rentUsdPerTonne: readonly Float64Array[];
  /** demand by application (model.applications), t/month */
  readonly demandTonnes: readonly Float64Array[];
  /** private stock at month's end by stock (model.stocks), t */
  readonly stockTonnes: readonly Float64Array[];
  /** public stockpiles at month's end, by lever and market */
  readonly heldTonnes: readonly (readonly HeldStock[])[];
  readonly openingHeldTonnes: readonly HeldStock[];
  readonly paidUsd: readonly (readonly Paid[])[];
  readonly certificates: readonly Certificate[];
  readonly newtonSteps: readonly number[];
  /** largest |imbalance| of a market by month, t */
  readonly balanceResidualTonnes: readonly number[];
}

export interface HeldStock {
  readonly id: string;
  readonly market: number;
  readonly tonnes: number;
}

export interface Paid {
  readonly id: string;
  readonly usd: number;
}
