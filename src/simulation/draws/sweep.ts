import type { Dataset } from "../../dataset/index.ts";
import type { Scenario } from "../scenario.ts";
import { openBench } from "./bench.ts";
import { percentilesOf } from "./design.ts";
import { outcomeGauges, seriesGauges, viewRun } from "./gauges.ts";

/** What a sweep computes; plain data, JSON-safe; with the dataset it determines every byte of the result. */
export interface SweepPlan {
  readonly scenarioId: string;
  /** resolved (no extends), parsed */
  readonly scenario: Scenario;
  readonly withoutMeasures: boolean;
  /** 0 .. 2³²−1 */
  readonly seed: number;
  /** model runs, whatever the design */
  readonly draws: number;
  /** sensitivity = pick-freeze (Saltelli, Jansen): draws is a multiple of (inputs + 2) */
  readonly design: "random" | "sobol" | "sensitivity";
}

/** One column of what a sweep records, e.g. `shortfallShare/JPN/electric-vehicles`. */
export interface ColumnInfo {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
}

/** What a chunk carries, in fixed order, derived from plan and dataset. */
export interface SweepColumns {
  /** one value per draw: the input as it was used (share, days, factor; percentile for groups of figures) */
  readonly inputs: readonly ColumnInfo[];
  /** one value per draw; NaN = did not happen */
  readonly outcomes: readonly ColumnInfo[];
  /** one value per draw and month */
  readonly series: readonly ColumnInfo[];
  readonly months: readonly string[];
}

/** Some consecutive draws. */
export interface SweepChunk {
  /** 0-based */
  readonly firstDraw: number;
  readonly draws: number;
  /** [column][draw] */
  readonly inputs: readonly Float64Array[];
  readonly outcomes: readonly Float64Array[];
  /** [column][draw × months + month] */
  readonly series: readonly Float64Array[];
}

export interface Sweep {
  readonly plan: SweepPlan;
  readonly columns: SweepColumns;
  /** Pure: the same chunk for the same plan, dataset and code, whatever ran before. Draws are numbered 0 .. draws−1. */
  runChunk(firstDraw: number, draws: number, onDraw?: (done: number) => void): SweepChunk;
}

/**
 * Makes a sweep ready: balances the figures once, runs the scenario with every input at its central value and chooses by
 * it what is recorded. Each draw then calibrates and runs by itself.
 * Errors: InputError for a plan or an `uncertain:` section that cannot be drawn; PolicyProblem for names that match nothing.
 */
export function openSweep(dataset: Dataset, plan: SweepPlan): Sweep {
  const bench = openBench(dataset, plan);
  const outcomes = outcomeGauges(bench.watched);
  const series = seriesGauges(bench.watched);
  const months = bench.months;
  const columns: SweepColumns = {
    inputs: bench.inputs.map(({ id, title, unit }) => ({ id, title, unit })),
    outcomes: outcomes.map((g) => g.info),
    series: series.map((g) => g.info),
    months,
  };
  const percentiles = percentilesOf(
    plan,
    columns.inputs.map((c) => c.id),
  );
  return {
    plan,
    columns,
    runChunk(firstDraw, draws, onDraw) {
      checkRange(plan, firstDraw, draws);
      const chunk: SweepChunk = {
        firstDraw,
        draws,
        inputs: columns.inputs.map(() => new Float64Array(draws)),
        outcomes: outcomes.map(() => new Float64Array(draws)),
        series: series.map(() => new Float64Array(draws * months.length)),
      };
      for (let i = 0; i < draws; i++) {
        const { values, run } = bench.draw(percentiles(firstDraw + i), firstDraw + i);
        const view = viewRun(run, bench.watched);
        values.forEach((value, k) => {
          chunk.inputs[k]![i] = value;
        });
        outcomes.forEach((gauge, k) => {
          chunk.outcomes[k]![i] = gauge.read(view);
        });
        series.forEach((gauge, k) => {
          chunk.series[k]!.set(gauge.read(view), i * months.length);
        });
        onDraw?.(i + 1);
      }
      return chunk;
    },
  };
}

function checkRange(plan: SweepPlan, firstDraw: number, draws: number): void {
  const whole = Number.isInteger(firstDraw) && Number.isInteger(draws);
  if (whole && firstDraw >= 0 && draws >= 1 && firstDraw + draws <= plan.draws) return;
  throw new Error(
    `draws ${firstDraw} to ${firstDraw + draws - 1}: expected whole numbers within 0 to ${plan.draws - 1}, at least one draw`,
  );
}
