import type { Network, Terms } from "./problem.ts";

/** Marginal gains below this share of what they are a difference of are rounding. */
const roundingShare = 1e-12;

/** How activities answer prices, and what that leaves over in each market; see {@link createResponse}. */
export interface Response {
  /** 1 / q, t/month per USD/t */
  readonly inverseSlope: Float64Array;
  /** level each activity would choose were it not for its bounds */
  readonly wanted: Float64Array;
  /** A x, tonnes per month left over (+) or missing (−) in each market */
  readonly balance: Float64Array;
  /** To be called once for new terms, before the rest. */
  prepare(terms: Terms): void;
  /** wanted = x̂ + (Aᵀλ − c) / q and level = wanted clipped to its bounds. */
  respond(terms: Terms, prices: Float64Array, level: Float64Array): void;
  /**
   * Moves each level to where its marginal gain Aᵀλ − c − q (x − x̂) vanishes, or to the bound before that; gains that
   * are rounding do not count. True if all stayed.
   */
  adjust(terms: Terms, prices: Float64Array, level: Float64Array): boolean;
  /** Fills `balance`; returns the largest share of a market's turnover that is off. */
  weigh(level: Float64Array): number;
  /** the market that is off by that much, as of the last `weigh` */
  worstMarket(): number;
}

/** Arrays and loops over activities that {@link createNewton} works with; nothing is allocated after this. */
export function createResponse(network: Network): Response {
  const { columnStart, columnMarket, coefficient, turnoverTonnes } = network;
  const markets = turnoverTonnes.length;
  const activities = columnStart.length - 1;
  const inverseSlope = new Float64Array(activities);
  const wanted = new Float64Array(activities);
  const balance = new Float64Array(markets);
  let worstMarket = 0;

  return {
    inverseSlope,
    wanted,
    balance,
    worstMarket: () => worstMarket,

    prepare(terms) {
      const { slope } = terms;
      for (let a = 0; a < activities; a++) inverseSlope[a] = 1 / slope[a]!;
    },

    respond(terms, prices, level) {
      const { referenceLevel, lowerBound, upperBound, marginalCost } = terms;
      for (let a = 0; a < activities; a++) {
        let gain = -marginalCost[a]!;
        const end = columnStart[a + 1]!;
        for (let k = columnStart[a]!; k < end; k++) gain += coefficient[k]! * prices[columnMarket[k]!]!;
        const x = referenceLevel[a]! + gain * inverseSlope[a]!;
        wanted[a] = x;
        const l = lowerBound[a]!;
        const u = upperBound[a]!;
        level[a] = x <= l ? l : x >= u ? u : x;
      }
    },

    adjust(terms, prices, level) {
      const { referenceLevel, lowerBound, upperBound, marginalCost, slope } = terms;
      let stayed = true;
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
      }
      return stayed;
    },

    weigh(level) {
      balance.fill(0);
      for (let a = 0; a < activities; a++) {
        const x = level[a]!;
        if (x === 0) continue;
        const end = columnStart[a + 1]!;
        for (let k = columnStart[a]!; k < end; k++) balance[columnMarket[k]!]! += coefficient[k]! * x;
      }
      let worst = 0;
      for (let m = 0; m < markets; m++) {
        const share = Math.abs(balance[m]!) / turnoverTonnes[m]!;
        if (share <= worst) continue;
        worst = share;
        worstMarket = m;
      }
      return worst;
    },
  };
}
