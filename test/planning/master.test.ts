import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createCutPool } from "../../src/planning/cuts.ts";
import { loadHighs } from "../../src/planning/highs.ts";
import { openMaster } from "../../src/planning/master.ts";
import { rulesOf } from "../../src/planning/rules.ts";
import { candidate, planOf, syntheticEvaluator } from "./synthetic.ts";

/** Two candidates of one product in two futures, everything that a plan can say said once. */
function tiny() {
  const plan = planOf(
    [
      candidate("metal-plant", 32e6),
      candidate("magnet-plant", 50e6),
      candidate("stockpile", 10e6, { sizing: "scalable", most: 4, costs: [{ payer: "b", year: 2026, usd: 10e6 }] }),
    ],
    {
      budgets: [{ payer: "a", fromYear: 2026, toYear: 2027, mostUsd: 90e6 }],
      requires: [{ candidate: "magnet-plant", needs: ["metal-plant", "stockpile"], any: true }],
      excludes: [["metal-plant", "stockpile"]],
      targets: [{ id: "made-here", title: "Made here", weights: [["magnet-plant", 30]], least: 25, have: 5, unit: "t", source: "test" }], // biome-ignore format: one record
      objective: { tailWeight: 0.25, tailShare: 0.5, costWeight: 1, discountPerYear: 0, count: "partners" },
    },
    2,
  );
  const product = (demand: number) => ({
    demand,
    usdPerUnit: 5e6,
    usdPerUnitSquared: 0,
    stages: [
      { have: 60, adds: new Map([[0, 30], [2, 10]]) }, // biome-ignore format: one pair a candidate
      { have: 50, adds: new Map([[1, 40]]) },
    ],
  });
  const evaluator = syntheticEvaluator(3, [
    { probability: 0.5, products: [product(100)] },
    { probability: 0.5, products: [product(80)] },
  ]);
  return { plan, evaluator };
}

async function openTiny() {
  const { plan, evaluator } = tiny();
  const pool = createCutPool();
  for (const x of [[0, 0, 0], [1, 1, 0]]) pool.add(await evaluator.evaluate(Float64Array.from(x))); // biome-ignore format: one portfolio each
  const scales = plan.candidates.map(({ most }) => [0, most] as const);
  const master = openMaster(await loadHighs(), { plan, rules: rulesOf(plan), probability: [0.5, 0.5], scales, unitUsd: 1e6 }); // biome-ignore format: one call
  return { master, pool };
}

test("the program of a tiny plan reads as it was written by hand", async () => {
  const { master, pool } = await openTiny();
  const answer = master.solve(pool, true, 0)!;
  const wanted = readFileSync(join(import.meta.dirname, "tiny-master.lp"), "utf8");
  expect(withoutComments(master.text())).toBe(withoutComments(wanted));
  // the target wants the magnet plant, and that needs metal or stockpile, not both. By the cuts theta_2 = 0 and theta_1 is
  // 50 with metal, max(50, 200 − 50 s) with a stockpile s; its weight is 0.375 in the mean and 0.25 in the tail.
  // Metal: 32 + 50 + 0.625 · 50 = 113.25. Stockpile: 50 + 10 s + 0.625 · (200 − 50 s), smallest at s = 3: 80 + 31.25 = 111.25
  expect([...answer.x]).toEqual([0, 1, 3]);
  expect(answer.boundUsd).toBeCloseTo(111.25e6, 0);
  master.close();
});

test("relaxed, it is a linear program with a bound that is no higher", async () => {
  const { master, pool } = await openTiny();
  const whole = master.solve(pool, true, 0)!;
  const relaxed = master.solve(pool, false, 0)!;
  expect(relaxed.boundUsd).toBeLessThanOrEqual(whole.boundUsd);
  expect(master.solve(pool, true, 0)).toEqual(whole);
  master.close();
});

test("without a cut losses have no bound, which is said", async () => {
  const { master } = await openTiny();
  expect(() => master.solve(createCutPool(), true, 0)).toThrow(/evaluate a portfolio first/);
  master.close();
});

const withoutComments = (text: string) =>
  text
    .split("\n")
    .map((line) => line.replace(/\\.*$/, "").trimEnd())
    .filter((line) => line !== "")
    .join("\n");
