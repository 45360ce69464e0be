import type { Dataset, ReplaySeriesRow } from "../dataset/index.ts";
import { openBench } from "../simulation/draws/bench.ts";
import { percentilesOf } from "../simulation/draws/design.ts";
import type { Scenario } from "../simulation/scenario.ts";
import { measuredRun, modelledSeries } from "./measure.ts";

/** Percentiles of a series over draws, an entry per month; null where a draw has nothing to give. */
export interface SeriesFan {
  readonly draws: number;
  readonly p05: readonly (number | null)[];
  readonly p50: readonly (number | null)[];
  readonly p95: readonly (number | null)[];
}

export interface FanOptions {
  readonly draws: number;
  /** 0 .. 2³²−1 */
  readonly seed: number;
  /** told after each draw */
  readonly onDraw?: (done: number) => void;
}

/**
 * Plays an episode once per draw, with the uncertain figures of data/uncertainties.csv and of the scenario's `uncertain:`
 * drawn, and gives the fan of every series by name. Same dataset, scenario and seed, same numbers.
 * Errors: InputError for an `uncertain:` section that cannot be drawn; as {@link openBench}.
 */
export function replayFans(
  dataset: Dataset,
  scenarioId: string,
  scenario: Scenario,
  rows: readonly ReplaySeriesRow[],
  { draws, seed, onDraw }: FanOptions,
): ReadonlyMap<string, SeriesFan> {
  const plan = { scenarioId, scenario, withoutMeasures: false, seed, draws, design: "random" } as const;
  const bench = openBench(dataset, plan);
  const percentiles = percentilesOf(
    plan,
    bench.inputs.map((i) => i.id),
  );
  const played = Array.from({ length: draws }, (_, draw) => {
    const { run } = bench.draw(percentiles(draw), draw);
    const result = measuredRun(run, rows);
    const values = rows.map((row) => modelledSeries(run, result, row));
    onDraw?.(draw + 1);
    return values;
  });
  return new Map(
    rows.map((row, r) => {
      const at = (share: number) =>
        bench.months.map((_, t) =>
          percentile(
            played.map((values) => values[r]![t]!),
            share,
          ),
        );
      return [row.series, { draws, p05: at(0.05), p50: at(0.5), p95: at(0.95) }];
    }),
  );
}

/** The R-7 quantile: a straight line between the order statistics; null if any value is missing. */
export function percentile(values: readonly (number | null)[], share: number): number | null {
  const known = values.filter((v) => v !== null).sort((a, b) => a - b);
  if (known.length < values.length || known.length === 0) return null;
  const place = share * (known.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, known.length - 1);
  return known[below]! + (place - below) * (known[above]! - known[below]!);
}
