import fc from "fast-check";
import { expect, test } from "vitest";
import { createCutPool, worstCutShare } from "../../src/planning/cuts.ts";
import { solvePlan } from "../../src/planning/solve.ts";
import { smallPlans } from "./arbitrary.ts";
import { numbers } from "./many-candidates.ts";

test("a portfolio is kept once, −0 and 0 alike", async () => {
  const pool = createCutPool();
  const evaluation = { x: Float64Array.of(0, 1), lossUsd: Float64Array.of(1), slopeUsd: [new Float64Array(2)], clearings: 1 }; // biome-ignore format: one record
  expect(pool.add(evaluation)).toBe(true);
  expect(pool.add({ ...evaluation, x: Float64Array.of(-0, 1) })).toBe(false);
  expect(pool.find([0, 1])).toBe(evaluation);
  expect(pool.find([0, 0.5])).toBeUndefined();
  expect(pool.evaluations).toEqual([evaluation]);
});

test("every cut of a search lies below the loss of every other portfolio", async () => {
  await fc.assert(
    fc.asyncProperty(smallPlans({ scalable: true }), async ({ plan: exact, evaluator }) => {
      const plan = { ...exact, budgets: [], requires: [], excludes: [], targets: [], gapShare: 0.01 };
      const pool = createCutPool();
      await solvePlan(plan, evaluator(), { pool });
      const next = numbers(pool.evaluations.length);
      for (let i = 0; i < 20; i++) pool.add(await evaluator().evaluate(Float64Array.from(plan.candidates, ({ most }) => most * next()))); // biome-ignore format: one line
      expect(worstCutShare(pool)).toBeLessThanOrEqual(1e-12);
    }),
    { numRuns: 12, seed: 8 },
  );
});

test("a cut that is too high is seen, as a share of the largest loss", () => {
  const pool = createCutPool();
  const at = (x: number, loss: number, slope: number) => ({ x: Float64Array.of(x), lossUsd: Float64Array.of(loss), slopeUsd: [Float64Array.of(slope)], clearings: 1 }); // biome-ignore format: one record
  pool.add(at(0, 100, -50));
  pool.add(at(1, 40, -50)); // the first cut says 50 at least
  expect(worstCutShare(pool)).toBeCloseTo(0.1, 12);
});
