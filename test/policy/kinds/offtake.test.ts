import { describe, expect, it } from "vitest";
import { baseView, problemsOf, rehearse } from "../fixture.ts";

const offtake = { kind: "offtake", commodity: "oxide", origin: "BBB", destination: "CCC", tonnesPerYear: 6 };
const route = "ship:oxide:BBB>CCC";

describe("offtake", () => {
  it("promises a twelfth of the year once it runs, on a route it opens", () => {
    const { series } = rehearse({ offtake: { ...offtake, from: "2025-03-17" } }, 4);
    // 0.5 t a month; 15 of 31 days of March
    expect(series(route, "lowerBound")).toEqual([0, 0, expect.closeTo((0.5 * 15) / 31, 12), 0.5]);
  });

  it("never exceeds what the origin made last month or can make now", () => {
    const much = { ...offtake, tonnesPerYear: 600 };
    const { model, termsOf, index } = rehearse({ much }, 3);
    // recycling made 1 t
    expect(termsOf(2).lowerBound[index(route)]).toBe(1);
    const lastLevel = baseView(model, 2).lastLevel;
    lastLevel[index("recycle:recycle-scrap@BBB")] = 0.25;
    expect(termsOf(2, { lastLevel }).lowerBound[index(route)]).toBe(0.25);
    const fire = { kind: "outage", countries: ["BBB"], recipes: ["recycle-scrap"], lossShare: 0.75 };
    // 1 t last month, but only 2 × 0.25 t of capacity now
    expect(rehearse({ much, fire }, 3).series(route, "lowerBound")[2]).toBe(0.5);
  });

  it("takes a share of output, after the offtakes before it", () => {
    const share = { ...offtake, tonnesPerYear: undefined, shareOfOriginOutput: 0.8 };
    const other = { ...share, destination: "AAA" };
    const { termsOf, index } = rehearse({ share, other }, 3);
    expect(termsOf(2).lowerBound[index(route)]).toBeCloseTo(0.8, 12);
    expect(termsOf(2).lowerBound[index("ship:oxide:BBB>AAA")]).toBeCloseTo(0.2, 12);
  });

  it("says when the origin makes nothing of it", () => {
    expect(problemsOf({ offtake: { ...offtake, origin: "CCC", destination: "BBB" } })).toEqual([
      "offtake.origin: nothing in CCC makes oxide, so there is nothing to take off",
    ]);
  });
});
