import { expect, test } from "vitest";
import { type Clearer, createClearer } from "../../src/market/clear.ts";
import { ClearingError, type ClearingFault } from "../../src/market/errors.ts";
import { createAtomEvaluator } from "../../src/planning/atom-value.ts";
import { openPlanning } from "../../src/planning/market-evaluator.ts";
import { smallPlan } from "./recourse-world.ts";

const stop = { stop: { kind: "export-ban", materials: ["oxide"], origins: ["AAA"], from: "2025-02-01" } };
const { plan, atoms } = smallPlan(stop, {
  scrap: {
    kind: "recycling",
    countries: ["BBB"],
    recipe: "recycle-scrap",
    capacityTonnesPerYear: 24,
    breakEvenPriceFactor: 1.2,
  },
});
const planning = openPlanning(atoms, plan);
const [problem] = planning.problems;
const all = Float64Array.of(1);

/** A clearer that never arrives. */
const failing = (fault: ClearingFault): Clearer => ({
  ...createClearer(problem!.network),
  clearInto() {
    throw new ClearingError(fault, "by design");
  },
});

test("a month that does not clear from near prices is cleared from others, to the same value", () => {
  const [usual] = planning.values(all);
  const value = createAtomEvaluator(plan, () => failing("not converged"))(problem!, all);
  expect(value.lossUsd).toBeCloseTo(usual!.lossUsd, 5);
  expect([...value.slopeUsdByYear]).toEqual([...usual!.slopeUsdByYear].map((usd) => expect.closeTo(usd, 3)));
  expect(value.clearings).toBe(usual!.clearings);
});

test("a month that cannot balance is not tried again, and is named", () => {
  const evaluate = createAtomEvaluator(plan, () => failing("infeasible"));
  expect(() => evaluate(problem!, all)).toThrow("month 3: by design");
});
