import { describe, expect, test } from "vitest";
import { createCutPool } from "../../src/planning/cuts.ts";
import { frontier } from "../../src/planning/frontier.ts";
import { regretTable } from "../../src/planning/regret.ts";
import { manyCandidates } from "./many-candidates.ts";
import { twoFutures } from "./what-if.ts";

describe("regretTable", () => {
  test("is what each portfolio loses against hindsight", async () => {
    const { plan, evaluator, pool } = await twoFutures(0.5);
    const table = await regretTable(plan, evaluator, pool, [[0, 0], [1, 0], [0, 1]]); // biome-ignore format: one list
    expect(table.futures).toEqual(["magnet-stop", "gallium-stop"]);
    expect(table.hindsight.map(({ x, bestUsd }) => [x, bestUsd])).toEqual([[[1, 0], 100], [[0, 1], 100]]); // biome-ignore format: one list
    // nothing: 500 and 300 lost; magnet plant: 100 and 100 + 300; gallium plant: 100 + 500 and 100
    expect(table.rows.map(({ regretUsd }) => regretUsd)).toEqual([[400, 200], [0, 300], [500, 0]]); // biome-ignore format: one list
    expect(table.rows.map(({ worstUsd }) => worstUsd)).toEqual([400, 300, 500]);
    expect(pool.evaluations).toHaveLength(3); // hindsight needed no other
  });

  test("of a future that cannot come is told all the same", async () => {
    const { plan, evaluator, pool } = await twoFutures(1);
    const table = await regretTable(plan, evaluator, pool, [[1, 0]]);
    expect(table.rows[0]!.regretUsd).toEqual([0, 300]);
  });

  test("is never below zero within the budget of hindsight, and no more than against the bound", async () => {
    const { plan, evaluator } = manyCandidates({ candidates: 10, futures: 4 });
    const pool = createCutPool();
    const points = await frontier(plan, evaluator, { pool, budgetMultiples: [0, 0.5, 1] });
    const before = evaluator.evaluations;
    const told: string[] = [];
    const table = await regretTable(plan, evaluator, pool, points.map(({ solution }) => solution!.x), { mostEvaluations: 2, onFuture: (done, total) => told.push(`${done}/${total}`) }); // biome-ignore format: one call
    expect(evaluator.evaluations - before).toBeLessThanOrEqual(8);
    expect(told).toEqual(["1/4", "2/4", "3/4", "4/4"]);
    for (const { regretUsd, mostRegretUsd } of table.rows)
      for (const [f, regret] of regretUsd.entries()) {
        expect(regret).toBeGreaterThanOrEqual(0);
        expect(mostRegretUsd[f]).toBeGreaterThanOrEqual(regret);
      }
  });

  test("of a portfolio that nobody evaluated is an error", async () => {
    const { plan, evaluator, pool } = await twoFutures(0.5);
    await expect(regretTable(plan, evaluator, pool, [[1, 1]])).rejects.toThrow(/that were evaluated/);
  });
});
