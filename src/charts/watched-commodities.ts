import { QUOTED } from "../simulation/quoted.ts";
import type { MarketSeries, Rehearsal } from "../simulation/result.ts";

/** By-products inside a host's plant have a worth but no quotation that a reader could have seen. */
const UNQUOTED = /-(liquor|residue|slimes)$/;

/** Commodities to chart: the watched ones that the run has, then those whose price moves most in the viewpoint countries. */
export function watchedCommodities(rehearsal: Rehearsal, wanted = 6): string[] {
  const swing = new Map<string, number>();
  for (const market of rehearsal.markets) {
    if (!rehearsal.viewpoint.includes(market.country)) continue;
    swing.set(market.commodity, Math.max(swing.get(market.commodity) ?? 0, largestMultiple(market)));
  }
  const watched = QUOTED.filter((c) => swing.has(c));
  const others = [...swing]
    .filter(([c]) => !watched.includes(c) && !UNQUOTED.test(c))
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "en"))
    .map(([c]) => c);
  return [...watched, ...others].slice(0, wanted);
}

export function findMarket(
  markets: readonly MarketSeries[],
  commodity: string,
  country: string,
): MarketSeries | undefined {
  return markets.find((m) => m.commodity === commodity && m.country === country);
}

/** Prices as multiples of the market's own price before the controls. */
export function multiples(market: MarketSeries): number[] {
  return market.priceUsdPerTonne.map((p) => p / market.basePriceUsdPerTonne);
}

export function largestMultiple(market: MarketSeries): number {
  return multiples(market).reduce((a, b) => Math.max(a, b), 0);
}
