/**
 * Monazite as a library: the same functions the command line calls, free of Node so that they run in a browser too.
 *
 * ```ts
 * const dataset = parseDataset(files);            // Map of file name → CSV text
 * const workbench = openWorkbench(dataset);       // balance, calibrate
 * const scenario = loadScenario("my-scenario.yaml", (file) => text, dataset).value;
 * const result = rehearse(workbench, "my-scenario", scenario);
 * ```
 */
export { calibrate } from "./chain/calibrate.ts";
export { ModelDraft } from "./chain/draft.ts";
export type { Activity, ActivityKind, ApplicationDemand, Market, Model, Stock } from "./chain/model.ts";
export { modelNetwork } from "./chain/network.ts";
export { type Adjustment, type Reconciliation, reconcile } from "./chain/reconcile.ts";
export { scopeDataset } from "./chain/scope.ts";
export { buildSkeleton, type Skeleton } from "./chain/skeleton.ts";
export type { Recipe, Vocabulary } from "./chain/vocabulary.ts";
export { vocabularyOf } from "./chain/vocabulary-of.ts";
export {
  COUNTRY_CODE_TABLES,
  type CountryCodes,
  countryCodesOf,
  type Dataset,
  type Episodes,
  episodeDataset,
  explainFigure,
  type Figure,
  findFigure,
  formatProblems,
  InputError,
  loadScenarioYaml,
  type Problem,
  parseDataset,
  parseEpisodes,
  readDataset,
  tableManual,
} from "./dataset/index.ts";
export { dependenceCsv } from "./dependence/csv.ts";
export * from "./dependence/index.ts";
export * from "./exposure/index.ts";
export * from "./indicators/index.ts";
export { type AppliedIndicator, appliedIndicators, type IndicatorResult } from "./indicators/input/index.ts";
export * from "./ledger/index.ts";
export { certify, rents } from "./market/certify.ts";
export { type Clearer, createClearer } from "./market/clear.ts";
export { ClearingError, EngineError } from "./market/errors.ts";
export { toJson, toLp, toMps } from "./market/export.ts";
export { buildNetwork } from "./market/network.ts";
export type { Certificate, Clearing, Network, Terms } from "./market/problem.ts";
export { createCalendar } from "./policy/calendar.ts";
export { type CompiledPolicies, compilePolicies } from "./policy/compile.ts";
export { type NamedPolicy, type Policy, type PolicyKind, policyKinds, policySchema } from "./policy/kinds/index.ts";
export type { Calendar, Lever, MonthTerms, MonthView, Window } from "./policy/lever.ts";
export { PolicyProblem } from "./policy/problem.ts";
export * from "./reading/index.ts";
export * from "./replay/index.ts";
export { baselineDriftShare } from "./simulation/baseline-drift.ts";
export { scenarioChains } from "./simulation/chains.ts";
export { type ControlledFlow, controlledFlows } from "./simulation/controlled.ts";
export { resultCsv } from "./simulation/csv.ts";
export { createSummary, type SummaryBuilder, type SweepSummary } from "./simulation/draws/summary.ts";
export {
  type ColumnInfo,
  openSweep,
  type Sweep,
  type SweepChunk,
  type SweepColumns,
  type SweepPlan,
} from "./simulation/draws/sweep.ts";
export { scenarioJsonSchema } from "./simulation/json-schema.ts";
export { massBalanceShare } from "./simulation/mass-balance.ts";
export { monthProblem } from "./simulation/month-problem.ts";
export {
  type ComputedRun,
  named,
  type RehearseOptions,
  readable,
  rehearse,
  runPolicies,
  type Workbench,
} from "./simulation/rehearse.ts";
export type * from "./simulation/result.ts";
export { type RunOptions, run } from "./simulation/run.ts";
export { type Scenario, scenarioSchema } from "./simulation/scenario.ts";
export { priceTier, tierSeries } from "./simulation/tiers.ts";
export type { Trajectory } from "./simulation/trajectory.ts";
export { type OpenWorkbench, openWorkbench } from "./simulation/workbench.ts";
