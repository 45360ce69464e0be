import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bruteForce } from "../../src/planning/brute-force.ts";
import { createCutPool } from "../../src/planning/cuts.ts";
import { frontier } from "../../src/planning/frontier.ts";
import { keepsRules, rulesOf } from "../../src/planning/rules.ts";
import { solvePlan } from "../../src/planning/solve.ts";
import { smallPlans } from "./arbitrary.ts";
import { manyCandidates } from "./many-candidates.ts";
import { candidate, planOf, syntheticEvaluator } from "./synthetic.ts";

const near = (usd: number) => 1e-6 * Math.max(1, Math.abs(usd));

describe("frontier", () => {
  test("is what brute force finds at every budget, and never rises", async () => {
    await fc.assert(
      fc.asyncProperty(smallPlans({ most: 6 }), async ({ plan, evaluator }) => {
        const points = await frontier(plan, evaluator(), { budgetMultiples: [1, 0, 0.5] });
        expect(points.map(({ budgetMultiple }) => budgetMultiple)).toEqual([0, 0.5, 1]);
        let before = Number.POSITIVE_INFINITY;
        for (const { budgetMultiple, solution, conflict } of points) {
          const { best } = await bruteForce(plan, evaluator(), { budgetMultiple });
          expect(solution === null).toBe(best === undefined);
          expect(conflict === null).toBe(best !== undefined);
          if (!solution || !best) continue;
          expect(Math.abs(solution.objectiveUsd - best.objectiveUsd)).toBeLessThanOrEqual(near(best.objectiveUsd));
          expect(solution.objectiveUsd).toBeLessThanOrEqual(before);
          expect(keepsRules(plan, rulesOf(plan, budgetMultiple), solution.x)).toBe(true);
          before = solution.objectiveUsd;
        }
      }),
      { numRuns: 20, seed: 11 },
    );
  });

  test("with a gap allowed never rises and keeps the gap, in fewer evaluations than one search for each budget", async () => {
    const { plan: given, evaluator } = manyCandidates({ candidates: 16, futures: 8 });
    const plan = { ...given, gapShare: 0.02 };
    const points = await frontier(plan, evaluator);
    const objectives = points.map(({ solution }) => solution!.objectiveUsd);
    const bounds = points.map(({ solution }) => solution!.lowerBoundUsd);
    expect(objectives).toEqual([...objectives].sort((a, b) => b - a));
    expect(bounds).toEqual([...bounds].sort((a, b) => b - a));
    for (const { solution } of points) expect(solution!.gapShare).toBeLessThanOrEqual(0.02);
    expect(points[0]!.solution!.costUsd).toBe(0);
    expect(points[0]!.solution!.x.every((scale) => scale === 0)).toBe(true);
    const together = evaluator.evaluations;
    evaluator.evaluations = 0;
    for (const budgetMultiple of plan.budgetMultiples) await solvePlan(plan, evaluator, { budgetMultiple });
    expect(together).toBeLessThan(evaluator.evaluations);
    expect(points.reduce((sum, { solution }) => sum + solution!.iterations, 0)).toBe(together);
  });

  test("says for which budgets the rules contradict each other, and goes on", async () => {
    const target = { id: "t", title: "Made here", weights: [["plant", 10]] as const, least: 10, have: 0, unit: "t", source: "test" }; // biome-ignore format: one target
    const plan = planOf([candidate("plant", 100)], {
      budgets: [{ payer: "a", fromYear: 2026, toYear: 2026, mostUsd: 150 }],
      targets: [target],
    });
    const evaluator = syntheticEvaluator(1, [{ probability: 1, products: [] }]);
    const pool = createCutPool();
    const points = await frontier(plan, evaluator, { budgetMultiples: [0.5, 1], pool });
    expect(points[0]).toMatchObject({ budgetMultiple: 0.5, solution: null });
    expect(points[0]!.conflict!.map(({ kind }) => kind)).toEqual(["budget", "target"]);
    expect(points[1]!.solution!.x).toEqual([1]);
  });
});
