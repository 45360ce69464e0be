import { expect, test } from "vitest";
import { conflictOf, PlanConflictError } from "../../src/planning/conflicts.ts";
import { loadHighs } from "../../src/planning/highs.ts";
import type { Plan } from "../../src/planning/plan.ts";
import { rulesOf } from "../../src/planning/rules.ts";
import { solvePlan } from "../../src/planning/solve.ts";
import { candidate, planOf, syntheticEvaluator } from "./synthetic.ts";

const highs = await loadHighs();
const candidates = [
  candidate("mine", 300e6),
  candidate("metal", 200e6),
  candidate("magnets", 500e6),
  candidate("stockpile", 100e6, { sizing: "scalable", most: 2 }),
];
const target = { id: "made-here", title: "Magnets made here", weights: [["magnets", 1000]] as const, least: 900, have: 100, unit: "t", source: "test" }; // biome-ignore format: one target
const conflict = (more: Partial<Plan>, budgetMultiple = 1) =>
  conflictOf(highs, planOf(candidates, more), { budgetMultiple });
const budgets = [
  { payer: "b", fromYear: 2026, toYear: 2030, mostUsd: 1e6 },
  { payer: "a", fromYear: 2026, toYear: 2027, mostUsd: 600e6 },
];
const requires = [
  { candidate: "stockpile", needs: ["mine"] },
  { candidate: "magnets", needs: ["metal"] },
];

test("nothing to name where everything can be kept", () => {
  expect(conflict({ budgets, requires, targets: [{ ...target, least: 100 }] })).toBeUndefined();
});

test("a budget of zero is fine where nothing is required", () => {
  expect(conflict({ budgets, requires }, 0)).toBeUndefined();
});

test("only the rules that clash are named, in words", () => {
  const found = conflict({ budgets, requires, excludes: [["mine", "stockpile"]], targets: [target] })!;
  expect(found.map(({ words }) => words)).toEqual([
    "budget: a spends at most USD 600 million from 2026 to 2027",
    "requirement: magnets needs metal",
    "target: Magnets made here (made-here): at least 900 t; there are 100 without measures and 1100 with all",
  ]);
  expect(found.map(({ kind, index }) => [kind, index])).toEqual([["budget", 1], ["requirement", 1], ["target", 0]]); // biome-ignore format: one list
});

test("with a budget multiple the words say so", () => {
  const [first] = conflict({ budgets, targets: [target] }, 0.5)!;
  expect(first!.words).toBe("budget: a spends at most USD 300 million (0.5 × USD 600 million) from 2026 to 2027");
});

test("a target out of reach of all measures stands alone", () => {
  const found = conflict({ budgets, requires, targets: [{ ...target, least: 5000 }] })!;
  expect(found.map(({ kind }) => kind)).toEqual(["target"]);
  expect(new PlanConflictError(found).message).toMatch(/^No portfolio can keep this rule:\n {2}target: /);
});

test("an exclusion against a requirement", () => {
  const found = conflict({ requires, excludes: [["magnets", "metal"]], targets: [target], budgets })!;
  expect(found.map(({ kind, index }) => [kind, index])).toEqual([["requirement", 1], ["exclusion", 0], ["target", 0]]); // biome-ignore format: one list
});

test("each rule named is needed for the clash", () => {
  const plan = planOf(candidates, { budgets, requires, excludes: [["magnets", "mine"]], targets: [target] });
  const found = conflictOf(highs, plan)!;
  const isNamed = (kind: string, index: number) => found.some((one) => one.kind === kind && one.index === index);
  const { rules } = rulesOf(plan);
  expect(rules.filter((rule) => isNamed(rule.kind, rule.index))).toHaveLength(found.length);
  for (const dropped of found) {
    const kept = <T>(list: readonly T[], kind: string) =>
      list.filter((_, index) => isNamed(kind, index) && !(dropped.kind === kind && dropped.index === index));
    const fewer = {
      ...plan,
      budgets: kept(plan.budgets, "budget"),
      requires: kept(plan.requires, "requirement"),
      excludes: kept(plan.excludes, "exclusion"),
      targets: kept(plan.targets, "target"),
    };
    expect(conflictOf(highs, fewer)).toBeUndefined();
  }
});

test("solving such a plan says it before anything is evaluated", async () => {
  const plan = planOf(candidates, { budgets, requires, targets: [target] });
  const evaluator = syntheticEvaluator(4, [{ probability: 1, products: [] }]);
  await expect(solvePlan(plan, evaluator)).rejects.toThrow(
    /^No portfolio can keep these 3 rules together; any one fewer/,
  );
  expect(evaluator.evaluations).toBe(0);
});
