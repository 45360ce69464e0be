import type { Arranged } from "./arranged.ts";

/** Marginal gains below this share of what they are a difference of are rounding. */
const roundingShare = 1e-12;

/** How activities answer prices, and what that leaves over in each market; see {@link createResponse}. */
export interface Response {
  /** λ, USD/t, one per market: what is responded to */
  readonly prices: Float64Array;
  /** 1 / q, t/month per USD/t */
  readonly inverseSlope: Float64Array;
  /** level each activity would choose were it not for its bounds */
  readonly wanted: Float64Array;
  /** `wanted` clipped to its bounds */
  readonly level: Float64Array;
  /** A x, tonnes per month left over (+) or missing (−) in each market */
  readonly balance: Float64Array;
  /** activities strictly between their bounds, ascending: the first `freeCount()` entries */
  readonly free: Int32Array;
  freeCount(): number;
  /** To be called once for new terms, before the rest. */
  prepare(): void;
  /**
   * Fills wanted = x̂ + (Aᵀλ − c) / q, level, free and balance; returns the largest share of a market's turnover that
   * is off, NaN if any is.
   */
  respond(): number;
  /**
   * Moves each level to where its marginal gain Aᵀλ − c − q (x − x̂) vanishes, or to the bound before that; gains that
   * are rounding do not count. True if all stayed.
   */
  adjust(): boolean;
  /** Fills `balance` from `level`; returns the largest share of a market's turnover that is off, NaN if any is. */
  weigh(): number;
  /** what the last of these returned, and the market that is off by that much */
  offShare(): number;
  worstMarket(): number;
}

/** Arrays and loops over activities that {@link createNewton} works with; nothing is allocated after this. */
export function createResponse(arranged: Arranged): Response {
  const { markets, activities, singles, pairs, columnStart, columnMarket, coefficient, turnoverTonnes } = arranged;
  const { referenceLevel, lowerBound, upperBound, marginalCost, slope } = arranged.terms;
  const { prices, inverseSlope, wanted, level, balance, free } = arranged.answers;
  const { kernels } = arranged;
  let freeCount = 0;
  let offShare = 0;
  let worstMarket = 0;

  function respond(): number {
    freeCount = kernels.respond(markets, singles, pairs, activities);
    return worstShare();
  }

  function weigh(): number {
    balance.fill(0);
    for (let a = 0; a < singles; a++) balance[columnMarket[a]!]! += coefficient[a]! * level[a]!;
    for (let a = singles, k = singles; a < pairs; a++, k += 2) {
      const x = level[a]!;
      if (x === 0) continue;
      balance[columnMarket[k]!]! += coefficient[k]! * x;
      balance[columnMarket[k + 1]!]! += coefficient[k + 1]! * x;
    }
    for (let a = pairs; a < activities; a++) {
      const end = columnStart[a + 1]!;
      for (let k = columnStart[a]!; k < end; k++) balance[columnMarket[k]!]! += coefficient[k]! * level[a]!;
    }
    return worstShare();
  }

  function worstShare(): number {
    let worst = 0;
    for (let m = 0; m < markets; m++) {
      const share = Math.abs(balance[m]!) / turnoverTonnes[m]!;
      if (share <= worst) continue;
      worst = share;
      worstMarket = m;
      if (Number.isNaN(share)) break;
    }
    offShare = worst;
    return worst;
  }

  return {
    prices,
    inverseSlope,
    wanted,
    level,
    balance,
    free,
    freeCount: () => freeCount,
    offShare: () => offShare,
    worstMarket: () => worstMarket,

    prepare() {
      for (let a = 0; a < activities; a++) inverseSlope[a] = 1 / slope[a]!;
    },

    weigh,

    respond,

    adjust() {
      let stayed = true;
      freeCount = 0;
      for (let a = 0; a < activities; a++) {
        const x = level[a]!;
        let gain = -marginalCost[a]! - slope[a]! * (x - referenceLevel[a]!);
        let size = Math.abs(marginalCost[a]!) + slope[a]! * (Math.abs(x) + Math.abs(referenceLevel[a]!));
        const end = columnStart[a + 1]!;
        for (let k = columnStart[a]!; k < end; k++) {
          const part = coefficient[k]! * prices[columnMarket[k]!]!;
          gain += part;
          size += Math.abs(part);
        }
        wanted[a] = Math.abs(gain) <= roundingShare * size ? x : x + gain * inverseSlope[a]!;
        level[a] = Math.min(upperBound[a]!, Math.max(lowerBound[a]!, wanted[a]!));
        if (level[a] !== x) stayed = false;
        if (wanted[a]! > lowerBound[a]! && wanted[a]! < upperBound[a]!) free[freeCount++] = a;
      }
      return stayed;
    },
  };
}
