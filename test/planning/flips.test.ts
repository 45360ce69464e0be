import { describe, expect, test } from "vitest";
import { flips } from "../../src/planning/flips.ts";
import { solvePlan } from "../../src/planning/solve.ts";
import { twoFutures } from "./what-if.ts";

describe("flips", () => {
  test("are where two portfolios are worth the same", async () => {
    const { plan, evaluator, atoms, pool } = await twoFutures(0.5);
    const { x } = await solvePlan(plan, evaluator, { pool });
    expect(x).toEqual([1, 0]);
    const found = flips(plan, atoms, pool, x);
    expect(found).toHaveLength(2);
    const [magnet, gallium] = found;
    expect(magnet).toMatchObject({
      future: "magnet-stop",
      from: 0.5,
      adds: ["gallium-plant"],
      drops: ["magnet-plant"],
    });
    expect(magnet!.at).toBeCloseTo(0.375, 9);
    expect(gallium).toMatchObject({
      future: "gallium-stop",
      from: 0.5,
      adds: ["gallium-plant"],
      drops: ["magnet-plant"],
    });
    expect(gallium!.at).toBeCloseTo(0.625, 9);
  });

  test("are none where one choice is best at every probability", async () => {
    const { plan, atoms, pool } = await twoFutures(0.5, { budgets: [{ payer: "a", fromYear: 2026, toYear: 2026, mostUsd: 0 }] }); // biome-ignore format: one call
    expect(flips(plan, atoms, pool, [0, 0])).toEqual([
      { future: "magnet-stop", from: 0.5, at: null, adds: [], more: [], less: [], drops: [] },
      { future: "gallium-stop", from: 0.5, at: null, adds: [], more: [], less: [], drops: [] },
    ]);
  });

  test("with the worst half alone in mind, the worst future decides until it is nearly ruled out", async () => {
    const objective = { tailWeight: 1, tailShare: 0.5, costWeight: 1, discountPerYear: 0, count: "partners" } as const;
    const { plan, atoms, pool } = await twoFutures(0.5, { objective });
    // tail of the worst half: magnet plant 300 · min(1, 2 (1 − q)); gallium plant 500 · min(1, 2 q); equal at q = 0.3
    const [magnet] = flips(plan, atoms, pool, [1, 0]);
    expect(magnet!.at).toBeCloseTo(0.3, 9);
  });

  test("are told of evaluated portfolios only", async () => {
    const { plan, atoms, pool } = await twoFutures(0.5);
    expect(() => flips(plan, atoms, pool, [1, 1])).toThrow(/was evaluated and keeps the rules/);
  });
});
