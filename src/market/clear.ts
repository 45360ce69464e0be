import { fits } from "./columns.ts";
import { explainImbalance } from "./diagnose.ts";
import { checkNetwork } from "./network.ts";
import { acceptedImbalanceShare, createNewton, usualSweeps } from "./newton.ts";
import type { Clearing, Network, Terms } from "./problem.ts";
import { structureOf } from "./structure.ts";
import { checkPrices, checkTerms } from "./terms.ts";

/** Clears one network month after month; holds its symbolic factor and its working arrays. */
export interface Clearer {
  /** entries of the Cholesky factor, the diagonal included */
  readonly factorNonZeros: number;
  /** Clears into fresh arrays, from `startPrices` (USD/t, left untouched) or else from typical prices. */
  clear(terms: Terms, startPrices?: Float64Array): Clearing;
  /**
   * From now on clears another network if its activities touch the same markets (the coefficients may differ): false and
   * nothing happens if not. Saves the analysis and the arrays; prices and levels are those of a new clearer to the last bit.
   */
  take(network: Network): boolean;
  /**
   * Clears in place without allocating: `priceUsdPerTonne` holds the start prices on entry and the clearing prices on
   * return, `level` (one per activity) is written. Returns the number of Newton steps. On an error both are undefined.
   */
  clearInto(terms: Terms, priceUsdPerTonne: Float64Array, level: Float64Array): number;
  /** Gives the solver's memory to the next clearer of this thread; this one is of no use after that. */
  release(): void;
}

export interface ClearerOptions {
  /** Newton steps before giving up; a cold start takes about 20 */
  readonly stepLimit?: number;
  /** price-by-price sweeps allowed per clear (default 5): they halve the steps of a cold start and cost a warm one time */
  readonly sweeps?: number;
}

/**
 * Prepares to clear a network: prices λ at which Σ_a A_ma x_a = 0 in every market, where each activity chooses
 * x_a = clip(x̂ + (Σ_m A_ma λ_m − c) / q, l, u). Equivalently min Σ c x + ½ q (x − x̂)² subject to A x = 0, l ≤ x ≤ u
 * (Samuelson 1952; Takayama and Judge 1971), solved on its dual by semismooth Newton with a line search on its slope.
 *
 * Balance is judged by market: |Σ_a A_ma x_a| over its turnover, 1e-12 aimed at, 1e-10 accepted when rounding allows
 * no better. Where no activity reacts to a price, that price is not unique and stays near its start.
 * Throws {@link ClearingError}: `malformed` input, `infeasible` month, or `not converged`.
 */
export function createClearer(network: Network, options: ClearerOptions = {}): Clearer {
  checkNetwork(network);
  const structure = structureOf(network);
  const newton = createNewton(structure, options.stepLimit ?? 500, options.sweeps ?? usualSweeps);
  let current = network;
  newton.take(network);

  function clearInto(terms: Terms, prices: Float64Array, level: Float64Array): number {
    checkTerms(current, terms);
    checkPrices(current, prices);
    const outcome = newton.run(terms, prices, level);
    if (outcome.unbounded || !(outcome.imbalanceShare <= acceptedImbalanceShare)) {
      throw explainImbalance(current, terms, outcome);
    }
    return outcome.newtonSteps;
  }

  return {
    factorNonZeros: structure.symbolic.nonZeros,
    take(other) {
      checkNetwork(other);
      if (!fits(structure.columns, other)) return false;
      current = other;
      newton.take(other);
      return true;
    },
    clearInto,
    release: newton.release,
    clear(terms, startPrices = current.typicalPriceUsdPerTonne) {
      const priceUsdPerTonne = Float64Array.from(startPrices);
      const level = new Float64Array(current.activityNames.length);
      const newtonSteps = clearInto(terms, priceUsdPerTonne, level);
      return { priceUsdPerTonne, level, newtonSteps };
    },
  };
}
