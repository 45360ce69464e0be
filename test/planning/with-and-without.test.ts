import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PlanConflictError } from "../../src/planning/conflicts.ts";
import { createCutPool } from "../../src/planning/cuts.ts";
import { discountedCostUsd, objectiveOf } from "../../src/planning/money.ts";
import { keepsRules, rulesOf } from "../../src/planning/rules.ts";
import { solvePlan } from "../../src/planning/solve.ts";
import { alternatives, madeOf } from "../../src/planning/with-and-without.ts";
import { smallPlans } from "./arbitrary.ts";
import { candidate, planOf, syntheticEvaluator } from "./synthetic.ts";
import { twoFutures } from "./what-if.ts";

describe("with and without", () => {
  test("a candidate brings what it needs, takes along what needs it, and stands in for what excludes it", () => {
    const plan = planOf(
      ["metal", "magnets", "motors", "thrift"].map((id) => candidate(id, 1)),
      {
        requires: [
          { candidate: "magnets", needs: ["metal"] },
          { candidate: "motors", needs: ["magnets", "thrift"], any: true },
        ],
        excludes: [["thrift", "magnets"]],
      },
    );
    expect(alternatives(plan, [0, 0, 0, 0]).map(({ candidate: id, of, x, together }) => [id, of, x, together])).toEqual(
      [
        ["metal", "adding", [1, 0, 0, 0], []],
        ["magnets", "adding", [1, 1, 0, 0], ["metal"]],
        ["motors", "adding", [1, 1, 1, 0], ["metal", "magnets"]], // the cheaper of two needs, of equal ones the first
        ["thrift", "adding", [0, 0, 0, 1], []],
      ],
    );
    const [metal, , , thrift] = alternatives(plan, [1, 1, 1, 0]);
    expect(metal).toEqual({ candidate: "metal", of: "having", x: [0, 0, 0, 0], together: ["magnets", "motors"], instead: [] }); // biome-ignore format: one record
    expect(thrift).toMatchObject({ of: "adding", x: [1, 0, 1, 1], together: [], instead: ["magnets"] });
  });

  test("is a difference of two evaluations, not a slope: a first step may be worth much and the whole nothing", async () => {
    const { plan, evaluator, atoms, pool } = await twoFutures(0.5);
    pool.add(await evaluator.evaluate(Float64Array.of(1, 1)));
    const found = alternatives(plan, [1, 0]).map((one) => madeOf(plan, atoms, pool, [1, 0], one));
    expect(found).toEqual([
      { candidate: "magnet-plant", of: "having", together: [], instead: [], worthUsd: 250, byYearUsd: null, costUsd: 100 }, // biome-ignore format: one record
      { candidate: "gallium-plant", of: "adding", together: [], instead: [], worthUsd: 150, byYearUsd: null, costUsd: 100 }, // biome-ignore format: one record
    ]);
    // a plant of which the first tenth is worth as much as all of it: the slope at 0 says ten times its worth
    const small = planOf([candidate("plant", 10)]);
    const one = syntheticEvaluator(1, [{ probability: 1, products: [{ demand: 10, usdPerUnit: 1, usdPerUnitSquared: 0, stages: [{ have: 0, adds: new Map([[0, 100]]) }] }] }]); // biome-ignore format: one call
    const own = createCutPool();
    for (const x of [0, 1]) own.add(await one.evaluate(Float64Array.of(x)));
    expect(own.evaluations[0]!.slopeUsd[0]![0]).toBe(-100);
    expect(madeOf(small, one.atoms, own, [0], alternatives(small, [0])[0]!).worthUsd).toBe(10);
  });

  test("of what was not evaluated is an error", async () => {
    const { plan, atoms, pool } = await twoFutures(0.5);
    const [, adding] = alternatives(plan, [1, 0]);
    expect(() => madeOf(plan, atoms, pool, [1, 0], adding!)).toThrow(/were evaluated/);
  });

  test("whatever the plan: needs and exclusions are kept, and worth less cost is what the objective changes by", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(smallPlans({ most: 6, scalable: true }), async ({ plan, evaluator }) => {
        const pool = createCutPool();
        const { atoms } = evaluator();
        const solved = await solvePlan(plan, evaluator(), { pool }).catch((error) => {
          if (error instanceof PlanConflictError) return undefined;
          throw error;
        });
        if (!solved) return;
        const rules = rulesOf({ ...plan, budgets: [], targets: [] });
        const probability = atoms.map((a) => a.probability);
        const lossOf = (x: ArrayLike<number>) => {
          const { objectiveUsd } = objectiveOf(plan, pool.find(x)!, probability);
          return objectiveUsd - Math.max(plan.objective.costWeight, 1e-3) * discountedCostUsd(plan, x);
        };
        for (const one of alternatives(plan, solved.x)) {
          expect(keepsRules(plan, rules, one.x)).toBe(true);
          const k = plan.candidates.findIndex(({ id }) => id === one.candidate);
          expect(one.x[k]! > 0).toBe(one.of === "adding");
          pool.add(await evaluator().evaluate(Float64Array.from(one.x)));
          const sign = one.of === "adding" ? 1 : -1;
          const { worthUsd, costUsd } = madeOf(plan, atoms, pool, solved.x, one);
          const expected = sign * (lossOf(solved.x) - lossOf(one.x));
          expect(Math.abs(worthUsd - expected)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(lossOf(solved.x))));
          expect(costUsd).toBeCloseTo(sign * (discountedCostUsd(plan, one.x) - discountedCostUsd(plan, solved.x)), 3);
          seen.add(`${one.of} ${one.together.length > 0} ${one.instead.length > 0}`);
        }
      }),
      { numRuns: 40, seed: 3 },
    );
    expect([...seen].sort()).toEqual(expect.arrayContaining(["adding false true", "adding true false", "having false false", "having true false"])); // biome-ignore format: one list
  });
});
