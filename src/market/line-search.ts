import type { Terms } from "./problem.ts";

/**
 * The dual along a ray of prices λ + t d. Its slope is φ'(t) = −Σ w clip(y + t v, l, u) with y the levels that
 * prices λ ask for before clipping, w = Aᵀd and v = w / q: continuous, piecewise linear and never rising.
 */
export interface Ray {
  /** clip(y, l, u): the levels at t = 0 */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly w: Float64Array;
  readonly v: Float64Array;
}

/**
 * Finds t > 0 where φ'(t) ≈ 0, `firstTry` if it will do. Returns Infinity where φ' stays positive for ever: then d
 * proves that no levels within bounds balance (Farkas).
 */
export type LineSearch = (slopeAtZero: number, firstTry: number) => number;

/** The search ends once the slope has come down to this share of what it was; closer takes no fewer Newton steps. */
export const flatEnoughShare = 0.1;
const tries = 80;

/**
 * Makes a line search over a ray whose arrays are refilled between calls; it allocates nothing. Between two ends
 * of the ray most levels go in a straight line. Looking at all of them once finds those that meet a bound on the way
 * ("kinks"); every further look between the ends takes only these. φ'(t) is φ'(0) less what has changed since, so
 * that levels which stay at their bounds add nothing, not even rounding.
 */
export function createLineSearch({ x, y, w, v }: Ray, { lowerBound: lower, upperBound: upper }: Terms): LineSearch {
  const activities = y.length;
  const kinks = new Int32Array(activities);
  let kinkCount = 0;
  /** φ'(t) but for the kinks is `straight + t × straightBend` */
  let straight = 0;
  let straightBend = 0;
  /** derivative of φ' at the last t looked at */
  let bend = 0;

  /** φ'(t), with the kinks between `low`, where an earlier look ended, and t > low */
  function slopeBeyond(slopeAtZero: number, low: number, t: number): number {
    let sum = slopeAtZero;
    let bendSum = 0;
    let count = 0;
    for (let a = 0; a < activities; a++) {
      const step = v[a]!;
      const near = y[a]! + low * step;
      const far = y[a]! + t * step;
      const l = lower[a]!;
      const u = upper[a]!;
      if (far >= u) {
        if (near >= u) sum -= w[a]! * (u - x[a]!);
        else kinks[count++] = a;
      } else if (far <= l) {
        if (near <= l) sum -= w[a]! * (l - x[a]!);
        else kinks[count++] = a;
      } else if (near < u && near > l) {
        sum -= w[a]! * (y[a]! - x[a]!);
        bendSum -= w[a]! * step;
      } else kinks[count++] = a;
    }
    straight = sum;
    straightBend = bendSum;
    kinkCount = count;
    return slopeBetween(t);
  }

  /** φ'(t) for t between the ends of the last `slopeBeyond` */
  function slopeBetween(t: number): number {
    let sum = straight + t * straightBend;
    let bendSum = straightBend;
    for (let k = 0; k < kinkCount; k++) {
      const a = kinks[k]!;
      const level = y[a]! + t * v[a]!;
      if (level >= upper[a]!) sum -= w[a]! * (upper[a]! - x[a]!);
      else if (level <= lower[a]!) sum -= w[a]! * (lower[a]! - x[a]!);
      else {
        sum -= w[a]! * (level - x[a]!);
        bendSum -= w[a]! * v[a]!;
      }
    }
    bend = bendSum;
    return sum;
  }

  /** lim φ'(t) for t → ∞, rounding noise counted as zero */
  function slopeAtInfinity(): number {
    let sum = 0;
    let size = 0;
    for (let a = 0; a < activities; a++) {
      const weight = w[a]!;
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
      const slope = high === Infinity ? slopeBeyond(slopeAtZero, low, t) : slopeBetween(t);
      if (Math.abs(slope) <= flat) return t;
      if (slope > 0) {
        if (high === Infinity && i % 4 === 0 && slopeAtInfinity() > 0) return Infinity;
        low = t;
      } else {
        high = t;
      }
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
