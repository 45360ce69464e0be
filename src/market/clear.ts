import { explainImbalance } from "./diagnose.ts";
import { checkNetwork } from "./network.ts";
import { acceptedImbalanceShare, createNewton, usualSweeps } from "./newton.ts";
import type { Clearing, Network, Terms } from "./problem.ts";
import { type Structure, structureOf } from "./structure.ts";
import { checkPrices, checkTerms } from "./terms.ts";

/** Clears one network month after month; holds its symbolic factor and its working arrays. */
export interface Clearer {
  readonly network: Network;
  /** entries of the Cholesky factor, the diagonal included */
  readonly factorNonZeros: number;
  /** to be handed on to the clearer of another network built alike; see {@link ClearerOptions.structure} */
  readonly structure: Structure;
  /** Clears into fresh arrays, from `startPrices` (USD/t, left untouched) or else from typical prices. */
  clear(terms: Terms, startPrices?: Float64Array): Clearing;
  /**
   * Clears in place without allocating: `priceUsdPerTonne` holds the start prices on entry and the clearing prices on
   * return, `level` (one per activity) is written. Returns the number of Newton steps. On an error both are undefined.
   */
  clearInto(terms: Terms, priceUsdPerTonne: Float64Array, level: Float64Array): number;
}

export interface ClearerOptions {
  /** Newton steps before giving up; a cold start takes about 20 */
  readonly stepLimit?: number;
  /** price-by-price sweeps allowed per clear (default 5): they halve the steps of a cold start and cost a warm one time */
  readonly sweeps?: number;
  /**
   * Of a clearer made before: taken over if this network's activities touch the same markets (the coefficients may
   * differ), which saves the analysis; passed over otherwise. Either way prices and levels are the same to the last bit.
   */
  readonly structure?: Structure | undefined;
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
  const structure = structureOf(network, options.structure);
  const newton = createNewton(network, structure, options.stepLimit ?? 500, options.sweeps ?? usualSweeps);

  function clearInto(terms: Terms, prices: Float64Array, level: Float64Array): number {
    checkTerms(network, terms);
    checkPrices(network, prices);
    const outcome = newton(terms, prices, level);
    if (outcome.unbounded || !(outcome.imbalanceShare <= acceptedImbalanceShare)) {
      throw explainImbalance(network, terms, outcome);
    }
    return outcome.newtonSteps;
  }

  return {
    network,
    factorNonZeros: structure.symbolic.nonZeros,
    structure,
    clearInto,
    clear(terms, startPrices = network.typicalPriceUsdPerTonne) {
      const priceUsdPerTonne = Float64Array.from(startPrices);
      const level = new Float64Array(network.activityNames.length);
      const newtonSteps = clearInto(terms, priceUsdPerTonne, level);
      return { priceUsdPerTonne, level, newtonSteps };
    },
  };
}
