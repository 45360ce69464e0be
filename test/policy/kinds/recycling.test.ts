import { describe, expect, it } from "vitest";
import { problemsOf, rehearse } from "../fixture.ts";
import { samples } from "../samples.ts";

const recycling = { ...samples.recycling, rampMonths: 2 };

describe("recycling", () => {
  it("adds recovery and collection as they ramp up", () => {
    const { series } = rehearse({ recycling }, 6);
    // 1 t of oxide and 2 t of scrap a month: a quarter, three quarters, all
    expect(series("plant:recycling@BBB", "upperBound")).toEqual([0, 0, 0.25, 0.75, 1, 1]);
    expect(series("collect:scrap@BBB", "upperBound")).toEqual([5, 5, 5.5, 6.5, 7, 7]);
    expect(series("collect:scrap@BBB", "referenceLevel")).toEqual([4, 4, 4.5, 5.5, 6, 6]);
    // breaks even at 0.9 × 110 of oxide less 4 t of scrap at 5
    expect(series("plant:recycling@BBB", "marginalCost")[0]).toBeCloseTo(99 - 20, 12);
  });

  it("starts collecting where nobody did", () => {
    const { series, index } = rehearse({ recycling: { ...recycling, countries: ["CCC"], rampMonths: 0 } }, 3);
    expect(series("collect:recycling@CCC", "upperBound")).toEqual([0, 0, 2]);
    expect(series("plant:recycling@CCC", "upperBound")).toEqual([0, 0, 1]);
    expect(index("ship:oxide:CCC>BBB")).toBeGreaterThan(0);
  });

  it("wants a recipe that recycles", () => {
    expect(problemsOf({ recycling: { ...recycling, recipe: "press-magnet" } })).toEqual([
      "recycling.recipe: press-magnet is a recipe to press, expected one to recycle",
    ]);
  });
});
