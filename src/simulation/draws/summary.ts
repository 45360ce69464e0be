import type { NamedPolicy } from "../../policy/kinds/index.ts";
import type { WithoutEffect } from "../result.ts";
import { withoutEffect } from "../without-effect.ts";
import { percentilesOf } from "./design.ts";
import { type Fan, FanTally } from "./fan.ts";
import { GivenData, type SensitivityIndex } from "./given-data.ts";
import { type OutcomeSummary, OutcomeTally } from "./outcome-summary.ts";
import { FEWEST_BLOCKS, PickFreeze } from "./pick-freeze.ts";
import type { ColumnInfo, SweepChunk, SweepColumns, SweepPlan } from "./sweep.ts";

/** What a sweep says; plain JSON. Definitions and formulas: docs/uncertainty.md. */
export interface SweepSummary {
  readonly scenario: string;
  readonly title: string;
  readonly withoutMeasures: boolean;
  /** whether the scenario has measures at all; absent in summaries of older versions */
  readonly hasMeasures?: boolean;
  readonly seed: number;
  readonly draws: number;
  readonly design: SweepPlan["design"];
  readonly months: readonly string[];
  /** events and measures (unless left out) that lie wholly outside the months; absent in summaries of older versions */
  readonly withoutEffect?: readonly WithoutEffect[];
  readonly inputs: readonly ColumnInfo[];
  readonly outcomes: readonly OutcomeSummary[];
  readonly shortages: readonly ShortageSummary[];
  readonly fans: readonly Fan[];
  readonly sensitivity: readonly OutcomeSensitivity[];
  /** why the indices of `sensitivity` are no answer; null when they are one */
  readonly sensitivityNote: string | null;
  readonly methods: { readonly quantiles: string; readonly sensitivity: string };
}

/** One use in one country: how likely it runs short and for how long. */
export interface ShortageSummary {
  readonly country: string;
  readonly use: string;
  /** share of draws with a short month */
  readonly probability: number;
  /** months under 95 % of need, mean over all draws */
  readonly expectedMonths: number;
  /** the same over the draws in which it runs short; null if none does */
  readonly expectedMonthsIfShort: number | null;
}

/** What an outcome depends on, the most influential input first. */
export interface OutcomeSensitivity {
  readonly outcome: string;
  readonly inputs: readonly InputSensitivity[];
}

export interface InputSensitivity {
  readonly input: string;
  /** share of the outcome's variance that knowing this input alone would remove */
  readonly firstOrder: SensitivityIndex;
  /** share that would remain if all others were known; null without the sensitivity design */
  readonly total: SensitivityIndex | null;
}

export interface SummaryBuilder {
  add(chunk: SweepChunk): void;
  finish(): SweepSummary;
}

function policiesOf({ scenario: { events, measures }, withoutMeasures }: SweepPlan): NamedPolicy[] {
  const all = Object.entries(withoutMeasures ? events : { ...events, ...measures });
  return all.map(([id, policy]) => ({ id, ...policy }));
}

/**
 * Streaming summary: chunks in order of draws; memory grows with how far values spread, not with draws. Cutting the
 * draws into other chunks changes no byte. Errors: a chunk out of order, or draws that are missing at the end.
 */
export function createSummary(plan: SweepPlan, columns: SweepColumns): SummaryBuilder {
  const months = columns.months.length;
  const outcomes = columns.outcomes.map((info) => new OutcomeTally(info));
  const fans = columns.series.map((info) => new FanTally(info, months));
  const ids = columns.inputs.map((c) => c.id);
  const percentiles = percentilesOf(plan, ids);
  const frozen = plan.design === "sensitivity" ? new PickFreeze(ids.length, outcomes.length) : undefined;
  const given = frozen ? undefined : new GivenData(ids.length, outcomes.length, plan.draws);
  let next = 0;
  return {
    add(chunk) {
      if (chunk.firstDraw !== next)
        throw new Error(`got a chunk that starts at draw ${chunk.firstDraw}, expected ${next}`);
      for (let i = 0; i < chunk.draws; i++) {
        const values = chunk.outcomes.map((column) => column[i]!);
        outcomes.forEach((tally, o) => {
          tally.add(values[o]!);
        });
        fans.forEach((tally, s) => {
          tally.add(chunk.series[s]!.subarray(i * months, (i + 1) * months));
        });
        frozen?.add(values);
        given?.add(percentiles(chunk.firstDraw + i), values);
      }
      next += chunk.draws;
    },
    finish() {
      if (next !== plan.draws) throw new Error(`got ${next} draws, expected ${plan.draws}`);
      const summaries = outcomes.map((tally) => tally.finish());
      return {
        scenario: plan.scenarioId,
        title: plan.scenario.title,
        withoutMeasures: plan.withoutMeasures,
        hasMeasures: Object.keys(plan.scenario.measures).length > 0,
        seed: plan.seed,
        draws: plan.draws,
        design: plan.design,
        months: columns.months,
        withoutEffect: withoutEffect(plan.scenario, policiesOf(plan)),
        inputs: columns.inputs,
        outcomes: summaries,
        shortages: shortagesOf(summaries),
        fans: fans.map((tally) => tally.finish()),
        sensitivity: summaries.map(({ id }, o) => ({
          outcome: id,
          inputs: ids
            .map((input, i) => ({
              input,
              firstOrder: (frozen ?? given)!.firstOrder(i, o),
              total: frozen?.total(i, o) ?? null,
            }))
            .sort((a, b) => influence(b) - influence(a) || (a.input < b.input ? -1 : 1)),
        })),
        sensitivityNote: frozen ? tooFewBlocks(plan.draws, ids.length + 2) : null,
        methods: {
          quantiles: `R-7 on counts in bins 1/1024 of their value wide (1/512 in fans), exact in bins of one or two values`,
          sensitivity: frozen
            ? "pick-freeze: first order Saltelli 2010, total Jansen 1999; standard errors by jackknife of 10 groups"
            : `first order from given data in ${given!.classes} classes; standard errors by jackknife of 10 groups`,
        },
      };
    },
  };
}

function tooFewBlocks(draws: number, rows: number): string | null {
  const blocks = draws / rows;
  if (blocks >= FEWEST_BLOCKS) return null;
  const got = `${draws} draws are ${blocks} ${blocks === 1 ? "block" : "blocks"} of ${rows} (inputs + 2)`;
  return `${got}, below ${FEWEST_BLOCKS} an index cannot be told from chance; take ${FEWEST_BLOCKS * rows} draws or more`;
}

/** What inputs are ranked by: the total index where there is one. */
function influence({ firstOrder, total }: InputSensitivity): number {
  return total?.value ?? firstOrder.value ?? Number.NEGATIVE_INFINITY;
}

/** How likely each use runs short, and for how long, from the outcomes of a sweep. */
export function shortagesOf(outcomes: readonly OutcomeSummary[]): ShortageSummary[] {
  return outcomes.flatMap(({ id, mean, probability }) => {
    const [kind, country, use] = id.split("/");
    if (kind !== "shortMonths") return [];
    return [
      {
        country: country!,
        use: use!,
        probability: probability!,
        expectedMonths: mean!,
        expectedMonthsIfShort: probability! > 0 ? mean! / probability! : null,
      },
    ];
  });
}
