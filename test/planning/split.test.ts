import { describe, expect, test } from "vitest";
import type { Atom } from "../../src/planning/evaluator.ts";
import { judgeOf } from "../../src/planning/judge.ts";
import type { JudgedPortfolio } from "../../src/planning/judged.ts";
import type { Plan } from "../../src/planning/plan.ts";
import { splitBenefit } from "../../src/planning/split.ts";
import { candidateOf, smallPlan } from "./small-plan.ts";
import { pile, press, smallWorld } from "./world.ts";

const floor = { kind: "price-floor", commodity: "magnet", countries: ["BBB"], floorUsdPerTonne: 60 };
const atoms: Atom[] = [
  { id: "bad", future: "bad", draw: 0, probability: 0.25 },
  { id: "good", future: "good", draw: 0, probability: 0.75 },
];

/** Losses in the bad future by partner as a function of the portfolio; nothing is lost in the good one. */
const simulated = (loss: (x: readonly number[]) => Record<string, number>) => {
  const asked: string[] = [];
  const simulate = async (x: readonly number[]): Promise<JudgedPortfolio> => {
    asked.push(x.join(" "));
    return {
      x,
      atoms: atoms.map(({ id }) => ({
        atom: id,
        uses: Object.entries(loss(x)).map(([partner, usd]) => ({
          partner,
          use: "vehicles",
          demandUsd: 1000,
          valueAtRiskUsd: id === "bad" ? usd : 0,
          extraBillUsd: 0,
          surplusLostUsd: id === "bad" ? usd / 10 : 0,
          firstShortMonth: null,
          shortMonths: 0,
        })),
        paid: [],
        systemCostUsd: 0,
        outsideUsesUsd: 0,
        clearings: 6,
      })),
    };
  };
  return { simulate, asked };
};

describe("splitBenefit, by hand", () => {
  // b's pile saves b 40 and c 40 (times a quarter: 10 each) for 4; c's plant saves c 80 (20) for 8; the joint one saves
  // both 120 (30 each) and costs each 10
  const plan = smallPlan({}, [
    candidateOf("pile", floor, [["b", 4]]),
    candidateOf("plant", floor, [["c", 8]]),
    candidateOf("joint", floor, [["b", 10], ["c", 10]]),
  ], { agreements: [{ id: "deal", title: "Deal", parties: ["b", "c"], candidates: ["joint"], source: "a test", status: "assumed" }] }); // biome-ignore format: a table
  const loss = (x: readonly number[]) => ({
    b: 400 - 40 * x[0]! - 120 * x[2]!,
    c: 400 - 40 * x[0]! - 80 * x[1]! - 120 * x[2]!,
  });

  test("each partner: cost, benefit, alone, outside, Shapley value and transfer", async () => {
    const { simulate, asked } = simulated(loss);
    const split = await splitBenefit(plan, atoms, [1, 1, 1], simulate);
    // v(b) = 10 − 4 = 6; v(c) = 20 − 8 = 12; v(bc) = (10 + 30) + (10 + 20 + 30) − 4 − 8 − 20 = 68; half of 68 − 18 each more
    expect(split.coalitions).toEqual([
      { partners: [], worthUsd: 0 },
      { partners: ["b"], worthUsd: 6 },
      { partners: ["c"], worthUsd: 12 },
      { partners: ["b", "c"], worthUsd: 68 },
    ]);
    expect(split.partners).toEqual([
      // outside, b still has nothing of c's plant; c has 10 of b's pile
      { partner: "b", costUsd: 14, benefitUsd: 40, netUsd: 26, shapleyUsd: 31, transferUsd: 5, aloneUsd: 6, outsideUsd: 0, betterInside: true },
      { partner: "c", costUsd: 18, benefitUsd: 60, netUsd: 42, shapleyUsd: 37, transferUsd: -5, aloneUsd: 12, outsideUsd: 10, betterInside: true },
    ]); // biome-ignore format: a table
    expect(split.blocking).toEqual([]);
    expect(split.byAgreement).toEqual([
      { agreement: "deal", partner: "b", withUsd: 60, withoutUsd: 90 },
      { agreement: "deal", partner: "c", withUsd: 40, withoutUsd: 70 },
    ]);
    // nothing, pile, plant, all; without the deal
    expect(asked.sort()).toEqual(["0 0 0", "0 1 0", "1 0 0", "1 1 0", "1 1 1"]);
    expect(split.portfolios).toBe(5);
  });

  test("the same in what users lose: a tenth of the benefit for the same money", async () => {
    const { bySurplus } = await splitBenefit(plan, atoms, [1, 1, 1], simulated(loss).simulate);
    expect(bySurplus!.partners.map((p) => p.benefitUsd)).toEqual([4, 6]);
    expect(bySurplus!.partners.map((p) => p.netUsd)).toEqual([-10, -12]);
    expect(bySurplus!.partners.map((p) => p.betterInside)).toEqual([false, false]);
    // alone b has 1 − 4 = −3 and c 2 − 8 = −6
    expect(bySurplus!.blocking).toEqual([
      { partners: ["b"], gainUsd: 7 },
      { partners: ["c"], gainUsd: 6 },
    ]);
    expect(bySurplus!.bySurplus).toBeNull();
  });

  test("scales scale costs", async () => {
    const half = smallPlan({}, [candidateOf("pile", floor, [["b", 4]], { sizing: "scalable" })]);
    const split = await splitBenefit(half, atoms, [0.5], simulated((x) => ({ b: 40 - 40 * x[0]!, c: 0 })).simulate);
    expect(split.partners.map((p) => [p.costUsd, p.benefitUsd])).toEqual([[2, 5], [0, 0]]); // biome-ignore format: a table
    expect(split.portfolios).toBe(2);
  });

  test("a free rider is better off outside", async () => {
    const shared = smallPlan({}, [candidateOf("pile", floor, [["b", 4]]), candidateOf("gift", floor, [["c", 9]])]);
    const rides = (x: readonly number[]) => ({ b: 100 - 40 * x[0]!, c: 100 - 40 * x[0]! - 20 * x[1]! });
    const split = await splitBenefit(shared, atoms, [1, 1], simulated(rides).simulate);
    expect(split.partners.map((p) => p.betterInside)).toEqual([true, false]);
    expect(split.partners[1]).toMatchObject({ netUsd: 15 - 9, outsideUsd: 10 });
  });
});

describe("splitBenefit over the small chain", () => {
  const ban = { stop: { kind: "export-ban", materials: ["magnet"], origins: ["AAA"] } };
  const plan: Plan = smallPlan({ bad: { events: ban, probability: 0.25 }, good: { events: {}, probability: 0.75 } }, [
    candidateOf("pile", pile, [["b", 1000]]),
    candidateOf("press", press, [["c", 1000]]),
  ]);
  const world = (i: number) => smallWorld(atoms[i]!.id, i === 0 ? ban : {}, { pile, press });
  const judge = judgeOf(plan, atoms, world);

  test("Shapley values add up to what the portfolio saves less its cost", async () => {
    const split = await splitBenefit(plan, atoms, [1, 1], (x) => judge.judge(x));
    const worth = split.partners.reduce((sum, p) => sum + p.benefitUsd - p.costUsd, 0);
    expect(split.partners.reduce((sum, p) => sum + p.shapleyUsd, 0)).toBeCloseTo(worth, 4);
    expect(worth).toBeGreaterThan(10_000);
    expect(split.portfolios).toBe(4);
    expect(split.partners.find((p) => p.partner === "c")!.aloneUsd).toBeGreaterThan(0);
  });
});
