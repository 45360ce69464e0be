import { describe, expect, test } from "vitest";
import type { Atom } from "../../src/planning/evaluator.ts";
import type { JudgedPortfolio } from "../../src/planning/judged.ts";
import { mostNeighbours, neighboursOf, stepsFrom } from "../../src/planning/neighbours.ts";
import { candidateOf, smallPlan } from "./small-plan.ts";

const floor = { kind: "price-floor", commodity: "magnet", countries: ["BBB"], floorUsdPerTonne: 60 };
const plan = smallPlan(
  { one: { events: {}, probability: 1 } },
  ["a", "b", "c", "d"].map((id) => candidateOf(id, floor, [["b", id === "d" ? 50 : 10]])),
  {
    budgets: [{ payer: "b", fromYear: 2025, toYear: 2025, mostUsd: 20 }],
    requires: [{ candidate: "b", needs: ["a"] }],
    objective: { tailWeight: 0, tailShare: 0.5, costWeight: 0, discountPerYear: 0, count: "world" },
  },
);
const atoms: Atom[] = [{ id: "one", future: "one", draw: 0, probability: 1 }];

/** A simulation in which each candidate saves so much surplus and twice that of products. */
const simulation = (savesUsd: readonly number[]) => {
  const asked: string[] = [];
  const simulate = async (x: readonly number[]): Promise<JudgedPortfolio> => {
    asked.push(x.join(""));
    const saved = x.reduce((sum, scale, k) => sum + scale * savesUsd[k]!, 0);
    const use = { partner: "b", use: "u", demandUsd: 1e4, extraBillUsd: 0, surplusLostUsd: 0, firstShortMonth: null, shortMonths: 0 }; // biome-ignore format: a row
    return {
      x: [...x],
      atoms: [
        { atom: "one", uses: [{ ...use, valueAtRiskUsd: 5000 - 2 * saved }], paid: [], systemCostUsd: 1000 - saved, outsideUsesUsd: 0, clearings: 1 }, // biome-ignore format: a row
      ],
    };
  };
  return { simulate, asked };
};
const names = (steps: readonly { readonly x: readonly number[] }[]) => steps.map(({ x }) => x.join(""));

describe("portfolios one measure away", () => {
  test("keep needs and budgets: what needs a dropped measure goes with it, what a new one needs comes with it", () => {
    expect(names(stepsFrom(plan, [1, 1, 0, 0], 1))).toEqual(["0000", "1000", "0010", "1010"]);
    expect(names(stepsFrom(plan, [0, 0, 1, 0], 1))).toEqual(["0000", "1010", "1000", "1100"]);
    expect(names(stepsFrom(plan, [0, 0, 1, 0], 5))).toContain("0011"); // 60 of 100
  });

  test("the best by the simulation is named with what it saves against the chosen one", async () => {
    const { simulate, asked } = simulation([50, -20, 30, 900]);
    const found = await neighboursOf(plan, atoms, { x: [1, 1, 0, 0], budgetMultiple: 1, most: 24 }, simulate);
    expect(found).toMatchObject({ tried: 4, possible: 4 });
    expect(found.preferred).toMatchObject({ scales: [1, 0, 1, 0], adds: ["c"], drops: ["b"], costUsd: 0 });
    expect(found.preferred!.surplusAvoidedUsd).toBeCloseTo(50, 9);
    expect(found.preferred!.productsSavedUsd).toBeCloseTo(100, 9);
    expect(found.words).toContain("with measure c and without measure b: USD 50 less loss in the same unit");
    expect(asked).not.toContain("0001"); // dearer than the budget
  });

  test("no more are simulated than asked, and it is said that none is better or none was tried", async () => {
    const { simulate } = simulation([50, 40, 30, 0]);
    const look = (most: number) => neighboursOf(plan, atoms, { x: [1, 1, 0, 0], budgetMultiple: 1, most }, simulate);
    expect(await look(3)).toMatchObject({ tried: 3, possible: 4, preferred: null });
    expect((await look(3)).words).toContain("Of 3 portfolios one measure away (4 keep the rules)");
    expect((await look(0)).words).toContain("No portfolio beside the chosen one was simulated");
  });

  test("a portfolio that is simulated already counts for none of those that may be", async () => {
    const { simulate } = simulation([50, 40, 30, 0]);
    const isKnown = (x: readonly number[]) => ["0000", "1000"].includes(x.join(""));
    const told: [number, number][] = [];
    const asked = { x: [1, 1, 0, 0], budgetMultiple: 1, most: 1, isKnown };
    expect(await neighboursOf(plan, atoms, asked, simulate, (...progress) => told.push(progress))).toMatchObject({
      tried: 3,
      possible: 4,
    });
    expect(told).toEqual([[1, 1]]);
  });

  test("two dozen unless the months are many or the plan says how many", () => {
    expect(mostNeighbours({ months: 24 }, 2)).toBe(24);
    expect(mostNeighbours({ months: 60 }, 20)).toBe(10);
    expect(mostNeighbours({ months: 60, mostNeighbours: 40 }, 20)).toBe(40);
  });
});
