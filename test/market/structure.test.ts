import { describe, expect, test } from "vitest";
import { createClearer } from "../../src/market/clear.ts";
import type { Network } from "../../src/market/problem.ts";
import { structureOf } from "../../src/market/structure.ts";
import { randomMonth } from "./random-month.ts";

const { network, terms } = randomMonth({ seed: 5, markets: 12, activities: 60, decades: 1, anchored: true });
const known = structureOf(network);
const withCoefficients = (change: (c: number) => number): Network => ({
  ...network,
  coefficient: network.coefficient.map(change),
});

describe("the structure of a network", () => {
  test("is taken over by a network of other coefficients, and changes no bit of the answer", () => {
    const other = withCoefficients((c) => (c > 0 ? 0.97 * c : c));
    expect(structureOf(other, known)).toBe(known);
    const alone = createClearer(other).clear(terms);
    expect(createClearer(other, { structure: known }).clear(terms)).toEqual(alone);
    expect(alone.priceUsdPerTonne).not.toEqual(createClearer(network).clear(terms).priceUsdPerTonne);
  });

  test("is passed over where another market is touched, or one more activity is there", () => {
    const moved = network.columnMarket.slice();
    const first = moved.subarray(network.columnStart[0]!, network.columnStart[1]!);
    first[0] = network.marketNames.findIndex((_, m) => !first.includes(m));
    const elsewhere = { ...network, columnMarket: moved };
    expect(structureOf(elsewhere, known)).not.toBe(known);
    expect(createClearer(elsewhere, { structure: known }).clear(terms)).toEqual(createClearer(elsewhere).clear(terms));
    const fewer = {
      ...network,
      activityNames: network.activityNames.slice(0, -1),
      columnStart: network.columnStart.slice(0, -1),
    };
    expect(structureOf(fewer, known)).not.toBe(known);
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
