import { describe, expect, test } from "vitest";
import { createClearer } from "../../src/market/clear.ts";
import type { Network } from "../../src/market/problem.ts";
import { randomMonth } from "./random-month.ts";

const { network, terms } = randomMonth({ seed: 5, markets: 12, activities: 60, decades: 1, anchored: true });
const withCoefficients = (change: (c: number) => number): Network => ({
  ...network,
  coefficient: network.coefficient.map(change),
});

describe("a clearer that takes over another network", () => {
  test("clears it as a new one would to the last bit, if the same activities touch the same markets", () => {
    const other = {
      ...withCoefficients((c) => (c > 0 ? 0.97 * c : c)),
      typicalPriceUsdPerTonne: network.typicalPriceUsdPerTonne.map((p) => 1.1 * p),
      turnoverTonnes: network.turnoverTonnes.map((t) => 0.9 * t),
    };
    const clearer = createClearer(network);
    const first = clearer.clear(terms);
    expect(clearer.take(other)).toBe(true);
    expect(clearer.clear(terms)).toEqual(createClearer(other).clear(terms));
    expect(clearer.clear(terms).priceUsdPerTonne).not.toEqual(first.priceUsdPerTonne);
    expect(clearer.take(network)).toBe(true);
    expect(clearer.clear(terms)).toEqual(first);
  });

  test("refuses one where another market is touched, or an activity fewer is there, and goes on with its own", () => {
    const moved = network.columnMarket.slice();
    const first = moved.subarray(network.columnStart[0]!, network.columnStart[1]!);
    first[0] = network.marketNames.findIndex((_, m) => !first.includes(m));
    const fewer = {
      ...network,
      activityNames: network.activityNames.slice(0, -1),
      columnStart: network.columnStart.slice(0, -1),
      columnMarket: network.columnMarket.slice(0, network.columnStart.at(-2)),
      coefficient: network.coefficient.slice(0, network.columnStart.at(-2)),
    };
    const clearer = createClearer(network);
    const before = clearer.clear(terms);
    expect(clearer.take({ ...network, columnMarket: moved })).toBe(false);
    expect(clearer.take(fewer)).toBe(false);
    expect(clearer.clear(terms)).toEqual(before);
  });

  test("sorts nothing away: a second clear is the first to the last bit, whatever was cleared between", () => {
    const clearer = createClearer(network);
    const before = clearer.clear(terms);
    clearer.clear({
      ...terms,
      upperBound: terms.upperBound.map((u, a) => (a % 3 === 0 ? Math.max(terms.lowerBound[a]!, 0.9 * u) : u)),
    });
    expect(clearer.clear(terms)).toEqual(before);
  });
});
