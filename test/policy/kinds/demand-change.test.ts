import { describe, expect, it } from "vitest";
import { problemsOf, rehearse } from "../fixture.ts";

const growth = {
  kind: "demand-change",
  uses: ["vehicles"],
  countries: ["CCC"],
  growthSharePerYear: 0.12,
  stepShare: 0.1,
};
const use = "use:motor@CCC:0";

describe("demand-change", () => {
  it("steps up, then grows by the month", () => {
    const { series } = rehearse({ growth }, 5);
    // 70 × 1.1, and then a twelfth of 12 % a year, compounding
    const tonnes = [70, 70, 77, 77 * 1.12 ** (1 / 12), 77 * 1.12 ** (2 / 12)].map((x) => expect.closeTo(x, 12));
    expect(series(use, "upperBound")).toEqual(tonnes);
    expect(series(use, "referenceLevel")).toEqual(tonnes);
    expect(series(use, "slope")[2]).toBeCloseTo(20 / 1.1, 12);
  });

  it("stops growing and keeps the level when told to", () => {
    const { series } = rehearse({ growth: { ...growth, stepShare: undefined, growthUntil: "2025-04-30" } });
    const grown = 70 * 1.12 ** (1 / 12);
    expect(series(use, "upperBound").slice(3)).toEqual([grown, grown, grown].map((x) => expect.closeTo(x, 12)));
  });

  it("counts part of a month in part, and keeps to its uses and countries", () => {
    const { termsOf, index } = rehearse({ growth: { ...growth, from: "2025-04-16" } });
    expect(termsOf(3).upperBound[index(use)]).toBeCloseTo(70 * 1.05, 12);
    expect(termsOf(4).upperBound[index("use:motor@BBB:0")]).toBe(50);
  });

  it("multiplies with other changes, in any order", () => {
    const slump = { kind: "demand-change", uses: ["motor"], stepShare: -0.5 };
    expect(rehearse({ growth, slump }, 3).series(use, "upperBound")[2]).toBeCloseTo(70 * 1.1 * 0.5, 12);
    expect(rehearse({ slump, growth }, 3).series(use, "slope")[2]).toBeCloseTo(20 / 1.1 / 0.5, 12);
  });

  it("says when nobody has such demand", () => {
    expect(problemsOf({ growth: { ...growth, uses: ["defence"] } })).toEqual([
      "growth.uses: nobody in CCC has demand for defence",
    ]);
  });
});
