import type { Policy } from "../policy/kinds/index.ts";
import type { Distribution } from "../simulation/draws/distribution.ts";
import type { Scenario } from "../simulation/scenario.ts";

/** A plan ready to be solved: read, checked and with its candidates resolved. Plain data. */
export interface Plan {
  readonly title: string;
  readonly description: string;
  /** first month, YYYY-MM; all futures start then and last as long */
  readonly start: string;
  readonly months: number;
  readonly partners: readonly Partner[];
  readonly futures: readonly Future[];
  readonly candidates: readonly Candidate[];
  /** measures that are no choice any more: part of every future; `costs` are what is still due. Absent = none */
  readonly decided?: readonly Candidate[];
  readonly agreements: readonly Agreement[];
  readonly budgets: readonly Budget[];
  readonly requires: readonly Requirement[];
  /** sets of candidates of which at most one may be chosen */
  readonly excludes: readonly (readonly string[])[];
  readonly targets: readonly Target[];
  readonly objective: Objective;
  /** budgets of the frontier as multiples of `budgets`, e.g. [0, 0.5, 1] */
  readonly budgetMultiples: readonly number[];
  readonly seed: number;
  /** (best found − bound) / |best found| at which a search ends, e.g. 0.01 */
  readonly gapShare: number;
  /** portfolios one measure away from the chosen one that are simulated; 0 = none, left out = two dozen, fewer where months are many */
  readonly mostNeighbours?: number;
}

/** Who pays and whose losses count. */
export interface Partner {
  readonly id: string;
  readonly title: string;
  /** country codes of the model */
  readonly countries: readonly string[];
}

/** A scenario with its probability; `draws` draws of its uncertain inputs stand for it. */
export interface Future {
  readonly id: string;
  readonly title: string;
  readonly scenario: Scenario;
  /** probabilities of a plan sum to 1 */
  readonly probability: number;
  readonly draws: number;
}

export interface Candidate {
  readonly id: string;
  readonly title: string;
  /** month of the decision, YYYY-MM; before the plan's first only of what is decided */
  readonly decision: string;
  /** at full scale; its `from` is the decision and the lead time */
  readonly policy: Policy;
  /** on-off: x is 0 or 1; scalable: anything from 0 to `most` */
  readonly sizing: "on-off" | "scalable";
  readonly most: number;
  /** ids of the partners that must agree */
  readonly parties: readonly string[];
  /** public money at x = 1, central figure */
  readonly costs: readonly Cost[];
  /** of the sum of costs */
  readonly costRangeUsd: { readonly low: number; readonly high: number };
  /** months later than planned, drawn for each atom by (seed, draw, candidate); null = on time */
  readonly delayMonths: Distribution | null;
  readonly source: string;
  readonly status: "reported" | "estimated" | "assumed";
  readonly note: string;
}

export interface Cost {
  /** id of a partner */
  readonly payer: string;
  readonly year: number;
  readonly usd: number;
}

/** What was agreed, or may be, between partners: a set of candidates with parties. */
export interface Agreement {
  readonly id: string;
  readonly title: string;
  readonly parties: readonly string[];
  readonly candidates: readonly string[];
  readonly source: string;
  readonly status: "reported" | "estimated" | "assumed";
  readonly terms?: readonly string[];
}

/** The most a partner spends in a span of years, both included. */
export interface Budget {
  /** id of a partner */
  readonly payer: string;
  readonly fromYear: number;
  readonly toYear: number;
  /** for candidates: what decided measures still cost in these years is off */
  readonly mostUsd: number;
}

/** A candidate may not be larger (as a share of its `most`) than what it needs: each of them, or the sum of any of them. */
export interface Requirement {
  readonly candidate: string;
  readonly needs: readonly string[];
  /** true: one of `needs` is enough; absent: all are needed */
  readonly any?: boolean;
}

/** have + Σ weight · x ≥ least, all in `unit`. */
export interface Target {
  readonly id: string;
  readonly title: string;
  readonly weights: readonly (readonly [candidate: string, number])[];
  readonly least: number;
  /** what is there without any candidate */
  readonly have: number;
  readonly unit: string;
  readonly source: string;
  /** place in the plan file's `targets`, which may make several rows; absent = the place in this list */
  readonly place?: number;
}

export interface Objective {
  /** weight of the tail, 0 .. 1; the mean has the rest */
  readonly tailWeight: number;
  /** the tail is this share of the worst futures, e.g. 0.05 for CVaR95 */
  readonly tailShare: number;
  /** weight of public money: 0 = budgets alone limit it (but see LEAST_COST_WEIGHT), 1 = a dollar spent is a dollar lost */
  readonly costWeight: number;
  readonly discountPerYear: number;
  /** whose uses gain from what measures add: the partners' alone, or the world's */
  readonly count: "partners" | "world";
}
