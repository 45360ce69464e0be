import { expect, test } from "vitest";
import { bruteForce } from "../../src/planning/brute-force.ts";
import { candidate, planOf, syntheticEvaluator } from "./synthetic.ts";

const nothing = (n: number) => syntheticEvaluator(n, [{ probability: 1, products: [] }]);

test("tries each portfolio that keeps the rules once", async () => {
  const plan = planOf([candidate("a", 3), candidate("b", 2), candidate("c", 1)], { excludes: [["a", "b"]] });
  const evaluator = nothing(3);
  const told: string[] = [];
  const { best, portfolios } = await bruteForce(plan, evaluator, { onProgress: (done, total) => told.push(`${done}/${total}`) }); // biome-ignore format: one call
  expect(portfolios).toBe(6); // 8 less the two that hold a and b
  expect(evaluator.evaluations).toBe(6);
  expect(told).toEqual(["1/6", "2/6", "3/6", "4/6", "5/6", "6/6"]);
  expect([...best!.x]).toEqual([0, 0, 0]);
});

test("has no best where nothing keeps the rules", async () => {
  const target = { id: "t", title: "t", weights: [["a", 1]] as const, least: 2, have: 0, unit: "t", source: "test" };
  expect(await bruteForce(planOf([candidate("a", 1)], { targets: [target] }), nothing(1))).toEqual({ best: undefined, portfolios: 0 }); // biome-ignore format: one line
});

test("refuses what it cannot try, with the numbers", async () => {
  const many = planOf(Array.from({ length: 13 }, (_, k) => candidate(`c${k}`, 1)));
  await expect(bruteForce(many, nothing(13))).rejects.toThrow(/at most 12 on\/off candidates; the plan has 13$/);
  const sized = planOf([candidate("a", 1), candidate("pile", 1, { sizing: "scalable", most: 2 })]);
  await expect(bruteForce(sized, nothing(2))).rejects.toThrow(/the plan has 2, 1 of them scalable \(pile\)$/);
});
