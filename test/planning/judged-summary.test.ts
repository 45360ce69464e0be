import { describe, expect, test } from "vitest";
import type { Atom } from "../../src/planning/evaluator.ts";
import type { JudgedPortfolio } from "../../src/planning/judged.ts";
import { expectedLossUsd, summariseJudged, usesWithAndWithout } from "../../src/planning/judged-summary.ts";
import { smallPlan } from "./small-plan.ts";

const plan = smallPlan(
  { bad: { events: {}, probability: 0.4 }, good: { events: {}, probability: 0.6 } },
  [],
  { objective: { tailWeight: 0.2, tailShare: 0.3, costWeight: 1, discountPerYear: 0, count: "partners" } },
); // biome-ignore format: short
const atoms: Atom[] = [
  { id: "bad/0", future: "bad", draw: 0, probability: 0.2 },
  { id: "bad/1", future: "bad", draw: 1, probability: 0.2 },
  { id: "good", future: "good", draw: 0, probability: 0.6 },
];
const use = (partner: string, valueAtRiskUsd: number, firstShortMonth: string | null = null, shortMonths = 0) => ({
  partner,
  use: "vehicles",
  demandUsd: 1000,
  valueAtRiskUsd,
  extraBillUsd: valueAtRiskUsd / 10,
  surplusLostUsd: valueAtRiskUsd / 5,
  firstShortMonth,
  shortMonths,
});
const portfolio = (...uses: ReturnType<typeof use>[][]): JudgedPortfolio => ({
  x: [],
  atoms: uses.map((own, i) => ({
    atom: atoms[i]!.id,
    uses: own,
    paid: i === 0 ? [{ candidate: "floor", usd: 50 }] : [],
    systemCostUsd: 0,
    outsideUsesUsd: 0,
    clearings: 6,
  })),
});
const without = portfolio(
  [use("b", 100, "2025-03", 4), use("c", 10)],
  [use("b", 300, "2025-02", 5), use("c", 0)],
  [use("b", 5), use("c", 200, "2025-06", 1)],
);
const withIt = portfolio([use("b", 50), use("c", 10)], [use("b", 100, "2025-04", 2), use("c", 0)], [use("b", 5), use("c", 0)]); // biome-ignore format: a row

describe("summariseJudged", () => {
  const judged = summariseJudged(plan, atoms, without);

  test("weighs atoms by their probability", () => {
    // 110, 300 and 205 at 0.2, 0.2 and 0.6
    expect(judged.expectedLossUsd).toBeCloseTo(22 + 60 + 123, 9);
    expect(judged.extraBillUsd).toBeCloseTo(20.5, 9);
    expect(judged.surplusLostUsd).toBeCloseTo(41, 9);
    expect(judged.paidUsd).toBeCloseTo(10, 9);
  });

  test("the tail is the worst 0.3: all of the 300 and a part of the 205", () => {
    expect(judged.tailLossUsd).toBeCloseTo((0.2 * 300 + 0.1 * 205) / 0.3, 9);
  });

  test("partners have tails of their own", () => {
    const [b, c] = judged.byPartner;
    expect(b).toMatchObject({ partner: "b", expectedLossUsd: expect.closeTo(20 + 60 + 3, 9) });
    expect(b!.tailLossUsd).toBeCloseTo((0.2 * 300 + 0.1 * 100) / 0.3, 9);
    expect(c!.tailLossUsd).toBeCloseTo(200, 9);
  });

  test("a future is judged as if it were certain", () => {
    const [bad, good] = judged.byFuture;
    expect(bad!.expectedLossUsd).toBeCloseTo(205, 9);
    expect(bad!.tailLossUsd).toBeCloseTo(300, 9);
    expect(good).toMatchObject({ future: "good", expectedLossUsd: 205, tailLossUsd: expect.closeTo(205, 9) });
  });
});

describe("usesWithAndWithout", () => {
  const uses = usesWithAndWithout(plan, atoms, without, withIt);

  test("the largest loss without first, each with its chance and first month of running short", () => {
    expect(uses.map((u) => u.partner)).toEqual(["c", "b"]);
    expect(uses[1]).toMatchObject({
      use: "vehicles",
      withoutUsd: expect.closeTo(83, 9),
      withUsd: expect.closeTo(33, 9),
      shortWithout: expect.closeTo(0.4, 9),
      shortWith: expect.closeTo(0.2, 9),
      firstShortWithout: "2025-02",
      firstShortWith: "2025-04",
      shortMonthsWithout: expect.closeTo(1.8, 9),
      shortMonthsWith: expect.closeTo(0.4, 9),
    });
    expect(uses[0]).toMatchObject({ withoutUsd: expect.closeTo(122, 9), withUsd: 2, firstShortWith: null });
  });

  test("refuses portfolios that do not speak of the same uses", () => {
    const less = portfolio([use("b", 1)], [use("b", 1)], [use("b", 1)]);
    expect(() => usesWithAndWithout(plan, atoms, without, less)).toThrow("nothing is known of vehicles of c");
  });
});

describe("expectedLossUsd", () => {
  test("counts the uses that are wanted in the measure that is wanted", () => {
    expect(expectedLossUsd(atoms, without, "surplusLostUsd", (u) => u.partner === "b")).toBeCloseTo(83 / 5, 9);
  });
});
