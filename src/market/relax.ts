import type { Arranged } from "./arranged.ts";
import type { ByMarket } from "./by-market.ts";
import type { Response } from "./response.ts";

/** A market is left alone once its imbalance is below this share of turnover. */
const looseImbalanceShare = 1e-3;
const triesPerMarket = 6;

/**
 * Makes a sweep that settles one market after another, each by its own price with all others held (Gauss–Seidel on the
 * dual). Cheap beside a Newton step and always uphill, it mends the few markets whose kinks would otherwise hold every
 * market's step short. Moves the response's `prices` and `wanted`; levels are to be recomputed after it.
 */
export function createRelaxation(arranged: Arranged, byMarket: ByMarket, response: Response) {
  const { turnoverTonnes } = arranged;
  const { lowerBound, upperBound } = arranged.terms;
  const { start, activity, coefficient } = byMarket;
  const { prices, wanted, inverseSlope } = response;
  let bend = 0;

  /** tonnes left over in market m if its price rises by `rise`; its derivative into `bend` */
  function leftOver(m: number, rise: number): number {
    let sum = 0;
    let bendSum = 0;
    for (let k = start[m]!; k < start[m + 1]!; k++) {
      const a = activity[k]!;
      const push = coefficient[k]! * inverseSlope[a]!;
      const x = wanted[a]! + push * rise;
      const l = lowerBound[a]!;
      const u = upperBound[a]!;
      if (x <= l) sum += coefficient[k]! * l;
      else if (x >= u) sum += coefficient[k]! * u;
      else {
        sum += coefficient[k]! * x;
        bendSum += coefficient[k]! * push;
      }
    }
    bend = bendSum;
    return sum;
  }

  /** the price rise that balances market m, or falls short of it by a little */
  function riseFor(m: number): number {
    const loose = looseImbalanceShare * turnoverTonnes[m]!;
    let tonnes = leftOver(m, 0);
    if (Math.abs(tonnes) <= loose) return 0;
    const sign = -Math.sign(tonnes);
    let near = 0;
    let far = Infinity;
    let rise = 0;
    for (let i = 0; i < triesPerMarket && bend > 0; i++) {
      const newton = rise - tonnes / bend;
      const inside = sign * newton > near && sign * newton < far;
      rise = inside ? newton : (sign * (near + far)) / 2;
      if (!Number.isFinite(rise)) break;
      tonnes = leftOver(m, rise);
      if (Math.abs(tonnes) <= loose) return rise;
      if (-Math.sign(tonnes) === sign) near = Math.abs(rise);
      else far = Math.abs(rise);
    }
    return sign * near;
  }

  return function sweep(): void {
    for (let m = 0; m < turnoverTonnes.length; m++) {
      const rise = riseFor(m);
      if (rise === 0) continue;
      prices[m]! += rise;
      for (let k = start[m]!; k < start[m + 1]!; k++) {
        const a = activity[k]!;
        wanted[a]! += coefficient[k]! * inverseSlope[a]! * rise;
      }
    }
  };
}
