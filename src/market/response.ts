import type { Arranged } from "./columns.ts";

/** Marginal gains below this share of what they are a difference of are rounding. */
const roundingShare = 1e-12;

/** How activities answer prices, and what that leaves over in each market; see {@link createResponse}. */
export interface Response {
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
   * is off.
   */
  respond(prices: Float64Array): number;
  /**
   * Moves each level to where its marginal gain Aᵀλ − c − q (x − x̂) vanishes, or to the bound before that; gains that
   * are rounding do not count. True if all stayed.
   */
  adjust(prices: Float64Array): boolean;
  /** Fills `balance` from `level`; returns the largest share of a market's turnover that is off. */
  weigh(): number;
  /** what the last of these returned, and the market that is off by that much */
  offShare(): number;
  worstMarket(): number;
}

/** Arrays and loops over activities that {@link createNewton} works with; nothing is allocated after this. */
export function createResponse(arranged: Arranged): Response {
  const { markets, activities, singles, pairs, columnStart, columnMarket, coefficient, turnoverTonnes } = arranged;
  const { referenceLevel, lowerBound, upperBound, marginalCost, slope } = arranged.terms;
  const inverseSlope = new Float64Array(activities);
  const wanted = new Float64Array(activities);
  const level = new Float64Array(activities);
  const balance = new Float64Array(markets);
  const free = new Int32Array(activities);
  let freeCount = 0;
  let offShare = 0;
  let worstMarket = 0;

  function respond(prices: Float64Array): number {
    let count = 0;
    balance.fill(0);
    for (let a = 0; a < singles; a++) {
      const m = columnMarket[a]!;
      const made = coefficient[a]!;
      const x = referenceLevel[a]! + (made * prices[m]! - marginalCost[a]!) * inverseSlope[a]!;
      const l = lowerBound[a]!;
      const u = upperBound[a]!;
      const done = x <= l ? l : x >= u ? u : x;
      wanted[a] = x;
      level[a] = done;
      balance[m]! += made * done;
      free[count] = a;
      if (l < x && x < u) count++;
    }
    for (let a = singles, k = singles; a < pairs; a++, k += 2) {
      const from = columnMarket[k]!;
      const to = columnMarket[k + 1]!;
      const taken = coefficient[k]!;
      const given = coefficient[k + 1]!;
      const gain = taken * prices[from]! + given * prices[to]! - marginalCost[a]!;
      const x = referenceLevel[a]! + gain * inverseSlope[a]!;
      const l = lowerBound[a]!;
      const u = upperBound[a]!;
      const done = x <= l ? l : x >= u ? u : x;
      wanted[a] = x;
      level[a] = done;
      balance[from]! += taken * done;
      balance[to]! += given * done;
      free[count] = a;
      if (l < x && x < u) count++;
    }
    for (let a = pairs; a < activities; a++) {
      const end = columnStart[a + 1]!;
      let gain = -marginalCost[a]!;
      for (let k = columnStart[a]!; k < end; k++) gain += coefficient[k]! * prices[columnMarket[k]!]!;
      const x = referenceLevel[a]! + gain * inverseSlope[a]!;
      const l = lowerBound[a]!;
      const u = upperBound[a]!;
      const done = x <= l ? l : x >= u ? u : x;
      wanted[a] = x;
      level[a] = done;
      for (let k = columnStart[a]!; k < end; k++) balance[columnMarket[k]!]! += coefficient[k]! * done;
      free[count] = a;
      if (l < x && x < u) count++;
    }
    freeCount = count;
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
    }
    offShare = worst;
    return worst;
  }

  return {
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

    adjust(prices) {
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
