import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PlanConflictError } from "../../src/planning/conflicts.ts";
import { createCutPool } from "../../src/planning/cuts.ts";
import { objectiveOf } from "../../src/planning/money.ts";
import { robustness } from "../../src/planning/robust.ts";
import { keepsRules, rulesOf } from "../../src/planning/rules.ts";
import { solvePlan } from "../../src/planning/solve.ts";
import { smallPlans } from "./arbitrary.ts";
import { twoFutures } from "./what-if.ts";

describe("robustness", () => {
  test("tells what is in every good portfolio, what in none and what in some", async () => {
    const { plan, atoms, pool } = await twoFutures(0.5);
    // nothing 400, magnet plant 100 + 150 = 250, gallium plant 100 + 250 = 350
    const strict = await robustness(plan, atoms, pool, { withinShare: 0.1 });
    expect(strict).toEqual({
      candidates: [
        { candidate: "magnet-plant", inShare: 1, always: true, never: false },
        { candidate: "gallium-plant", inShare: 0, always: false, never: true },
      ],
      portfolios: 1,
      goodUsd: 275,
    });
    const loose = await robustness(plan, atoms, pool, { withinShare: 0.5 });
    expect(loose.portfolios).toBe(2);
    expect(loose.candidates.map(({ inShare, always, never }) => [inShare, always, never])).toEqual([[0.5, false, false], [0.5, false, false]]); // biome-ignore format: one list
  });

  test("what is proven holds of every portfolio there is", async () => {
    let proofs = 0;
    await fc.assert(
      fc.asyncProperty(smallPlans({ most: 6 }), async ({ plan, evaluator }) => {
        const pool = createCutPool();
        try {
          await solvePlan(plan, evaluator(), { pool });
        } catch (error) {
          if (error instanceof PlanConflictError) return;
          throw error;
        }
        const { atoms } = evaluator();
        const { candidates, goodUsd } = await robustness(plan, atoms, pool, { withinShare: 0.03 });
        const n = plan.candidates.length;
        for (let bits = 0; bits < 2 ** n; bits++) {
          const x = Float64Array.from({ length: n }, (_, k) => (bits >> k) & 1);
          if (!keepsRules(plan, rulesOf(plan), x)) continue;
          const { objectiveUsd } = objectiveOf(plan, await evaluator().evaluate(x), atoms.map((a) => a.probability)); // biome-ignore format: one call
          if (objectiveUsd > goodUsd * (1 - 1e-6)) continue;
          for (const [k, { always, never }] of candidates.entries()) {
            if (always) expect(x[k]).toBe(1);
            if (never) expect(x[k]).toBe(0);
          }
        }
        proofs += candidates.filter(({ always, never }) => always || never).length;
      }),
      { numRuns: 20, seed: 12 },
    );
    expect(proofs).toBeGreaterThan(20);
  });
});
