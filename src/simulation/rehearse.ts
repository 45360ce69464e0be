import type { Model } from "../chain/model.ts";
import type { Vocabulary } from "../chain/vocabulary.ts";
import type { Network, Terms } from "../market/problem.ts";
import { createCalendar } from "../policy/calendar.ts";
import { compilePolicies } from "../policy/compile.ts";
import type { NamedPolicy, Policy } from "../policy/kinds/index.ts";
import { baselineDriftShare } from "./baseline-drift.ts";
import { type ControlledFlow, controlledFlows } from "./controlled.ts";
import { withCover } from "./cover.ts";
import { heldBack } from "./held-back.ts";
import { massBalanceShare } from "./mass-balance.ts";
import type { MeasureWorth, PolicyNote, Rehearsal, Run } from "./result.ts";
import { type RunOptions, run } from "./run.ts";
import type { Scenario } from "./scenario.ts";
import { activitySeries, marketSeries, stockpileSeries, useSeries } from "./series.ts";
import { summarise } from "./summary.ts";
import { tierSeries } from "./tiers.ts";
import { touchedCommodities, untouchedApplications } from "./touched.ts";
import { withoutEffect } from "./without-effect.ts";
import { worthOf } from "./worth.ts";

/** A calibrated chain with the names it goes by. */
export interface Workbench {
  readonly model: Model;
  readonly vocabulary: Vocabulary;
  /** figures of the dataset that are assumptions */
  readonly assumptions: Rehearsal["assumptions"];
  /** share of the gap to last month's flow that a shipment's habit closes each month */
  readonly contractingRatePerMonth: (commodity: string) => number;
}

export interface RehearseOptions {
  /** told after each of the runs a rehearsal consists of */
  readonly onRun?: (done: number, total: number, label: string) => void;
  /** leave out what each measure is worth (two runs per measure) */
  readonly skipWorth?: boolean;
}

/**
 * Rehearses a scenario: the baseline, the events alone, events with all measures, and for what each measure is worth
 * the same without it and with it alone.
 * Errors: PolicyProblems of names that match nothing; ClearingError when a month cannot clear.
 */
export function rehearse(
  workbench: Workbench,
  scenarioId: string,
  scenario: Scenario,
  options: RehearseOptions = {},
): Rehearsal {
  const events = named(scenario.events);
  const measures = named(scenario.measures);
  const viewpoint = viewpointOf(workbench, scenario);
  const rated = options.skipWorth ? [] : measures;
  const total = 2 + (measures.length > 0 ? 1 + 2 * rated.length : 0);
  let done = 0;
  const tell = (label: string) => options.onRun?.(++done, total, label);

  const baseline = runPolicies(workbench, scenario, []);
  const driftShare = baselineDriftShare(baseline.model, baseline.trajectory);
  tell("baseline");
  const withAll = runPolicies(workbench, scenario, [...events, ...measures]);
  tell("events and measures");
  const without = measures.length > 0 ? runPolicies(workbench, scenario, events) : null;
  if (without) tell("events alone");

  const result = readable(withAll, driftShare);
  const withoutResult = without && readable(without, driftShare);
  const worth = rated.map((measure): MeasureWorth => {
    const others = measures.filter((m) => m.id !== measure.id);
    const lacking = runPolicies(workbench, scenario, [...events, ...others]);
    tell(`without ${measure.id}`);
    const alone = runPolicies(workbench, scenario, [...events, measure]);
    tell(`${measure.id} alone`);
    return worthOf(measure, viewpoint, { withAll, lacking, alone, without: without! });
  });

  const touched = touchedCommodities([...events, ...measures], withAll.model, workbench.vocabulary);
  const untouched = untouchedApplications(viewpoint, touched, withoutResult ?? result, result);
  return {
    scenario: scenarioId,
    title: scenario.title,
    description: scenario.description,
    viewpoint,
    blocs: blocsOf(workbench, scenario),
    events: events.map(note),
    measures: worth.sort((a, b) => b.worthUsd - a.worthUsd || (a.id < b.id ? -1 : 1)),
    heldBack: heldBack(events, workbench.model, workbench.vocabulary, (without ?? withAll).controlled),
    withoutEffect: withoutEffect(scenario, [...events, ...measures]),
    withoutMeasures: withoutResult,
    untouched,
    summary: summarise(viewpoint, withoutResult ?? result, result, untouched),
    assumptions: workbench.assumptions,
    ...result,
  };
}

/** The model countries a scenario's viewpoint means; blocs stand for their members. Errors: a name nobody knows. */
export function viewpointOf(workbench: Pick<Workbench, "vocabulary">, scenario: Scenario): string[] {
  const unknown = scenario.viewpoint.filter((name) => workbench.vocabulary.countries([name]).size === 0);
  if (unknown.length > 0)
    throw new Error(`viewpoint: got ${unknown.join(", ")}, expected country codes or blocs of the dataset`);
  return [...workbench.vocabulary.countries(scenario.viewpoint)];
}

function blocsOf({ vocabulary }: Pick<Workbench, "vocabulary">, scenario: Scenario): Rehearsal["blocs"] {
  return [...new Set(scenario.viewpoint)]
    .map((bloc) => ({ bloc, members: [...vocabulary.countries([bloc])] }))
    .filter(({ members }) => members.length > 1)
    .sort((a, b) => b.members.length - a.members.length || (a.bloc < b.bloc ? -1 : 1));
}

/** A run with the model its policies grew. */
export interface ComputedRun {
  readonly model: Model;
  readonly months: readonly string[];
  readonly trajectory: ReturnType<typeof run>;
  /** what its policies keep under control */
  readonly controlled: readonly ControlledFlow[];
}

/** Runs a scenario's months with exactly these policies, taken by id so that the order of a file changes nothing. */
export function runPolicies(
  workbench: Workbench,
  scenario: Pick<Scenario, "start" | "months" | "events" | "measures" | "stockCoverFactor">,
  policies: readonly NamedPolicy[],
  onProblem?: (month: string, network: Network, terms: Terms) => void,
  options: Pick<RunOptions, "record" | "clearer" | "clearerFor"> = {},
): ComputedRun {
  const calendar = createCalendar(scenario.start, scenario.months);
  const kept = new Set(policies.map((p) => p.id));
  const ids = [...Object.keys(scenario.events), ...Object.keys(scenario.measures)];
  const leftOut = new Set(ids.filter((id) => !kept.has(id)));
  const byId = policies.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const stocked = withCover(workbench.model, scenario.stockCoverFactor);
  const { model, levers } = compilePolicies(byId, stocked, workbench.vocabulary, calendar, leftOut);
  const trajectory = run(model, levers, scenario.months, {
    ...options,
    contractingRatePerMonth: workbench.contractingRatePerMonth,
    ...(onProblem ? { onProblem: (t, network, terms) => onProblem(calendar.label(t), network, terms) } : {}),
  });
  return {
    model,
    months: Array.from({ length: scenario.months }, (_, t) => calendar.label(t)),
    trajectory,
    controlled: controlledFlows(byId, model, workbench.vocabulary),
  };
}

/** The policies of a section of a scenario with their ids. */
export function named(policies: Readonly<Record<string, Policy>>): NamedPolicy[] {
  return Object.entries(policies).map(([id, policy]) => ({ id, ...policy }));
}

function note(policy: NamedPolicy): PolicyNote {
  const { id, kind, title, from, to, source, status } = policy;
  return { id, kind, title, from, to, source, status };
}

/** A computed run as plain, documented data. */
export function readable(computed: ComputedRun, maxBaselineDriftShare: number): Run {
  const { model, months, trajectory, controlled } = computed;
  const worst = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), 0);
  const { certificates } = trajectory;
  const markets = marketSeries(model, trajectory);
  return {
    months,
    markets,
    uses: useSeries(model, trajectory, months),
    activities: activitySeries(model, trajectory),
    tiers: tierSeries(model, trajectory, markets, controlled),
    stockpiles: stockpileSeries(model, trajectory),
    paid: (trajectory.paidUsd[0] ?? []).map(({ id }, i) => ({
      id,
      usd: trajectory.paidUsd.map((paid) => paid[i]!.usd),
    })),
    checks: {
      maxBalanceResidualTonnes: worst(trajectory.balanceResidualTonnes),
      maxMassBalanceShare: massBalanceShare(model, trajectory),
      maxBaselineDriftShare,
      objectiveUsd: certificates.map((c) => c.primalObjectiveUsd),
      maxPrimalResidualShare: worst(certificates.map((c) => c.primalResidualShare)),
      maxComplementarityShare: worst(certificates.map((c) => c.complementarityShare)),
      maxDualityGapShare: worst(certificates.map((c) => c.dualityGapShare)),
      newtonSteps: trajectory.newtonSteps,
    },
  };
}
