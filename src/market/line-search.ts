import type { Arranged } from "./arranged.ts";

/**
 * Finds t > 0 where φ'(t) ≈ 0, `firstTry` if it will do. Returns Infinity where φ' stays positive for ever: then d
 * proves that no levels within bounds balance (Farkas).
 */
export type LineSearch = (slopeAtZero: number, firstTry: number) => number;

/** The search ends once the slope has come down to this share of what it was; closer takes no fewer Newton steps. */
export const flatEnoughShare = 0.1;
const tries = 80;

/**
 * Makes a line search over the ray of `arranged`, whose arrays are refilled between calls; it allocates nothing. Between
 * two ends of the ray most levels go in a straight line. Looking at all of them once (`slopeBeyond`) finds those that meet
 * a bound on the way ("kinks"); every further look between the ends (`slopeBetween`) takes only these. φ'(t) is φ'(0) less
 * what has changed since, so that levels which stay at their bounds add nothing, not even rounding.
 */
export function createLineSearch({ kernels, activities, ray, terms }: Arranged): LineSearch {
  const { gain } = ray;
  const { lowerBound: lower, upperBound: upper } = terms;

  /** lim φ'(t) for t → ∞, rounding noise counted as zero */
  function slopeAtInfinity(): number {
    let sum = 0;
    let size = 0;
    for (let a = 0; a < activities; a++) {
      const weight = gain[a]!;
      if (weight === 0) continue;
      const part = weight * (weight > 0 ? upper[a]! : lower[a]!);
      if (part === Infinity) return -Infinity;
      sum -= part;
      size += Math.abs(part);
    }
    return Math.abs(sum) > 1e-11 * size ? sum : 0;
  }

  return function search(slopeAtZero, firstTry) {
    const flat = flatEnoughShare * slopeAtZero;
    let low = 0;
    let high = Infinity;
    let t = firstTry;
    for (let i = 0; i < tries; i++) {
      const slope = high === Infinity ? kernels.slopeBeyond(activities, slopeAtZero, low, t) : kernels.slopeBetween(t);
      if (Math.abs(slope) <= flat) return t;
      if (slope > 0) {
        if (high === Infinity && i % 4 === 0 && slopeAtInfinity() > 0) return Infinity;
        low = t;
      } else {
        high = t;
      }
      const bend = kernels.bendThere();
      const newton = bend < 0 ? t - slope / bend : Infinity;
      if (newton > low && newton < Math.min(high, 16 * t)) t = newton;
      else if (high === Infinity) t = low * 16;
      else if (low === 0) t = high / 16;
      else t = low * 4 < high ? Math.sqrt(low * high) : (low + high) / 2;
      if (t === low || t === high) return t;
    }
    return low > 0 ? low : t;
  };
}
