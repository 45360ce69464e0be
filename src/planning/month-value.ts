import type { Network } from "../market/problem.ts";
import type { MonthTerms } from "../policy/lever.ts";
import { type MonthEffects, unitLossUsd } from "./effects.ts";

/** Scales below this count as 0. */
export const NOTHING = 1e-9;

/** Writes what a portfolio does to the month's terms. @param x scale by candidate, 0 and more */
export function applyPortfolio({ blocks, rooms }: MonthEffects, x: ArrayLike<number>, terms: MonthTerms): void {
  for (const { candidate, activity, least, most, firstUsdPerTonne, slope } of blocks) {
    const scale = x[candidate]!;
    if (!(scale > NOTHING)) continue;
    terms.referenceLevel[activity] = 0;
    terms.lowerBound[activity] = scale * least;
    terms.upperBound[activity] = scale * most;
    terms.marginalCost[activity] = firstUsdPerTonne;
    terms.slope[activity] = slope / scale;
  }
  for (const { candidate, activity, upperTonnes, lowerTonnes } of rooms) {
    const scale = x[candidate]!;
    if (!(scale > NOTHING)) continue;
    terms.upperBound[activity]! += scale * upperTonnes;
    terms.lowerBound[activity]! += scale * lowerTonnes;
  }
}

/** Aᵀλ of one activity, USD/t of level. */
export function worthOf({ columnStart, columnMarket, coefficient }: Network, prices: Float64Array, a: number): number {
  let worth = 0;
  for (let k = columnStart[a]!; k < columnStart[a + 1]!; k++) worth += coefficient[k]! * prices[columnMarket[k]!]!;
  return worth;
}

/**
 * The value of the dual at these prices: Σ_a min over l ≤ z ≤ u of c z + ½ q (z − x̂)² − z Σ_m A_ma λ_m, USD. It is never
 * above the least cost of the month, whatever the prices, and equal at the clearing ones.
 */
export function dualValueUsd(network: Network, terms: MonthTerms, prices: Float64Array): number {
  const { columnStart, columnMarket, coefficient } = network;
  const { referenceLevel, lowerBound, upperBound, marginalCost, slope } = terms;
  let sum = 0;
  for (let a = 0; a < referenceLevel.length; a++) {
    let gain = -marginalCost[a]!;
    const end = columnStart[a + 1]!;
    for (let k = columnStart[a]!; k < end; k++) gain += coefficient[k]! * prices[columnMarket[k]!]!;
    const wanted = referenceLevel[a]! + gain / slope[a]!;
    const z = wanted <= lowerBound[a]! ? lowerBound[a]! : wanted >= upperBound[a]! ? upperBound[a]! : wanted;
    const off = z - referenceLevel[a]!;
    sum += 0.5 * slope[a]! * off * off - gain * z;
  }
  return sum;
}

/**
 * Adds to `slopes` what one more unit of each candidate adds to the month's least cost, USD (usually negative): for a
 * block what a unit costs less what it earns, for room −rent at the bound × tonnes. With {@link dualValueUsd} at the
 * same prices it is a cut, valid for every portfolio.
 */
export function addSlopes(
  network: Network,
  terms: MonthTerms,
  prices: Float64Array,
  { blocks, rooms }: MonthEffects,
  add: (candidate: number, usd: number) => void,
): void {
  for (const block of blocks) add(block.candidate, unitLossUsd(block, worthOf(network, prices, block.activity)));
  for (const { candidate, activity: a, upperTonnes, lowerTonnes } of rooms) {
    const gain = worthOf(network, prices, a) - terms.marginalCost[a]!;
    const wanted = terms.referenceLevel[a]! + gain / terms.slope[a]!;
    const u = terms.upperBound[a]!;
    const l = terms.lowerBound[a]!;
    const rent = (at: number) => terms.slope[a]! * (wanted - at);
    if (wanted > u) add(candidate, -rent(u) * upperTonnes);
    else if (wanted < l) add(candidate, -rent(l) * lowerTonnes);
  }
}
