import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/planning/plan.ts";
import { keepsRules, rulesOf } from "../../src/planning/rules.ts";
import { candidate, planOf } from "./synthetic.ts";

const mine = candidate("mine", 10);
const plant = candidate("plant", 20, { costs: [{ payer: "a", year: 2026, usd: 5 }, { payer: "a", year: 2027, usd: 15 }] }); // biome-ignore format: one candidate
const stock = candidate("stock", 3, { sizing: "scalable", most: 4, costs: [{ payer: "b", year: 2026, usd: 3 }] });

function keeps(more: Partial<Plan>, x: readonly number[], budgetMultiple = 1): boolean {
  const plan = planOf([mine, plant, stock], more);
  return keepsRules(plan, rulesOf(plan, budgetMultiple), x);
}

describe("budgets", () => {
  const budgets = [{ payer: "a", fromYear: 2026, toYear: 2026, mostUsd: 12 }];
  test.each([
    { x: [1, 0, 0], kept: true }, // 10 of 12
    { x: [0, 1, 4], kept: true }, // 5 in 2026; what is paid in 2027 or by b does not count
    { x: [1, 1, 0], kept: false }, // 15
  ])("of one payer and year: $x $kept", ({ x, kept }) => {
    expect(keeps({ budgets }, x)).toBe(kept);
  });
  test("grow with their multiple; at zero nothing that costs is left", () => {
    expect(keeps({ budgets }, [1, 1, 0], 1.25)).toBe(true);
    expect(keeps({ budgets }, [1, 0, 0], 0)).toBe(false);
    expect(keeps({ budgets }, [0, 0, 4], 0)).toBe(true);
  });
});

describe("requirements", () => {
  const all = [{ candidate: "plant", needs: ["mine", "stock"] }];
  const any = [{ candidate: "plant", needs: ["mine", "stock"], any: true }];
  test.each([
    { requires: all, x: [0, 0, 0], kept: true },
    { requires: all, x: [1, 0, 4], kept: true },
    { requires: all, x: [1, 1, 0.5], kept: false },
    { requires: all, x: [1, 1, 1], kept: true },
    { requires: any, x: [0, 1, 0], kept: false },
    { requires: any, x: [0, 1, 0.5], kept: false },
    { requires: any, x: [0, 1, 1], kept: true },
    { requires: any, x: [1, 1, 0], kept: true },
  ])("$requires.0.any: $x $kept", ({ requires, x, kept }) => {
    expect(keeps({ requires }, x)).toBe(kept);
  });
  test("a scalable candidate may have its most once what it needs is there", () => {
    const requires = [{ candidate: "stock", needs: ["mine"] }];
    expect(keeps({ requires }, [1, 0, 4])).toBe(true);
    expect(keeps({ requires }, [0, 0, 0.1])).toBe(false);
  });
});

test("of a set that excludes, one at most, however little of a scalable one", () => {
  const excludes = [["mine", "stock"]];
  expect(keeps({ excludes }, [1, 1, 0])).toBe(true);
  expect(keeps({ excludes }, [0, 1, 4])).toBe(true);
  expect(keeps({ excludes }, [1, 0, 0.01])).toBe(false);
});

test("a target counts what is there", () => {
  const target = { id: "t", title: "t", weights: [["mine", 10], ["stock", 5]] as const, least: 25, have: 8, unit: "t", source: "test" }; // biome-ignore format: one target
  expect(keeps({ targets: [target] }, [1, 0, 1])).toBe(false); // 23
  expect(keeps({ targets: [target] }, [1, 0, 1.4])).toBe(true); // 25
});

test("halves and negative or too large scales are no portfolio", () => {
  expect(keeps({}, [0.5, 0, 0])).toBe(false);
  expect(keeps({}, [0, 0, 4.01])).toBe(false);
  expect(keeps({}, [0, 0, -0.1])).toBe(false);
  expect(keeps({}, [0, 0, 2.5])).toBe(true);
});

test("a name that is no candidate of the plan is not passed over", () => {
  expect(() => keeps({ excludes: [["mine", "plants"]] }, [0, 0, 0])).toThrow('plan names candidate "plants"');
});
