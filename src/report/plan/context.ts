import type { KnownNames, Names } from "../../charts/names.ts";
import type { PlanReport } from "../../planning/plan-report.ts";

export interface PlanReportOptions {
  /** name and version of the program, e.g. `monazite 0.1.0` */
  readonly generatedWith: string;
  readonly names?: KnownNames;
  /** what the sources named by measures are, by id */
  readonly sources?: Readonly<Record<string, { readonly title: string; readonly url?: string }>>;
}

/** What every section of a plan's report needs. */
export interface PlanContext {
  readonly report: PlanReport;
  readonly names: Names;
  readonly options: PlanReportOptions;
}
