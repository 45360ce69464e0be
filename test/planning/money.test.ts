import { describe, expect, test } from "vitest";
import { costByPayerUsd, costUsd, discountedCostUsd, discountShare, lossWeights, objectiveOf, tailLoss } from "../../src/planning/money.ts"; // biome-ignore format: one import
import { candidate, planOf } from "./synthetic.ts";

describe("tailLoss", () => {
  const losses = [10, 40, 20, 30];
  const equal = [0.25, 0.25, 0.25, 0.25];
  test.each([
    { tailShare: 0.25, tail: 40 },
    { tailShare: 0.5, tail: 35 },
    { tailShare: 0.1, tail: 40 },
    { tailShare: 0.3, tail: (0.25 * 40 + 0.05 * 30) / 0.3 }, // an atom on the edge counts in part
    { tailShare: 1, tail: 25 },
  ])("of the worst $tailShare is $tail", ({ tailShare, tail }) => {
    expect(tailLoss(losses, equal, tailShare)).toBeCloseTo(tail, 12);
  });
  test("is the least of η + Σ p (L − η)⁺ / τ over η (Rockafellar and Uryasev 2000)", () => {
    const probability = [0.1, 0.2, 0.3, 0.4];
    for (const tailShare of [0.05, 0.2, 0.5, 0.95]) {
      const over = (eta: number) =>
        eta + losses.reduce((sum, loss, s) => sum + probability[s]! * Math.max(0, loss - eta), 0) / tailShare;
      expect(tailLoss(losses, probability, tailShare)).toBeCloseTo(Math.min(...losses.map(over)), 12);
    }
  });
  test("and the mean are what weighted losses add up to", () => {
    const probability = [0.1, 0.2, 0.3, 0.4];
    const mean = losses.reduce((sum, loss, s) => sum + probability[s]! * loss, 0);
    for (const tailShare of [0.05, 0.2, 0.5, 0.95, 1])
      for (const tailWeight of [0, 0.3, 1]) {
        const objective = { tailWeight, tailShare, costWeight: 0, discountPerYear: 0, count: "world" } as const;
        const weights = lossWeights(objective, losses, probability);
        const sum = losses.reduce((usd, loss, s) => usd + weights[s]! * loss, 0);
        expect(sum).toBeCloseTo((1 - tailWeight) * mean + tailWeight * tailLoss(losses, probability, tailShare), 10);
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      }
  });
  test("passes over futures that cannot come", () => {
    expect(tailLoss([100, 1], [0, 1], 0.05)).toBe(1);
  });
});

describe("costs", () => {
  const costs = [{ payer: "a", year: 2026, usd: 100 }, { payer: "b", year: 2028, usd: 200 }]; // biome-ignore format: one list
  const plan = planOf([candidate("c", 0, { costs, sizing: "scalable", most: 2 })], {
    objective: { tailWeight: 0.25, tailShare: 0.5, costWeight: 1, discountPerYear: 0.1, count: "partners" },
  });
  test("are added up by payer, and discounted to the first month from the middle of their year", () => {
    expect(costUsd(plan, [2])).toBe(600);
    expect(costByPayerUsd(plan, [2])).toEqual([200, 400]);
    expect(discountedCostUsd(plan, [1])).toBeCloseTo(100 * 1.1 ** -0.5 + 200 * 1.1 ** -2.5, 10);
  });
  test("of a year that is past its middle are not discounted, nor made dearer", () => {
    expect(discountedCostUsd({ ...plan, start: "2026-10" }, [1])).toBeCloseTo(100 + 200 * 1.1 ** (-21 / 12), 10);
  });
  test("and losses make the objective", () => {
    const evaluation = { x: Float64Array.of(1), lossUsd: Float64Array.of(1000, 3000) };
    const parts = objectiveOf(
      { ...plan, objective: { ...plan.objective, discountPerYear: 0 } },
      evaluation,
      [0.5, 0.5],
    );
    expect(parts).toEqual({ costUsd: 300, expectedLossUsd: 2000, tailLossUsd: 3000, objectiveUsd: 300 + 1500 + 750 });
  });
});

test("a dollar in a year is worth 1 / (1 + rate)", () => {
  expect(discountShare(0.03, 0)).toBe(1);
  expect(discountShare(0.03, 12)).toBeCloseTo(1 / 1.03, 15);
});

test("public money counts with the plan's weight, and with a thousandth at least", () => {
  const evaluation = { x: Float64Array.of(1), lossUsd: Float64Array.of(1000) };
  const usd = (costWeight: number) => {
    const plan = planOf([candidate("c", 400)]);
    return objectiveOf({ ...plan, objective: { ...plan.objective, costWeight } }, evaluation, [1]).objectiveUsd;
  };
  expect(usd(1)).toBe(1400);
  expect(usd(0.5)).toBe(1200);
  expect(usd(0)).toBeCloseTo(1000.4, 10);
});
