import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mulberry32 } from "../../bench/market/synthetic.ts";
import { certify } from "../../src/market/certify.ts";
import { createClearer } from "../../src/market/clear.ts";
import { buildNetwork } from "../../src/market/network.ts";
import type { Clearing, Network, Terms } from "../../src/market/problem.ts";
import { type RandomMonth, randomMonth, recipes } from "./random-month.ts";

const runs = { seed: 20250404, numRuns: 300 };

function worstShare(network: Network, terms: Terms, clearing: Clearing): number {
  const certificate = certify(network, terms, clearing);
  return Math.max(
    certificate.primalResidualShare,
    certificate.boundViolationShare,
    certificate.complementarityShare,
    certificate.dualityGapShare,
  );
}

/** largest difference of levels over what their markets turn over, and of prices over typical ones */
function differenceShare({ network }: RandomMonth, p: Clearing, r: Clearing, prices: boolean): number {
  let most = 0;
  p.level.forEach((x, a) => {
    let size = Math.abs(x);
    for (let k = network.columnStart[a]!; k < network.columnStart[a + 1]!; k++) {
      size = Math.max(size, network.turnoverTonnes[network.columnMarket[k]!]! / Math.abs(network.coefficient[k]!));
    }
    most = Math.max(most, Math.abs(x - r.level[a]!) / size);
  });
  if (!prices) return most;
  p.priceUsdPerTonne.forEach((price, m) => {
    const size = Math.max(Math.abs(price), network.typicalPriceUsdPerTonne[m]!);
    most = Math.max(most, Math.abs(price - r.priceUsdPerTonne[m]!) / size);
  });
  return most;
}

function shuffled(length: number, seed: number): number[] {
  const random = mulberry32(seed);
  return Array.from({ length }, (_, i) => ({ i, key: random() }))
    .sort((p, r) => p.key - r.key)
    .map(({ i }) => i);
}

describe("every random month", () => {
  test.each([
    { decades: 1, most: 12 },
    { decades: 2, most: 30 },
    { decades: 6, most: 12 },
  ])("balances and is optimal: $decades decades, up to $most markets", ({ decades, most }) => {
    fc.assert(
      fc.property(recipes({ decades, most, anchored: false }), (recipe) => {
        const { network, terms } = randomMonth(recipe);
        expect(worstShare(network, terms, createClearer(network).clear(terms))).toBeLessThanOrEqual(1e-9);
      }),
      runs,
    );
  });

  test("clears the same whatever the order of markets and activities", () => {
    fc.assert(
      fc.property(recipes({ decades: 1, anchored: true }), (recipe) => {
        const month = randomMonth(recipe);
        const marketAt = shuffled(month.markets.length, recipe.seed + 1);
        const activityAt = shuffled(month.activities.length, recipe.seed + 2);
        const network = buildNetwork(
          marketAt.map((m) => month.markets[m]!),
          activityAt.map((a) => {
            const { name, entries } = month.activities[a]!;
            const moved = entries.map((entry) => ({ ...entry, market: marketAt.indexOf(entry.market) }));
            return { name, entries: moved.reverse() };
          }),
        );
        const reorder = (values: Float64Array) => Float64Array.from(activityAt, (a) => values[a]!);
        const terms = Object.fromEntries(
          Object.entries(month.terms).map(([field, values]) => [field, reorder(values)]),
        ) as unknown as Terms;
        const straight = createClearer(month.network).clear(month.terms);
        const mixed = createClearer(network).clear(terms);
        const restored = {
          priceUsdPerTonne: Float64Array.from(marketAt, (_, m) => mixed.priceUsdPerTonne[marketAt.indexOf(m)]!),
          level: Float64Array.from(activityAt, (_, a) => mixed.level[activityAt.indexOf(a)]!),
          newtonSteps: mixed.newtonSteps,
        };
        expect(differenceShare(month, straight, restored, true)).toBeLessThanOrEqual(1e-9);
      }),
      runs,
    );
  });

  test("clears the same from any start", () => {
    fc.assert(
      fc.property(recipes({ decades: 1, anchored: true }), (recipe) => {
        const month = randomMonth(recipe);
        const clearer = createClearer(month.network);
        const random = mulberry32(recipe.seed + 3);
        const start = month.network.typicalPriceUsdPerTonne.map((price) => price * 20 * (random() - 0.5));
        const cold = clearer.clear(month.terms);
        const elsewhere = clearer.clear(month.terms, start);
        const warm = clearer.clear(month.terms, cold.priceUsdPerTonne);
        expect(differenceShare(month, cold, elsewhere, true)).toBeLessThanOrEqual(1e-9);
        expect(differenceShare(month, cold, warm, true)).toBeLessThanOrEqual(1e-9);
        expect(warm.newtonSteps).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });

  test("costs no more when a bound is raised", () => {
    fc.assert(
      fc.property(
        recipes({ decades: 1, anchored: false }),
        fc.nat(),
        fc.integer({ min: 1, max: 300 }),
        (recipe, which, percent) => {
          const { network, terms } = randomMonth(recipe);
          const a = which % terms.upperBound.length;
          const upperBound = terms.upperBound.slice();
          upperBound[a]! += (Math.abs(upperBound[a]!) + network.turnoverTonnes[0]!) * (percent / 100);
          const clearer = createClearer(network);
          const cost = (of: Terms) => certify(network, of, clearer.clear(of)).primalObjectiveUsd;
          const before = cost(terms);
          const slack =
            1e-9 * network.turnoverTonnes.reduce((sum, t, m) => sum + t * network.typicalPriceUsdPerTonne[m]!, 0);
          expect(cost({ ...terms, upperBound })).toBeLessThanOrEqual(before + slack + 1e-9 * Math.abs(before));
        },
      ),
      runs,
    );
  });
});
