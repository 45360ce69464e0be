/** Whether something is worth its cost: means over the futures, discounted, by the month simulation. */
export interface Worth {
  readonly costUsd: number;
  /** lost less in the markets, counted like the planning loss */
  readonly surplusAvoidedUsd: number;
  /** value of the partners' products that can be made after all */
  readonly productsSavedUsd: number;
  /** the first of the two that is at least the cost */
  readonly covers: "surplus" | "products" | "neither";
  readonly words: string;
}

/** A chosen candidate against the same portfolio without it. */
export interface CandidateWorth extends Worth {
  readonly candidate: string;
  /** candidates that need it, which go with it */
  readonly needing: readonly string[];
}

/** What budgets count for a stockpile or a floor, and what the month simulation expects it to pay; discounted. */
export interface Purse {
  readonly candidate: string;
  readonly chargedUsd: number;
  /** purchases less sales, and top-ups of floors: a mean over the futures */
  readonly expectedUsd: number;
}
