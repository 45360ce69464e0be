import type { ByMarket } from "./by-market.ts";
import { createFactor } from "./factor.ts";
import type { Network, Terms } from "./problem.ts";
import type { Response } from "./response.ts";
import type { Symbolic } from "./symbolic.ts";

/** A level this share of its own rounding away from a bound, at the start, counts as free; see `factorise`. */
const kinkShare = 1e-13;

/** The dual's generalised Hessian at the current response and the direction it gives; see {@link createCurvature}. */
export interface Curvature {
  /** price change that would balance every market if no level met or left a bound, USD/t */
  readonly direction: Float64Array;
  /**
   * Builds and factorises H = A D Aᵀ. At a start many levels sit exactly on a bound (a calibrated use at full demand):
   * either D is right there, and counting them as free keeps H regular, so the first step is `tolerant`.
   * True if the free activities leave some combination of prices open; `raisedShare` as in {@link Factor}.
   */
  factorise(terms: Terms, tolerant: boolean, raisedShare: number): boolean;
  /** direction = H⁻¹ (−A x); returns the dual's slope along it */
  aim(): number;
}

/** Holds the arrays of H and its factor for one network; nothing is allocated after this. */
export function createCurvature(
  network: Network,
  symbolic: Symbolic,
  byMarket: ByMarket,
  response: Response,
): Curvature {
  const { columnStart, columnMarket, coefficient, turnoverTonnes, typicalPriceUsdPerTonne } = network;
  const { rowOf, hStart, pairStart, pairTarget, pairProduct } = symbolic;
  const { inverseSlope, wanted, balance } = response;
  const markets = turnoverTonnes.length;
  const activities = columnStart.length - 1;
  const factor = createFactor(symbolic);
  const ordered = new Float64Array(markets);
  const direction = new Float64Array(markets);

  function touchesBound(terms: Terms, a: number): boolean {
    const l = terms.lowerBound[a]!;
    const u = terms.upperBound[a]!;
    if (l === u) return false;
    let size = Math.abs(terms.marginalCost[a]!);
    for (let k = columnStart[a]!; k < columnStart[a + 1]!; k++) {
      size += Math.abs(coefficient[k]!) * typicalPriceUsdPerTonne[columnMarket[k]!]!;
    }
    const slack = kinkShare * (size * inverseSlope[a]! + Math.abs(terms.referenceLevel[a]!));
    return wanted[a]! >= l - slack && wanted[a]! <= u + slack;
  }

  /**
   * How far the price of a market without any free activity must move until the first one reacts and makes good the
   * imbalance alone. The market stands apart from all others in H, so this is its own Newton step.
   */
  function reach(terms: Terms, m: number): number {
    const wish = -Math.sign(balance[m]!);
    let nearest = Infinity;
    for (let k = byMarket.start[m]!; k < byMarket.start[m + 1]!; k++) {
      const a = byMarket.activity[k]!;
      const push = byMarket.coefficient[k]! * wish * inverseSlope[a]!;
      const l = terms.lowerBound[a]!;
      const u = terms.upperBound[a]!;
      if (l === u) continue;
      const x = wanted[a]!;
      const release = push > 0 && x <= l ? l - x : push < 0 && x >= u ? u - x : Infinity;
      if (release === Infinity) continue;
      const distance = release / push + Math.abs(balance[m]! / (byMarket.coefficient[k]! * push));
      if (distance < nearest) nearest = distance;
    }
    return nearest > 0 && nearest < Infinity ? nearest : typicalPriceUsdPerTonne[m]!;
  }

  return {
    direction,

    factorise(terms, tolerant, raisedShare) {
      const { h } = factor;
      const { lowerBound, upperBound } = terms;
      h.fill(0);
      for (let a = 0; a < activities; a++) {
        const x = wanted[a]!;
        const free = x > lowerBound[a]! && x < upperBound[a]!;
        if (!free && !(tolerant && touchesBound(terms, a))) continue;
        const weight = inverseSlope[a]!;
        const end = pairStart[a + 1]!;
        for (let p = pairStart[a]!; p < end; p++) h[pairTarget[p]!]! += weight * pairProduct[p]!;
      }
      for (let m = 0; m < markets; m++) {
        const diagonal = hStart[rowOf[m]! + 1]! - 1;
        if (h[diagonal] !== 0) continue;
        h[diagonal] = (Math.abs(balance[m]!) + Number.EPSILON * turnoverTonnes[m]!) / reach(terms, m);
      }
      return factor.factorise(raisedShare);
    },

    aim() {
      for (let m = 0; m < markets; m++) ordered[rowOf[m]!] = -balance[m]!;
      factor.solve(ordered);
      let slope = 0;
      for (let m = 0; m < markets; m++) {
        direction[m] = ordered[rowOf[m]!]!;
        slope -= direction[m]! * balance[m]!;
      }
      return slope;
    },
  };
}
