import type { Network, Terms } from "./problem.ts";
import { multipliedOut } from "./quadratic.ts";

export { toLp } from "./lp.ts";
export { toMps } from "./mps.ts";
export { originalName, solverName } from "./solver-names.ts";

/** One month's quadratic problem as plain data; see {@link toJson}. Arrays run over activities unless said otherwise. */
export interface MonthProblem {
  readonly objective: "minimise sum of marginalCost * x + 0.5 * slope * (x - referenceLevel)^2, USD per month";
  readonly constraints: "for each market the sum of coefficient * x is 0; lowerBound <= x <= upperBound, null is none";
  readonly markets: readonly string[];
  readonly activities: readonly string[];
  /** A by entry: three arrays of equal length, indices from 0 */
  readonly entries: {
    readonly market: readonly number[];
    readonly activity: readonly number[];
    readonly coefficient: readonly number[];
  };
  /** t/month; null where there is none */
  readonly lowerBound: readonly (number | null)[];
  /** t/month; null where there is none */
  readonly upperBound: readonly (number | null)[];
  /** c, USD/t at the reference level */
  readonly marginalCost: readonly number[];
  /** q, USD/t per t/month */
  readonly slope: readonly number[];
  /** x̂, t/month */
  readonly referenceLevel: readonly number[];
  /** c − q x̂: the linear cost once the square is multiplied out */
  readonly linearCost: readonly number[];
  /** Σ ½ q x̂²: to be added to Σ linearCost x + ½ slope x² */
  readonly constantUsd: number;
}

/** The month's problem as an object that `JSON.stringify` keeps whole (numbers to the last digit, no infinities). */
export function toJson(network: Network, terms: Terms): MonthProblem {
  const { linear, constantUsd } = multipliedOut(terms);
  const activity: number[] = [];
  for (let a = 0; a < network.activityNames.length; a++) {
    for (let k = network.columnStart[a]!; k < network.columnStart[a + 1]!; k++) activity.push(a);
  }
  const finiteOrNull = (bound: number) => (Number.isFinite(bound) ? bound : null);
  return {
    objective: "minimise sum of marginalCost * x + 0.5 * slope * (x - referenceLevel)^2, USD per month",
    constraints: "for each market the sum of coefficient * x is 0; lowerBound <= x <= upperBound, null is none",
    markets: network.marketNames,
    activities: network.activityNames,
    entries: {
      market: Array.from(network.columnMarket),
      activity,
      coefficient: Array.from(network.coefficient),
    },
    lowerBound: Array.from(terms.lowerBound, finiteOrNull),
    upperBound: Array.from(terms.upperBound, finiteOrNull),
    marginalCost: Array.from(terms.marginalCost),
    slope: Array.from(terms.slope),
    referenceLevel: Array.from(terms.referenceLevel),
    linearCost: Array.from(linear),
    constantUsd,
  };
}
