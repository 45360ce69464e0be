import { describe, expect, test } from "vitest";
import { openMarketEvaluator } from "../../src/planning/market-evaluator.ts";
import { lossWeights } from "../../src/planning/money.ts";
import { shippedCut } from "./shipped-cut.ts";

describe("a cut of the shipped data", async () => {
  const { dataset, plan } = shippedCut();
  const evaluator = openMarketEvaluator(dataset, plan);
  const n = plan.candidates.length;
  let state = 99;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const portfolios = Array.from({ length: 12 }, () =>
    Float64Array.from({ length: n }, () => [0, 1, next()][Math.floor(3 * next())]!),
  );
  const evaluations = await Promise.all(portfolios.map((x) => evaluator.evaluate(x)));

  test("cuts of every atom hold at every portfolio", () => {
    for (const a of evaluations)
      for (const b of evaluations)
        evaluator.atoms.forEach((_, s) => {
          const cut = a.slopeUsd[s]!.reduce((sum, g, k) => sum + g * (b.x[k]! - a.x[k]!), a.lossUsd[s]!);
          expect(b.lossUsd[s]!).toBeGreaterThan(cut - 1e-9 * Math.abs(a.lossUsd[s]!) - 1);
        });
  });

  test("slopes are derivatives inside", async () => {
    const x = new Float64Array(n).fill(0.4);
    const { slopeUsd } = await evaluator.evaluate(x);
    for (let k = 0; k < n; k++) {
      const at = (by: number) => evaluator.evaluate(Float64Array.from(x, (v, j) => (j === k ? v + by : v)));
      const [up, down] = [await at(1e-4), await at(-1e-4)];
      evaluator.atoms.forEach((_, s) => {
        const numeric = (up.lossUsd[s]! - down.lossUsd[s]!) / 2e-4;
        expect(slopeUsd[s]![k]! / numeric, `${plan.candidates[k]!.id} in ${evaluator.atoms[s]!.id}`).toBeCloseTo(1, 2);
      });
    }
  });

  test("measures are worth something; delays make atoms differ", () => {
    const nothing = evaluations.find(({ x }) => x.every((v) => v === 0)) ?? evaluations[0]!;
    expect(nothing.lossUsd[1]).not.toBe(nothing.lossUsd[2]);
    const steepest = Math.max(...evaluations.flatMap((e) => e.slopeUsd.flatMap((g) => [...g].map((v) => -v))));
    expect(steepest).toBeGreaterThan(1e5);
  });

  test("marginal values by year add up to the slope, futures weighed as the objective weighs them", async () => {
    const { x, lossUsd, lossUsdByYear, slopeUsd } = evaluations[3]!;
    const probability = evaluator.atoms.map((a) => a.probability);
    const weights = lossWeights(plan.objective, lossUsd, probability);
    expect([...weights]).not.toEqual(probability);
    const { years, worthUsd } = await evaluator.marginalUsd(x);
    expect(years).toEqual([2026, 2027, 2028]);
    worthUsd.forEach((byYear, k) => {
      const expected = evaluator.atoms.reduce((sum, _, s) => sum - weights[s]! * slopeUsd[s]![k]!, 0);
      const total = byYear.reduce((sum, usd) => sum + usd, 0);
      expect(total).toBeCloseTo(expected, 3);
    });
    lossUsdByYear!.forEach((byYear, s) => {
      expect(byYear.reduce((sum, usd) => sum + usd, 0)).toBeCloseTo(lossUsd[s]!, 3);
    });
  });

  test("an atom asked alone answers the same", async () => {
    const alone = openMarketEvaluator(dataset, plan, { atoms: [2] });
    const evaluation = await alone.evaluate(portfolios[5]!);
    expect(alone.atoms).toEqual([evaluator.atoms[2]]);
    expect(evaluation.lossUsd[0]).toBe(evaluations[5]!.lossUsd[2]);
    expect(evaluation.slopeUsd[0]).toEqual(evaluations[5]!.slopeUsd[2]);
  });
});
