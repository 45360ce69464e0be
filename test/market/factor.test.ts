import { describe, expect, test } from "vitest";
import { mulberry32, syntheticTrade } from "../../bench/market/synthetic.ts";
import { columnsOf } from "../../src/market/columns.ts";
import { createFactor } from "../../src/market/factor.ts";
import { minimumDegreeOrder } from "../../src/market/minimum-degree.ts";
import { analyse } from "../../src/market/symbolic.ts";
import { randomMonth } from "./random-month.ts";

describe("elimination order", () => {
  test("is a permutation", () => {
    const path = { start: Int32Array.of(0, 1, 3, 5, 6), neighbour: Int32Array.of(1, 0, 2, 1, 3, 2) };
    expect([...minimumDegreeOrder(path.start, path.neighbour)].sort()).toEqual([0, 1, 2, 3]);
    expect([...minimumDegreeOrder(Int32Array.of(0), new Int32Array(0))]).toEqual([]);
  });

  test("takes the leaves of a star before its hub, so nothing fills in", () => {
    const leaves = 50;
    const start = Int32Array.from({ length: leaves + 2 }, (_, i) => (i === 0 ? 0 : leaves + i - 1));
    const neighbour = Int32Array.from({ length: 2 * leaves }, (_, k) => (k < leaves ? k + 1 : 0));
    const order = minimumDegreeOrder(start, neighbour);
    expect(order.indexOf(0)).toBeGreaterThanOrEqual(leaves - 1);
  });

  test("keeps the factor of a trade network in proportion to its countries", () => {
    const nonZeros = (countries: number) => analyse(columnsOf(syntheticTrade(countries, 1).network)).nonZeros;
    expect(nonZeros(80) / nonZeros(40)).toBeLessThan(2.3);
  });
});

describe("factor", () => {
  test("solves what a dense elimination solves", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { network } = randomMonth({ seed, markets: 1 + (seed % 15), activities: 40, decades: 1, anchored: true });
      const columns = columnsOf(network);
      const symbolic = analyse(columns);
      const { placeOf, pairStart, pairTarget } = symbolic;
      const factor = createFactor(symbolic);
      const rows = columns.markets;
      const random = mulberry32(seed);
      const dense = Array.from({ length: rows }, () => new Float64Array(rows));
      columns.original.forEach((a, i) => {
        const weight = random();
        const entries = Array.from(network.columnMarket.subarray(network.columnStart[a]!, network.columnStart[a + 1]!));
        const coefficients = network.coefficient.subarray(network.columnStart[a]!, network.columnStart[a + 1]!);
        let pair = pairStart[i]!;
        entries.forEach((m, p) => {
          entries.forEach((other, r) => {
            const product = weight * coefficients[p]! * coefficients[r]!;
            dense[m]![other]! += product;
            if (r <= p) factor.values[pairTarget[pair++]!]! += product;
          });
        });
      });
      const solution = Float64Array.from({ length: rows }, () => random() - 0.5);
      const b = Float64Array.from(dense, (row) => row.reduce((sum, value, j) => sum + value * solution[j]!, 0));
      expect(factor.factorise(1e-6)).toBe(false);
      const placed = new Float64Array(symbolic.diagonalAt.length);
      placeOf.forEach((place, m) => {
        placed[place] = b[m]!;
      });
      factor.side.set(placed);
      factor.solve();
      placeOf.forEach((place, m) => {
        expect(factor.side[place]).toBeCloseTo(solution[m]!, 8);
      });
    }
  });

  test("raises a pivot that vanished and says so", () => {
    // one ship between two markets, free: prices may move together
    const { network } = randomMonth({ seed: 1, markets: 2, activities: 0, decades: 0, anchored: false });
    const pair = {
      ...network,
      activityNames: ["ship"],
      columnStart: Int32Array.of(0, 2),
      columnMarket: Int32Array.of(0, 1),
      coefficient: Float64Array.of(-1, 1),
    };
    const symbolic = analyse(columnsOf(pair));
    const factor = createFactor(symbolic);
    [1, -1, 1].forEach((product, p) => {
      factor.values[symbolic.pairTarget[p]!] = product;
    });
    expect(factor.factorise(1e-6)).toBe(true);
    for (const place of symbolic.placeOf) factor.side[place] = 1;
    factor.solve();
    const [first, last] = Array.from(symbolic.placeOf, (place) => factor.side[place]!).sort((p, r) => r - p);
    expect(last).toBeCloseTo(2e6, 0);
    expect(first! - last!).toBeCloseTo(1, 6);
  });
});
