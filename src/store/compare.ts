import { InputError } from "../dataset/problem.ts";
import type { ColumnInfo } from "../simulation/draws/sweep.ts";
import { manifestPath, type RunFolder, readChunks } from "./run-folder.ts";

/** How an outcome differs between two runs, B less A. */
export interface OutcomeDifference extends ColumnInfo {
  readonly meanA: number | null;
  readonly meanB: number | null;
  /** B − A; over pairs of draws when paired, 0 where a pair is the same within {@link SAME_WITHIN_SHARE}; null when nothing can be compared */
  readonly meanDifference: number | null;
  /** of the mean difference; null for fewer than two draws */
  readonly standardError: number | null;
  /** quantiles of the differences draw by draw (type 7); null when not paired */
  readonly p05: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
  /** share of draws where B is above, and where it is below A, by more than {@link SAME_WITHIN_SHARE} */
  readonly shareAbove: number | null;
  readonly shareBelow: number | null;
  /** draws (pairs when paired) that count; those without a value (NaN: it did not happen) do not */
  readonly counted: number;
  /** draws where it happened in one of the two only; 0 when not paired */
  readonly onlyA: number;
  readonly onlyB: number;
}

export interface RunComparison {
  readonly a: string;
  readonly b: string;
  /** draw i of A and draw i of B had the same inputs: seed, design and number of draws agree */
  readonly paired: boolean;
  /** why not, when not */
  readonly unpairedBecause: string | null;
  readonly outcomes: readonly OutcomeDifference[];
  /** ids that only one run has */
  readonly onlyInA: readonly string[];
  readonly onlyInB: readonly string[];
}

/**
 * Two values count as the same when they differ by no more than this share of the outcome's largest finite size in either run
 * (and at least of one unit): what is less is rounding of sums in another order.
 */
export const SAME_WITHIN_SHARE = 1e-9;

/** As many values as are held at a time: a million draws of sixteen outcomes. */
const VALUES_AT_A_TIME = 16_000_000;

/**
 * Outcomes of two runs side by side. Under common random numbers (same seed and design) the difference is taken draw by
 * draw, so that what both share cancels out; otherwise the means are compared as independent.
 * Errors: InputError when a chunk is missing or damaged, or the runs have no outcome in common.
 */
export async function compareRuns(a: RunFolder, b: RunFolder): Promise<RunComparison> {
  const infosA = a.manifest.columns.outcomes;
  const infosB = b.manifest.columns.outcomes;
  const common = infosA.filter(({ id }) => infosB.some((other) => other.id === id));
  if (common.length === 0)
    throw new InputError([
      {
        file: manifestPath(b.folder),
        line: 1,
        message: `no outcome in common with ${a.manifest.id}`,
        remedy: "compare runs of scenarios with the same viewpoint and end uses",
      },
    ]);
  const unpairedBecause = whyUnpaired(a, b);
  const draws = Math.max(a.manifest.plan.draws, b.manifest.plan.draws);
  const perPass = Math.max(1, Math.floor(VALUES_AT_A_TIME / draws));
  const outcomes: OutcomeDifference[] = [];
  for (let at = 0; at < common.length; at += perPass) {
    const infos = common.slice(at, at + perPass);
    const valuesA = await outcomesOf(a, infos);
    const valuesB = await outcomesOf(b, infos);
    infos.forEach((info, i) => {
      outcomes.push({ ...info, ...(unpairedBecause === null ? paired : unpaired)(valuesA[i]!, valuesB[i]!) });
    });
  }
  const without = (infos: readonly ColumnInfo[], others: readonly ColumnInfo[]) =>
    infos.filter(({ id }) => !others.some((other) => other.id === id)).map(({ id }) => id);
  return {
    a: a.manifest.id,
    b: b.manifest.id,
    paired: unpairedBecause === null,
    unpairedBecause,
    outcomes,
    onlyInA: without(infosA, infosB),
    onlyInB: without(infosB, infosA),
  };
}

function whyUnpaired(a: RunFolder, b: RunFolder): string | null {
  const differing = (["seed", "design", "draws"] as const).filter(
    (key) => a.manifest.plan[key] !== b.manifest.plan[key],
  );
  const pairs = differing.map((key) => `${key} ${a.manifest.plan[key]} and ${b.manifest.plan[key]}`);
  return pairs.length === 0 ? null : pairs.join(", ");
}

async function outcomesOf(run: RunFolder, infos: readonly ColumnInfo[]): Promise<Float64Array[]> {
  const at = infos.map(({ id }) => run.manifest.columns.outcomes.findIndex((info) => info.id === id));
  const values = infos.map(() => new Float64Array(run.manifest.plan.draws));
  for await (const chunk of readChunks(run))
    at.forEach((column, i) => {
      values[i]!.set(chunk.outcomes[column]!, chunk.firstDraw);
    });
  return values;
}

type Difference = Omit<OutcomeDifference, keyof ColumnInfo>;

function paired(a: Float64Array, b: Float64Array): Difference {
  const kept = Array.from(a.keys()).filter((i) => !Number.isNaN(a[i]!) && !Number.isNaN(b[i]!));
  const less = differenceOf(a, b);
  const differences = Float64Array.from(kept, (i) => less(a[i]!, b[i]!)).sort();
  const count = differences.length;
  const { mean, variance } = momentsOf(differences);
  const share = (test: (difference: number) => boolean) =>
    count === 0 ? null : differences.reduce((sum, d) => sum + (test(d) ? 1 : 0), 0) / count;
  const only = (one: Float64Array, other: Float64Array) =>
    one.reduce((sum, value, i) => sum + (!Number.isNaN(value) && Number.isNaN(other[i]!) ? 1 : 0), 0);
  return {
    meanA: momentsOf(Float64Array.from(kept, (i) => a[i]!)).mean,
    meanB: momentsOf(Float64Array.from(kept, (i) => b[i]!)).mean,
    meanDifference: mean,
    standardError: variance === null ? null : Math.sqrt(variance / count),
    p05: quantile(differences, 0.05),
    p50: quantile(differences, 0.5),
    p95: quantile(differences, 0.95),
    shareAbove: share((d) => d > 0),
    shareBelow: share((d) => d < 0),
    counted: count,
    onlyA: only(a, b),
    onlyB: only(b, a),
  };
}

function unpaired(a: Float64Array, b: Float64Array): Difference {
  const happenedA = a.filter((value) => !Number.isNaN(value));
  const happenedB = b.filter((value) => !Number.isNaN(value));
  const [ofA, ofB] = [momentsOf(happenedA), momentsOf(happenedB)];
  const known = ofA.variance !== null && ofB.variance !== null;
  return {
    meanA: ofA.mean,
    meanB: ofB.mean,
    meanDifference: ofA.mean === null || ofB.mean === null ? null : differenceOf(a, b)(ofA.mean, ofB.mean),
    standardError: known ? Math.sqrt(ofA.variance! / happenedA.length + ofB.variance! / happenedB.length) : null,
    p05: null,
    p50: null,
    p95: null,
    shareAbove: null,
    shareBelow: null,
    counted: Math.min(happenedA.length, happenedB.length),
    onlyA: 0,
    onlyB: 0,
  };
}

/** Second less first, 0 where that is rounding beside the sizes of the two runs. */
export function differenceOf(a: Float64Array, b: Float64Array): (first: number, second: number) => number {
  const larger = (most: number, v: number) => (Number.isFinite(v) && Math.abs(v) > most ? Math.abs(v) : most);
  const least = SAME_WITHIN_SHARE * Math.max(a.reduce(larger, 1), b.reduce(larger, 1));
  return (first, second) => (first === second || Math.abs(second - first) <= least ? 0 : second - first);
}

/** Mean and unbiased variance, in two passes. */
function momentsOf(values: Float64Array): { mean: number | null; variance: number | null } {
  if (values.length === 0) return { mean: null, variance: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: values.length < 2 ? null : squares / (values.length - 1) };
}

/** Hyndman and Fan's type 7 of sorted values. */
function quantile(sorted: Float64Array, share: number): number | null {
  if (sorted.length === 0) return null;
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (place - Math.floor(place)) * (above - below);
}
