import type { Judged, PlanReport, ReportCandidate, ReportUse, SplitReport } from "../../../planning/plan-report.ts";

export interface PlanRequest {
  /** `us-japan`: one of the catalogue; or the text of a plan of the user's own */
  readonly plan: string | { readonly name: string; readonly yaml: string };
}

export interface PlanAnswer {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly start: string;
  readonly months: number;
  readonly partners: PlanReport["partners"];
  readonly futures: PlanReport["futures"];
  readonly objective: PlanReport["objective"];
  readonly budgets: PlanReport["budgets"];
  readonly agreements: PlanReport["agreements"];
  readonly candidates: readonly PlanCandidate[];
  /** ids that go together: a candidate and what it needs; sets of which one may be chosen */
  readonly requires: readonly {
    readonly candidate: string;
    readonly needs: readonly string[];
    readonly any: boolean;
  }[];
  readonly excludes: readonly (readonly string[])[];
  /** have + Σ weight · scale ≥ least, all in `unit` */
  readonly targets: readonly {
    readonly id: string;
    readonly title: string;
    readonly unit: string;
    readonly least: number;
    readonly have: number;
    readonly weights: readonly (readonly [candidate: string, number])[];
  }[];
  readonly notes: readonly string[];
}

export interface PlanCandidate extends ReportCandidate {
  /** from the decision to the first day in force, months */
  readonly leadMonths: number;
}

export interface JudgeRequest extends PlanRequest {
  /** by candidate id: 0 to `most`; absent = 0 */
  readonly scales: Readonly<Record<string, number>>;
  /** with who gains what among the partners (2^partners portfolios) */
  readonly split: boolean;
}

export interface JudgeAnswer {
  /** atoms (draws of the futures) simulated, of all */
  readonly atoms: number;
  readonly of: number;
  readonly nothing: Judged;
  readonly judged: Judged;
  readonly byUse: readonly ReportUse[];
  readonly costUsd: number;
  readonly costByPartnerUsd: readonly { readonly partner: string; readonly usd: number }[];
  /** rules of the plan that the choice breaks, in words (English) */
  readonly broken: readonly string[];
  /** the same rules, for the page to word: the place in the plan's `budgets`, `requires`, `excludes` or `targets` */
  readonly brokenRules: readonly {
    readonly kind: "budget" | "requirement" | "exclusion" | "target";
    readonly index: number;
  }[];
  readonly split: SplitReport | null;
}

export interface SolveRequest extends PlanRequest {
  readonly budgetMultiples?: readonly number[];
  readonly gapShare?: number;
}

export type SolveAnswer = PlanReport;
