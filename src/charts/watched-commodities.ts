import { QUOTED } from "../simulation/quoted.ts";
import type { MarketSeries, Rehearsal } from "../simulation/result.ts";

/** By-products inside a host's plant have a worth but no quotation that a reader could have seen. */
const UNQUOTED = /-(liquor|residue|slimes)$/;

/** How far a price may move and still count as standing: all of it prints as 1.0×. */
const STANDING = { from: 0.995, below: 1.05 };

/** Commodities to chart: the watched ones that move, then those whose price moves most in the viewpoint countries. */
export function watchedCommodities(rehearsal: Rehearsal, wanted = 6): string[] {
  return rankedCommodities(rehearsal).moving.slice(0, wanted);
}

/**
 * Commodities with a market in a viewpoint country, the watched ones first, then those whose price moves most.
 * `standing` are those whose price never leaves 1.0×, with or without the measures, there or where something is held back.
 */
export function rankedCommodities(rehearsal: Rehearsal): { moving: string[]; standing: string[] } {
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
  const places = new Set([...rehearsal.viewpoint, ...rehearsal.heldBack.map((h) => h.country)]);
  const moving = new Set(
    [...rehearsal.markets, ...(rehearsal.withoutMeasures?.markets ?? [])]
      .filter((m) => places.has(m.country) && multiples(m).some((x) => x < STANDING.from || x >= STANDING.below))
      .map((m) => m.commodity),
  );
  const all = [...watched, ...others];
  return { moving: all.filter((c) => moving.has(c)), standing: all.filter((c) => !moving.has(c)) };
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
