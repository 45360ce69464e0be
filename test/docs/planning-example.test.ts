import { describe, expect, test } from "vitest";
import { bruteForce } from "../../src/planning/brute-force.ts";
import { createCutPool } from "../../src/planning/cuts.ts";
import { loadHighs } from "../../src/planning/highs.ts";
import { openMaster } from "../../src/planning/master.ts";
import { objectiveOf } from "../../src/planning/money.ts";
import type { Candidate, Plan } from "../../src/planning/plan.ts";
import { rulesOf } from "../../src/planning/rules.ts";
import { solvePlan } from "../../src/planning/solve.ts";
import { candidate, planOf, syntheticEvaluator } from "../planning/synthetic.ts";
import { readDoc, tableUnder } from "./markdown.ts";

const doc = "docs/planning.md";
const half = [0.5, 0.5];
const three = [candidate("mine", 22e6), candidate("separation", 15e6), candidate("magnets", 30e6)];
const metal = candidate("metal", 25e6);

/** The two products of the page: phosphors from what is mined and separated, magnets from metal and plant. */
function example(candidates: readonly Candidate[], more: Partial<Plan> = {}) {
  const adds = (id: string, tonnes: number) => {
    const k = candidates.findIndex((one) => one.id === id);
    return new Map(k < 0 ? [] : [[k, tonnes]]);
  };
  const product = (usdPerUnit: number, stages: { have: number; adds: Map<number, number> }[]) => ({
    demand: 100,
    usdPerUnit,
    usdPerUnitSquared: 0,
    stages,
  });
  const phosphors = product(2e6, [
    { have: 40, adds: adds("mine", 40) },
    { have: 60, adds: adds("separation", 40) },
  ]);
  const magnets = product(5e6, [
    { have: 50, adds: adds("metal", 40) },
    { have: 70, adds: adds("magnets", 30) },
  ]);
  const futures = [
    { probability: 0.5, products: [phosphors, magnets] },
    { probability: 0.5, products: [] },
  ];
  return { plan: planOf(candidates, more, 2), evaluator: syntheticEvaluator(candidates.length, futures) };
}

const { plan, evaluator } = example(three);
const million = (usd: number) => Math.round(usd / 1e6);

describe("three measures by hand", () => {
  const rows = tableUnder(doc, "## Three measures by hand");

  test("all eight portfolios are there", () => {
    expect(rows).toHaveLength(8);
  });

  test.each(rows)("$mine $separation $magnets", async (row) => {
    const x = Float64Array.of(Number(row.mine), Number(row.separation), Number(row.magnets));
    const evaluation = await evaluator.evaluate(x);
    const { costUsd, objectiveUsd } = objectiveOf(plan, evaluation, half);
    const [sum, loss] = row["loss in the stop"]!.split("=");
    expect(Number(loss)).toBe(million(evaluation.lossUsd[0]!));
    expect(sum!.split("+").reduce((total, part) => total + Number(part), 0)).toBe(Number(loss));
    expect(Number(row.cost)).toBe(million(costUsd));
    expect(Number(row["cost + ½ loss"])).toBe(million(objectiveUsd));
  });

  test("the planner and brute force find the best of them", async () => {
    const least = Math.min(...rows.map((row) => Number(row["cost + ½ loss"])));
    const { best } = await bruteForce(plan, evaluator);
    const solution = await solvePlan(plan, evaluator);
    expect([...best!.x]).toEqual([1, 1, 0]);
    expect(solution.x).toEqual([1, 1, 0]);
    expect(million(solution.objectiveUsd)).toBe(least);
    expect(million(solution.lowerBoundUsd)).toBe(least);
    expect(readDoc(doc)).toContain(`Mine and separation together are best, at ${least}.`);
  });

  test("the search goes as the page says: proposals, cuts, bound and best", async () => {
    const steps = tableUnder(doc, "### Three evaluations of eight");
    const pool = createCutPool();
    const master = openMaster(await loadHighs(), { plan, rules: rulesOf(plan), probability: half, scales: three.map(() => [0, 1] as const), unitUsd: 1e6 }); // biome-ignore format: one call
    const nameOf = (x: ArrayLike<number>) => three.filter((_, k) => x[k] === 1).map(({ id }) => id).join(", ") || "nothing"; // biome-ignore format: one line
    let x = new Float64Array(3);
    let bestUsd = Number.POSITIVE_INFINITY;
    for (const [i, step] of steps.entries()) {
      expect(step.evaluated).toBe(nameOf(x));
      const evaluation = await evaluator.evaluate(x);
      pool.add(evaluation);
      expect(Number(step["loss in the stop"])).toBe(million(evaluation.lossUsd[0]!));
      // θ ≥ constant − slope · the one candidate that has a rent
      const slope = evaluation.slopeUsd[0]!;
      const k = slope.findIndex((usd) => usd !== 0);
      expect(slope.filter((usd) => usd !== 0)).toHaveLength(1);
      const constant = evaluation.lossUsd[0]! - slope[k]! * x[k]!;
      expect(step.cut).toBe(`θ ≥ ${million(constant)} − ${million(-slope[k]!)} ${three[k]!.id}`);
      bestUsd = Math.min(bestUsd, objectiveOf(plan, evaluation, half).objectiveUsd);
      expect(Number(step.best)).toBe(million(bestUsd));
      const answer = master.solve(pool, true, 0)!;
      expect(Number(step["lower bound"]!.split("=").at(-1))).toBe(million(answer.boundUsd));
      const isLast = i === steps.length - 1;
      expect(step["next proposal"]).toBe(isLast ? "—" : nameOf(answer.x));
      expect(pool.find(answer.x) !== undefined).toBe(isLast);
      x = Float64Array.from(answer.x);
    }
    master.close();
  });

  test("with metal the magnet plant is worth its money", async () => {
    const four = example([...three, metal]);
    const solution = await solvePlan(four.plan, four.evaluator);
    expect(solution.x).toEqual([1, 1, 1, 1]);
    expect(readDoc(doc)).toContain(`at 37 + 25 + 30 + ½ (40 + 50) = ${million(solution.objectiveUsd)}`);
  });

  test("where only the worst half counts, the stop counts whole", async () => {
    const objective = { tailWeight: 1, tailShare: 0.5, costWeight: 1, discountPerYear: 0, count: "partners" } as const;
    const tail = example(three, { objective });
    const solution = await solvePlan(tail.plan, tail.evaluator);
    expect(solution.x).toEqual([1, 1, 0]);
    expect(readDoc(doc)).toContain(`best at 37 + 290 = ${million(solution.objectiveUsd)}.`);
  });
});
