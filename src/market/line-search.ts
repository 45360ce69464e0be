/**
 * The dual along a ray of prices λ + t d. Its slope is φ'(t) = −Σ w clip(y + t v, l, u) with y the levels that
 * prices λ ask for before clipping, w = Aᵀd and v = w / q: continuous, piecewise linear and never rising.
 */
export interface Ray {
  readonly y: Float64Array;
  readonly w: Float64Array;
  readonly v: Float64Array;
}

/**
 * Finds t > 0 where φ'(t) ≈ 0, `firstTry` if it will do. Returns Infinity where φ' stays positive for ever: then d
 * proves that no levels within bounds balance (Farkas).
 */
export type LineSearch = (slopeAtZero: number, firstTry: number, lower: Float64Array, upper: Float64Array) => number;

/** The search ends once the slope has come down to this share of what it was. */
const flatEnoughShare = 1e-3;
const tries = 80;

/** Makes an exact line search over a ray whose arrays are refilled between calls; it allocates nothing. */
export function createLineSearch({ y, w, v }: Ray): LineSearch {
  const activities = y.length;
  let bend = 0;

  /** φ'(t), and its own derivative into `bend` */
  function slopeAt(t: number, lower: Float64Array, upper: Float64Array): number {
    let sum = 0;
    let bendSum = 0;
    for (let a = 0; a < activities; a++) {
      const weight = w[a]!;
      const step = v[a]!;
      const level = y[a]! + t * step;
      const u = upper[a]!;
      if (level >= u) sum -= weight * u;
      else {
        const l = lower[a]!;
        if (level <= l) sum -= weight * l;
        else {
          sum -= weight * level;
          bendSum -= weight * step;
        }
      }
    }
    bend = bendSum;
    return sum;
  }

  /** lim φ'(t) for t → ∞, rounding noise counted as zero */
  function slopeAtInfinity(lower: Float64Array, upper: Float64Array): number {
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

  return function search(slopeAtZero, firstTry, lower, upper) {
    const flat = flatEnoughShare * slopeAtZero;
    let low = 0;
    let high = Infinity;
    let t = firstTry;
    for (let i = 0; i < tries; i++) {
      const slope = slopeAt(t, lower, upper);
      if (Math.abs(slope) <= flat) return t;
      if (slope > 0) {
        if (high === Infinity && i % 4 === 0 && slopeAtInfinity(lower, upper) > 0) return Infinity;
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
