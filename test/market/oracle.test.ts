import { describe, expect, test } from "vitest";
import { syntheticTrade } from "../../bench/market/synthetic.ts";
import { certify } from "../../src/market/certify.ts";
import { createClearer } from "../../src/market/clear.ts";
import { ClearingError } from "../../src/market/errors.ts";
import type { Network, Terms } from "../../src/market/problem.ts";
import { highsInput, infeasible, optimal, solve } from "./highs.ts";
import { randomMonth } from "./random-month.ts";

/** Gap over the objective, or over `valueUsd` where that is larger: costs and worths cancel out at a baseline. */
function relativeGap(network: Network, terms: Terms, valueUsd = 1): number {
  const ours = certify(network, terms, createClearer(network).clear(terms)).primalObjectiveUsd;
  const theirs = solve(highsInput(network, terms));
  expect(theirs.status).toBe(optimal);
  return Math.abs(ours - theirs.objective) / Math.max(valueUsd, Math.abs(ours));
}

describe("HiGHS finds the same optimum", () => {
  test.each(Array.from({ length: 10 }, (_, i) => i))("forty small and medium random months, batch %i", (batch) => {
    for (let i = 0; i < 40; i++) {
      const seed = 1 + 40 * batch + i;
      const month = randomMonth({
        seed,
        markets: 1 + (seed % 20),
        activities: (7 * seed) % 90,
        decades: 1 + (seed % 2),
        anchored: seed % 3 === 0,
      });
      expect(relativeGap(month.network, month.terms), `seed ${seed}`).toBeLessThanOrEqual(1e-7);
    }
  });

  test("on a synthetic trade network, free and restricted", () => {
    const { network, baseline, restricted } = syntheticTrade(8, 3);
    const tradedUsd = baseline.marginalCost.reduce((sum, c, a) => sum + Math.abs(c * baseline.referenceLevel[a]!), 0);
    expect(relativeGap(network, baseline, 1e-3 * tradedUsd)).toBeLessThanOrEqual(1e-7);
    expect(relativeGap(network, restricted(0.1, 1.02))).toBeLessThanOrEqual(1e-7);
  });

  test("and finds none where clearing says a month is infeasible", () => {
    let refused = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const { network, terms } = randomMonth({ seed, markets: 6, activities: 12, decades: 1, anchored: false });
      // somebody insists on ten turnovers of the first market
      const lowerBound = terms.lowerBound.slice();
      const upperBound = terms.upperBound.slice();
      const last = lowerBound.length - 6;
      lowerBound[last] = upperBound[last] = -10 * network.turnoverTonnes[0]!;
      const cramped = { ...terms, lowerBound, upperBound };
      const { status } = solve(highsInput(network, cramped));
      try {
        createClearer(network).clear(cramped);
        expect(status, `seed ${seed}`).toBe(optimal);
      } catch (error) {
        if (!(error instanceof ClearingError)) throw error;
        expect(error.fault).toBe("infeasible");
        expect(status, `seed ${seed}`).toBe(infeasible);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(5);
  });
});
