import type { CostFactor } from "./cost-factors.ts";
import type { Agreement, Budget, Future, Objective, Partner } from "./plan.ts";
import type { Flip, MarginalRow, RegretReport, RobustRow } from "./plan-report-change.ts";
import type { SplitReport } from "./split-report.ts";
import type { Made } from "./with-and-without.ts";
import type { CandidateWorth, Purse, Worth } from "./worth-report.ts";

export type { CostFactor } from "./cost-factors.ts";
export type { Flip, MarginalRow, RegretReport, RobustRow } from "./plan-report-change.ts";
export type { Objection, SplitPartner, SplitReport } from "./split-report.ts";
export type { Made } from "./with-and-without.ts";
export type { CandidateWorth, Purse, Worth } from "./worth-report.ts";

/**
 * A plan and its answer: everything tables, charts and files need, so that they read nothing else. Plain data that
 * survives JSON: no infinities, null = not known. All money is USD; losses are in dollars of the plan's first month,
 * costs "by year" and `costUsd` are as spent.
 */
export interface PlanReport {
  /** the plan's name: its file without `.yaml` */
  readonly plan: string;
  readonly title: string;
  readonly description: string;
  /** YYYY-MM */
  readonly months: readonly string[];
  /** calendar years of `months`, in order */
  readonly years: readonly number[];
  readonly partners: readonly Partner[];
  readonly futures: readonly Pick<Future, "id" | "title" | "probability" | "draws">[];
  readonly objective: Objective;
  readonly budgets: readonly Budget[];
  readonly seed: number;
  /** tolerance of the gap */
  readonly gapShare: number;
  /** all of them, in the order of the plan */
  readonly candidates: readonly ReportCandidate[];
  readonly agreements: readonly (Agreement & { readonly terms: readonly string[] })[];
  readonly targets: readonly ReportTarget[];
  /** no measure at all */
  readonly nothing: Judged;
  /** planning losses without any measure */
  readonly planningNothing: Pick<PlanningPart, "expectedLossUsd" | "tailLossUsd">;
  /** by budget multiple, ascending */
  readonly frontier: readonly FrontierPoint[];
  /** index of the frontier point the rest of the report is about: the budget as written, or the nearest to it */
  readonly chosen: number;
  readonly byUse: readonly ReportUse[];
  /** of the chosen candidates */
  readonly worth: readonly CandidateWorth[];
  /** of the chosen stockpiles and price floors */
  readonly purses: readonly Purse[];
  /** what the month simulation says of portfolios one measure away; null = not asked */
  readonly neighbours: Neighbours | null;
  readonly gantt: readonly GanttRow[];
  /** the chosen portfolio without each candidate of it, and with each on/off one it lacks: two evaluations each, no slopes */
  readonly withAndWithout: readonly Made[];
  /** of the scalable candidates */
  readonly marginal: readonly MarginalRow[];
  /** of the candidates that cost something */
  readonly costFactors: readonly CostFactor[];
  /** null with a note in `notes` where there is nothing to split */
  readonly split: SplitReport | null;
  readonly regret: RegretReport;
  readonly robust: readonly RobustRow[];
  /** portfolios looked at for `robust` */
  readonly robustOf: number;
  readonly flips: readonly Flip[];
  /** portfolios evaluated within the budget: those that regret, flips and cost factors look at */
  readonly evaluatedOf: number;
  readonly sureness: Sureness;
  readonly assumptions: readonly { readonly figure: string; readonly value: string; readonly note: string }[];
  /** what the reader has to know */
  readonly notes: readonly string[];
}

export interface ReportCandidate {
  readonly id: string;
  readonly title: string;
  /** of its policy */
  readonly kind: string;
  readonly sizing: "on-off" | "scalable";
  readonly most: number;
  readonly parties: readonly string[];
  /** at full scale, central figure */
  readonly costUsd: number;
  readonly costRangeUsd: { readonly low: number; readonly high: number };
  readonly payers: readonly PartnerUsd[];
  /** YYYY-MM in which it is decided; before the plan's first month where it was already */
  readonly decision: string;
  /** ISO date of its policy: earliest start and lead time */
  readonly start: string;
  /** of the delay; null = on time */
  readonly delayMonths: { readonly p05: number; readonly p50: number; readonly p95: number } | null;
  readonly rampMonths: number;
  readonly end: string | null;
  readonly source: string;
  readonly status: string;
  readonly note: string;
}

export interface PartnerUsd {
  readonly partner: string;
  readonly usd: number;
}

export interface ReportTarget {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly least: number;
  /** without any candidate */
  readonly have: number;
  /** with the chosen portfolio */
  readonly reached: number;
  readonly source: string;
}

/** One budget. `judged` is null where no portfolio keeps the constraints; `conflict` then says which clash. */
export interface FrontierPoint {
  readonly budgetMultiple: number;
  /** all payers, all years */
  readonly budgetUsd: number;
  /** by candidate */
  readonly scales: readonly number[];
  readonly costUsd: number;
  readonly costByPartnerUsd: readonly PartnerUsd[];
  readonly costByYearUsd: readonly { readonly partner: string; readonly year: number; readonly usd: number }[];
  readonly planning: PlanningPart | null;
  readonly judged: Judged | null;
  readonly difference: Difference | null;
  /** cost against what it saves; null where nothing is chosen */
  readonly worth: Worth | null;
  readonly conflict: readonly string[];
}

export interface PlanningPart {
  readonly expectedLossUsd: number;
  readonly tailLossUsd: number;
  readonly objectiveUsd: number;
  readonly lowerBoundUsd: number;
  readonly gapShare: number;
  /** share of all that any portfolio could save that this one may miss; null where the rules force more spending than can be saved */
  readonly missedShare: number | null;
}

/** What the month simulation says: value of products that cannot be made for want of material. */
export interface Judged {
  readonly expectedLossUsd: number;
  readonly tailLossUsd: number;
  readonly byPartner: readonly (JudgedSum & { readonly partner: string })[];
  readonly byFuture: readonly (JudgedSum & { readonly future: string })[];
  readonly extraBillUsd: number;
  /** what users lose by their demand curves, extra bill included */
  readonly surplusLostUsd: number;
  /** by floors and stockpiles, purchases less sales */
  readonly paidUsd: number;
}

export interface JudgedSum {
  readonly expectedLossUsd: number;
  readonly tailLossUsd: number;
  readonly extraBillUsd: number;
  readonly surplusLostUsd: number;
}

/** Planning approximation against month simulation, in the unit of the planning loss. */
export interface Difference {
  /** expected loss avoided against no measure at all */
  readonly planningAvoidedUsd: number;
  readonly simulatedAvoidedUsd: number;
  /** (simulated − planning) / |planning|; null where planning avoids nothing */
  readonly share: number | null;
  /** what uses of countries outside the plan gain in the simulation; counted in `simulatedAvoidedUsd` only where a plan counts the world */
  readonly othersGainUsd: number;
  /** loss and objective of the portfolio by the simulation: the planning loss of no measure, less what the simulation avoids */
  readonly simulated: Pick<PlanningPart, "expectedLossUsd" | "tailLossUsd" | "objectiveUsd">;
  readonly words: string;
  readonly reasons: readonly string[];
}

/** Expected loss of one use of one partner, chosen portfolio, from the simulation. */
export interface ReportUse {
  readonly partner: string;
  readonly use: string;
  readonly demandUsd: number;
  readonly withoutUsd: number;
  readonly withUsd: number;
  readonly withoutTailUsd: number;
  readonly withTailUsd: number;
  /** probability of running short at all, 0–1 */
  readonly shortWithout: number;
  readonly shortWith: number;
  /** earliest first short month of any atom; null if none */
  readonly firstShortWithout: string | null;
  readonly firstShortWith: string | null;
  /** expected months short */
  readonly shortMonthsWithout: number;
  readonly shortMonthsWith: number;
}

/** A chosen candidate in time; dates are ISO days. */
export interface GanttRow {
  readonly candidate: string;
  readonly scale: number;
  readonly decided: string;
  /** on time */
  readonly start: string;
  /** with the median of its delay, which is what tables and charts call its beginning */
  readonly startMedian: string;
  readonly startLate: string;
  readonly fullOutput: string;
  readonly fullOutputMedian: string;
  readonly fullOutputLate: string;
  readonly end: string | null;
}

/** The chosen portfolio against those one measure away, by the month simulation; nothing here is proven. */
export interface Neighbours {
  /** simulated, and how many keep the rules */
  readonly tried: number;
  readonly possible: number;
  /** null: none of those tried is better. All sums are against the chosen portfolio. */
  readonly preferred: {
    readonly scales: readonly number[];
    readonly adds: readonly string[];
    readonly drops: readonly string[];
    /** discounted */
    readonly costUsd: number;
    /** in the unit of the planning loss, expected */
    readonly surplusAvoidedUsd: number;
    readonly productsSavedUsd: number;
    readonly objectiveGainUsd: number;
  } | null;
  readonly words: string;
}

export interface Sureness {
  readonly lowerBoundUsd: number;
  readonly upperBoundUsd: number;
  readonly gapShare: number;
  readonly iterations: number;
  /** market clearings of the calm months, the reference runs and the runs with each stockpile */
  readonly referenceClearings: number;
  /** of the portfolios evaluated, and of the simulations that judged */
  readonly clearings: number;
  readonly judgedClearings: number;
  /** expected, chosen portfolio, in the unit of the planning loss */
  readonly planningLossUsd: number;
  readonly simulatedLossUsd: number;
  readonly differenceShare: number | null;
  readonly bruteForce: null | {
    readonly portfolios: number;
    /** of the best of them */
    readonly objectiveUsd: number;
    /** it is the chosen one */
    readonly same: boolean;
    /** how much worse the chosen one is; 0 where it is the best or as good */
    readonly worseUsd: number;
  };
}
