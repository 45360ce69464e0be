/** Who gets and pays what of a portfolio, and what would happen without an agreement or a partner. Plain data. */
export interface SplitReport {
  readonly method: "exact";
  /** what counts as a loss in it */
  readonly measure: "value at risk" | "users' surplus";
  readonly partners: readonly SplitPartner[];
  readonly byAgreement: readonly {
    readonly agreement: string;
    readonly partner: string;
    readonly withUsd: number;
    readonly withoutUsd: number;
  }[];
  /** coalitions that could do better for themselves than with what each pays and gets (`blocking`), or than their Shapley values */
  readonly blocking: readonly Objection[];
  readonly blockingShapley: readonly Objection[];
  /** worth of every coalition, partners in the order of the plan */
  readonly coalitions: readonly { readonly partners: readonly string[]; readonly worthUsd: number }[];
  /** distinct portfolios simulated for it */
  readonly portfolios: number;
  /** the same with what users lose by their demand curves; null in that one */
  readonly bySurplus: SplitReport | null;
}

export interface Objection {
  readonly partners: readonly string[];
  readonly gainUsd: number;
}

export interface SplitPartner {
  readonly partner: string;
  readonly costUsd: number;
  /** expected loss avoided */
  readonly benefitUsd: number;
  readonly netUsd: number;
  readonly shapleyUsd: number;
  /** what others would have to pay it (+), or it them (−), for each to end with its Shapley value */
  readonly transferUsd: number;
  /** net benefit with what it can do by itself, the others doing nothing */
  readonly aloneUsd: number;
  /** benefit if it stays out and the others go on with what they can */
  readonly outsideUsd: number;
  readonly betterInside: boolean;
}
