import { describe, expect, it } from "vitest";
import { problemsOf, rehearse } from "../fixture.ts";

const closure = { kind: "route-closure", between: ["AAA"], and: ["CCC"], lossShare: 0.4, extraCostShare: 0.1 };
const free = Number.POSITIVE_INFINITY;

describe("route-closure", () => {
  it("cuts the flow and lengthens the way", () => {
    const { series } = rehearse({ closure: { ...closure, to: "2025-04-15" } });
    // 50 × 0.6, then half a month 50 × 0.8; freight 10 + 0.1 × 50, then half of that
    expect(series("ship:magnet:AAA>CCC", "upperBound")).toEqual([free, free, 30, 40, free, free]);
    expect(series("ship:magnet:AAA>CCC", "marginalCost")).toEqual([10, 10, 15, 12.5, 10, 10]);
    expect(series("ship:magnet:BBB>CCC", "upperBound")[2]).toBe(free);
  });

  it("works both ways, on pairs, and on the way round a control", () => {
    const pairs = { kind: "route-closure", pairs: [["BBB", "AAA"]], lossShare: 0.5 };
    const ban = {
      kind: "export-ban",
      materials: ["oxide"],
      origins: ["AAA"],
      leakage: { share: 0.2, premiumShare: 0.1, via: "CCC" },
    };
    const { termsOf, index } = rehearse({ pairs, ban }, 3);
    const { upperBound } = termsOf(2);
    expect(upperBound[index("ship:magnet:AAA>BBB")]).toBe(5);
    // 0.2 × 20 t may leak, half of it passes
    expect(upperBound[index("leak:ban:oxide:AAA>BBB")]).toBeCloseTo(2, 12);
  });

  it("leaves a new route open unless all is lost", () => {
    const plant = {
      kind: "facility",
      country: "CCC",
      recipe: "press-magnet",
      capacityTonnesPerYear: 120,
      breakEvenPriceFactor: 1,
    };
    const route = "ship:oxide:AAA>CCC";
    expect(rehearse({ closure, plant }, 3).series(route, "upperBound")[2]).toBe(free);
    expect(rehearse({ closure: { ...closure, lossShare: 1 }, plant }, 3).series(route, "upperBound")[2]).toBe(0);
  });

  it("says when nothing passes there", () => {
    const nothing = { ...closure, materials: ["ore"] };
    expect(problemsOf({ nothing })).toEqual(["nothing: no shipment passes between these countries"]);
  });
});
