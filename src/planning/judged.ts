/** What the month simulation says of one portfolio, by atom. Plain data. */
export interface JudgedPortfolio {
  /** scale of each candidate, in the order of the plan */
  readonly x: readonly number[];
  /** in the order of the plan's atoms */
  readonly atoms: readonly JudgedAtom[];
}

/** One run. All money is summed over its months, discounted to the first one. */
export interface JudgedAtom {
  readonly atom: string;
  /** every end use of every partner, partners in the order of the plan */
  readonly uses: readonly JudgedUse[];
  /** paid by floors and stockpiles (purchases less sales), by candidate */
  readonly paid: readonly { readonly candidate: string; readonly usd: number }[];
  /** what the markets minimise, counted like the planning loss (system-cost.ts); only differences between portfolios mean something */
  readonly systemCostUsd: number;
  /** the part of it that is the uses of countries outside the plan: what they get has a negative cost */
  readonly outsideUsesUsd: number;
  readonly clearings: number;
}

/** One end use in all countries of a partner. */
export interface JudgedUse {
  readonly partner: string;
  readonly use: string;
  /** value of all products it would make */
  readonly demandUsd: number;
  /** shortfall × value of the product that needs the material */
  readonly valueAtRiskUsd: number;
  /** paid over base prices for what it gets */
  readonly extraBillUsd: number;
  /** what the missing material was worth to its users by their demand curves, less its base price, and the extra bill */
  readonly surplusLostUsd: number;
  /** first month with under 95 % of its products, by value; null if none */
  readonly firstShortMonth: string | null;
  readonly shortMonths: number;
}

/** Losses that can be counted of a judged use. */
export type LossMeasure = "valueAtRiskUsd" | "extraBillUsd" | "surplusLostUsd";
