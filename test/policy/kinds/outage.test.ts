import { describe, expect, it } from "vitest";
import { problemsOf, rehearse } from "../fixture.ts";

const outage = { kind: "outage", countries: ["AAA"], recipes: ["press-magnet"], lossShare: 0.25 };

describe("outage", () => {
  it("takes its share of capacity for its share of the month", () => {
    const { series } = rehearse({ outage: { ...outage, from: "2025-03-01", to: "2025-04-15" } });
    // 120 × 0.75, then half a month: 120 × (1 − 0.125)
    expect(series("press:press-magnet@AAA", "upperBound")).toEqual([120, 120, 90, 105, 120, 120]);
    expect(series("separate:separate-ore@AAA", "upperBound")[2]).toBe(125);
  });

  it("counts only the failing works' share, and outages multiply", () => {
    const one = { ...outage, shareOfCapacity: 0.4 };
    // 120 × (1 − 0.25 × 0.4) × (1 − 0.25)
    expect(rehearse({ one, outage }, 3).series("press:press-magnet@AAA", "upperBound")[2]).toBeCloseTo(81, 12);
  });

  it("stops mines of a material and one planned plant only", () => {
    const mines = { kind: "outage", countries: ["WLD"], activities: ["mine"], materials: ["ore"], lossShare: 1 };
    expect(rehearse({ mines }, 3).series("mine:ore@AAA", "upperBound")).toEqual([120, 120, 0]);
    const plant = {
      kind: "facility",
      country: "AAA",
      recipe: "press-magnet",
      capacityTonnesPerYear: 120,
      breakEvenPriceFactor: 1,
    };
    const fire = { kind: "outage", countries: ["AAA"], facility: "plant", lossShare: 0.5, from: "2025-04-01" };
    const { series } = rehearse({ fire, plant }, 4);
    expect(series("plant:plant", "upperBound")).toEqual([0, 0, 10, 5]);
    expect(series("press:press-magnet@AAA", "upperBound")[3]).toBe(120);
  });

  it("says when there is nothing to stop", () => {
    expect(problemsOf({ outage: { ...outage, countries: ["CCC"] } })).toEqual([
      "outage: no mine or plant matches; check countries, activities, recipes and materials",
    ]);
  });
});
