import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bruteForce } from "../../src/planning/brute-force.ts";
import { costFactors } from "../../src/planning/cost-factors.ts";
import { createCutPool } from "../../src/planning/cuts.ts";
import type { Plan } from "../../src/planning/plan.ts";
import { smallPlans } from "./arbitrary.ts";
import { twoFutures } from "./what-if.ts";

const dearer = (plan: Plan, k: number, factor: number): Plan => ({
  ...plan,
  candidates: plan.candidates.map((c, j) =>
    j === k ? { ...c, costs: c.costs.map((cost) => ({ ...cost, usd: factor * cost.usd })) } : c,
  ),
});

describe("cost factors", () => {
  test("of two plants of which the budget allows one: by budget and by worth", async () => {
    const { plan, atoms, pool } = await twoFutures(0.5);
    // nothing 400; magnet plant 100 + 150 = 250, gallium plant 100 + 250 = 350: the magnet plant has no room above its 100
    expect(costFactors(plan, atoms, pool, [1, 0])).toEqual([
      { candidate: "magnet-plant", chosen: true, factor: expect.closeTo(1, 5), low: 1, high: 1, change: { adds: ["gallium-plant"], more: [], less: [], drops: ["magnet-plant"] } }, // biome-ignore format: one record
      // as good as the magnet plant once it costs nothing
      { candidate: "gallium-plant", chosen: false, factor: null, low: 1, high: 1, change: null },
    ]);
    // with twice the money and both evaluated, gallium comes in for half of its cost and saves 150
    const rich = { ...plan, budgets: [{ ...plan.budgets[0]!, mostUsd: 150 }] };
    const [magnet] = costFactors(rich, atoms, pool, [1, 0]);
    expect(magnet!.factor).toBeCloseTo(1.5, 5);
    const free = { ...plan, budgets: [] };
    expect(costFactors(free, atoms, pool, [1, 0])[0]!.factor).toBeCloseTo(2, 9);
  });

  test("are where brute force changes its mind", async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(smallPlans({ most: 5 }), async ({ plan, evaluator }) => {
        const { best } = await bruteForce(plan, evaluator());
        if (!best) return;
        const pool = createCutPool();
        for (let bits = 0; bits < 2 ** plan.candidates.length; bits++)
          pool.add(await evaluator().evaluate(Float64Array.from(plan.candidates, (_, k) => (bits >> k) & 1)));
        for (const { candidate, chosen, factor, change } of costFactors(plan, evaluator().atoms, pool, best.x)) {
          const k = plan.candidates.findIndex(({ id }) => id === candidate);
          expect(chosen).toBe(best.x[k] === 1);
          const at = async (f: number) => (await bruteForce(dearer(plan, k, f), evaluator())).best?.x[k];
          if (factor === null) {
            expect(await at(chosen ? 1e6 : 1.002e-3)).toBe(chosen ? 1 : 0);
            continue;
          }
          told++;
          expect(chosen ? factor >= 1 : factor <= 1).toBe(true);
          expect(await at(0.998 * factor)).toBe(1);
          expect(await at(1.002 * factor)).toBe(chosen && change === null ? undefined : 0);
        }
      }),
      { numRuns: 25, seed: 5 },
    );
    expect(told).toBeGreaterThan(15);
  });
});
