import type { PlanReport } from "./plan-report.ts";

/** Every part of a report; one that lacks some was written by an older version of the program. */
const PARTS: Readonly<Record<keyof PlanReport, true>> = {
  plan: true,
  title: true,
  description: true,
  months: true,
  years: true,
  partners: true,
  futures: true,
  objective: true,
  budgets: true,
  seed: true,
  gapShare: true,
  candidates: true,
  agreements: true,
  targets: true,
  nothing: true,
  planningNothing: true,
  frontier: true,
  chosen: true,
  byUse: true,
  worth: true,
  purses: true,
  neighbours: true,
  gantt: true,
  withAndWithout: true,
  marginal: true,
  costFactors: true,
  split: true,
  regret: true,
  robust: true,
  robustOf: true,
  flips: true,
  evaluatedOf: true,
  sureness: true,
  assumptions: true,
  notes: true,
};

/** The parts of a report that are not in what was kept as one. */
export function missingParts(report: object): string[] {
  return Object.keys(PARTS).filter((part) => !(part in report));
}
