import { createClearer } from "../../src/market/clear.ts";
import type { Network, Terms } from "../../src/market/problem.ts";
import { highsInput, optimal, solve } from "../../test/market/highs.ts";

/** A problem to time: one month from each of several far-off prices, and a run of months that each start from the last one's prices. */
export interface Workload {
  readonly name: string;
  readonly network: Network;
  readonly cold: { readonly terms: Terms; readonly starts: readonly Float64Array[] };
  readonly months: readonly Terms[];
}

export interface Measurement {
  readonly name: string;
  readonly markets: number;
  readonly activities: number;
  readonly factorNonZeros: number;
  /** ordering, pattern and scatter maps; once per network */
  readonly prepareMs: number;
  /** mean over the starts */
  readonly coldMs: number;
  readonly coldSteps: number;
  /** mean over the months */
  readonly warmMs: number;
  readonly warmSteps: number;
}

/** Times a workload: the fastest of `repeats`, after unmeasured rounds that let the engine compile. */
export function measure(workload: Workload, repeats = 15): Measurement {
  const { network, cold, months } = workload;
  const prepareMs = fastest(Array.from({ length: 3 }, () => timed(() => createClearer(network)).ms));
  const clearer = createClearer(network);
  const monthly = createClearer(network, { sweeps: 0 }); // as the month loop has it
  const level = new Float64Array(network.activityNames.length);

  const coldRound = () =>
    cold.starts.reduce((steps, start) => steps + clearer.clearInto(cold.terms, start.slice(), level), 0);
  const settled = clearer.clear(months[0]!).priceUsdPerTonne;
  const warmRound = () => {
    const prices = settled.slice();
    return months.reduce((steps, terms) => steps + monthly.clearInto(terms, prices, level), 0);
  };
  for (let round = 0; round < 3; round++) {
    coldRound();
    warmRound();
  }
  const coldSteps = coldRound();
  const warmSteps = warmRound();
  return {
    name: workload.name,
    markets: network.marketNames.length,
    activities: network.activityNames.length,
    factorNonZeros: clearer.factorNonZeros,
    prepareMs,
    coldMs: fastest(Array.from({ length: repeats }, () => timed(coldRound).ms)) / cold.starts.length,
    coldSteps: coldSteps / cold.starts.length,
    warmMs: fastest(Array.from({ length: repeats }, () => timed(warmRound).ms)) / months.length,
    warmSteps: warmSteps / months.length,
  };
}

/** Slope of log time over log markets, by least squares: 1 is in proportion. */
export function fittedExponent(measurements: readonly Measurement[], field: "coldMs" | "warmMs"): number {
  const points = measurements.map((row) => [Math.log(row.markets), Math.log(row[field])] as const);
  const mean = (k: 0 | 1) => points.reduce((sum, point) => sum + point[k], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return covariance / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

/** Milliseconds HiGHS' QP takes for the month (model building included), or undefined where it does not reach an optimum. */
export function highsMs(network: Network, terms: Terms, timeLimitSeconds: number): number | undefined {
  try {
    const { ms, value } = timed(() => solve(highsInput(network, terms), timeLimitSeconds));
    return value.status === optimal ? ms : undefined;
  } catch {
    return undefined;
  }
}

function timed<T>(work: () => T): { ms: number; value: T } {
  const start = performance.now();
  const value = work();
  return { ms: performance.now() - start, value };
}

function fastest(values: readonly number[]): number {
  return Math.min(...values);
}
