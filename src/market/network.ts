import { ClearingError } from "./errors.ts";
import type { Network } from "./problem.ts";

/** A market to be: `turnoverTonnes` per month and `typicalPriceUsdPerTonne` are yardsticks, both > 0. */
export interface MarketSpec {
  readonly name: string;
  readonly turnoverTonnes: number;
  readonly typicalPriceUsdPerTonne: number;
}

/** An activity to be: `coefficient` is tonnes made (+) or used (−) in `market` (an index) per unit of level. */
export interface ActivitySpec {
  readonly name: string;
  readonly entries: readonly { readonly market: number; readonly coefficient: number }[];
}

/**
 * Lays markets and activities out by column. Nothing is dropped: an activity without entries stays, and so does a
 * coefficient of zero. Throws {@link ClearingError} (`malformed`) for a yardstick that is not positive and finite, a
 * coefficient that is not finite, a market index that does not exist, or two entries of one activity in one market.
 */
export function buildNetwork(markets: readonly MarketSpec[], activities: readonly ActivitySpec[]): Network {
  const columnStart = new Int32Array(activities.length + 1);
  activities.forEach((activity, a) => {
    columnStart[a + 1] = columnStart[a]! + activity.entries.length;
  });
  const entries = columnStart[activities.length]!;
  const network: Network = {
    marketNames: markets.map((market) => market.name),
    activityNames: activities.map((activity) => activity.name),
    columnStart,
    columnMarket: new Int32Array(entries),
    coefficient: new Float64Array(entries),
    turnoverTonnes: Float64Array.from(markets, (market) => market.turnoverTonnes),
    typicalPriceUsdPerTonne: Float64Array.from(markets, (market) => market.typicalPriceUsdPerTonne),
  };
  activities.forEach((activity, a) => {
    activity.entries.forEach(({ market, coefficient }, k) => {
      if (!Number.isInteger(market)) {
        throw new ClearingError(
          "malformed",
          `activity "${activity.name}": got market index ${market}, expected a whole number; look the market up by name first`,
          [],
          [activity.name],
        );
      }
      network.columnMarket[columnStart[a]! + k] = market;
      network.coefficient[columnStart[a]! + k] = coefficient;
    });
  });
  checkNetwork(network);
  return network;
}

/** Throws {@link ClearingError} (`malformed`) unless the network keeps the promises of {@link Network}. */
export function checkNetwork(network: Network): void {
  const { marketNames, activityNames, columnStart, columnMarket, coefficient } = network;
  const lengths: [string, number, number][] = [
    ["turnoverTonnes", network.turnoverTonnes.length, marketNames.length],
    ["typicalPriceUsdPerTonne", network.typicalPriceUsdPerTonne.length, marketNames.length],
    ["columnStart", columnStart.length, activityNames.length + 1],
    ["columnMarket", columnMarket.length, columnStart[activityNames.length] ?? -1],
    ["coefficient", coefficient.length, columnStart[activityNames.length] ?? -1],
  ];
  for (const [field, got, expected] of lengths) {
    if (got !== expected) {
      throw new ClearingError(
        "malformed",
        `network.${field}: got length ${got}, expected ${expected}; use buildNetwork`,
      );
    }
  }
  marketNames.forEach((name, m) => {
    for (const field of ["turnoverTonnes", "typicalPriceUsdPerTonne"] as const) {
      const value = network[field][m]!;
      if (value > 0 && Number.isFinite(value)) continue;
      const message = `market "${name}": got ${field} ${value}, expected a positive number; it is the yardstick of balance, so give a typical size even for an idle market`;
      throw new ClearingError("malformed", message, [name]);
    }
  });
  const lastSeenIn = new Int32Array(marketNames.length).fill(-1);
  activityNames.forEach((name, a) => {
    for (let k = columnStart[a]!; k < columnStart[a + 1]!; k++) {
      const m = columnMarket[k]!;
      const market = marketNames[m];
      const where = `activity "${name}"`;
      if (market === undefined) {
        const message = `${where}: got market index ${m}, expected 0 to ${marketNames.length - 1}`;
        throw new ClearingError("malformed", message, [], [name]);
      }
      if (lastSeenIn[m] === a) {
        const message = `${where}: got two entries in market "${market}", expected one; add their coefficients together`;
        throw new ClearingError("malformed", message, [market], [name]);
      }
      if (!Number.isFinite(coefficient[k]!)) {
        const message = `${where}: got coefficient ${coefficient[k]} in market "${market}", expected a finite number`;
        throw new ClearingError("malformed", message, [market], [name]);
      }
      lastSeenIn[m] = a;
    }
  });
}
