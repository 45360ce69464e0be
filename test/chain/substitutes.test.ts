import { describe, expect, test } from "vitest";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "./mini-dataset.ts";
import { thriftChanges } from "./thrift.ts";

const { model } = openWorkbench(miniDataset(thriftChanges()));
const substitute = (country: string) => {
  const a = model.activities.findIndex((x) => x.id === `substitute:cerium-for-dysprosium@${country}`);
  return { a, ramp: model.ramps.find((r) => r.activity === a)! };
};

describe("substitutes", () => {
  test("cost what their inputs leave of the output's price, plus a premium of a fifth of it", () => {
    // China: 250,000 − 2 × 1,000 of cerium, and 0.2 × 250,000
    expect(model.terms.marginalCost[substitute("CHN").a]).toBeCloseTo(248_000 + 50_000, 6);
    // Japan pays 4 % for delivery: 260,000 − 2 × 1,040, and 0.2 × 260,000
    expect(model.terms.marginalCost[substitute("JPN").a]).toBeCloseTo(257_920 + 52_000, 6);
  });

  test("replace at most a quarter of today's use, a fifth of that more each month, and nothing at base prices", () => {
    for (const [country, usedTonnes] of [
      ["CHN", 6],
      ["JPN", 4],
    ] as const) {
      const { a, ramp } = substitute(country);
      expect(model.baseLevel[a]).toBe(0);
      expect(model.terms.lowerBound[a]).toBe(0);
      expect(model.terms.upperBound[a]).toBeCloseTo(usedTonnes / 4, 9);
      expect(ramp.largestTonnes).toBeCloseTo(usedTonnes / 4, 9);
      expect(ramp.stepTonnes).toBeCloseTo(usedTonnes / 20, 9);
    }
  });

  test("are not there where nobody handles what they need", () => {
    const { recipes, parameters } = thriftChanges();
    const noCeriumInJapan = openWorkbench(miniDataset({ recipes, parameters })).model;
    const found = noCeriumInJapan.activities.filter((x) => x.kind === "substitute").map((x) => x.country);
    expect(found).toEqual(["CHN"]);
  });
});
