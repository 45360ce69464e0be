import { describe, expect, it } from "vitest";
import { baseView, copyTerms, problemsOf, rehearse } from "../fixture.ts";

const floor = { kind: "price-floor", commodity: "magnet", countries: ["BBB"], floorUsdPerTonne: 60 };
const press = "press:press-magnet@BBB";

describe("price-floor", () => {
  it("takes the gap to last month's price off the producers' cost", () => {
    const { series, termsOf, model, index, marketIndex } = rehearse({ floor: { ...floor, to: "2025-04-15" } }, 5);
    // cost 55 − 0.3 × 110 = 22; gap 60 − 55 = 5; half of April
    expect(series(press, "marginalCost")).toEqual([22, 22, 17, 19.5, 22].map((x) => expect.closeTo(x, 12)));
    const lastPriceUsdPerTonne = baseView(model, 2).lastPriceUsdPerTonne;
    lastPriceUsdPerTonne[marketIndex("magnet@BBB")] = 61;
    expect(termsOf(2, { lastPriceUsdPerTonne }).marginalCost[index(press)]).toBeCloseTo(22, 12);
  });

  it("adds up what it pays", () => {
    const { levers, termsOf, model } = rehearse({ floor }, 3);
    termsOf(2);
    levers[0]!.carryOver!(baseView(model, 2), model.baseLevel, model.basePriceUsdPerTonne, copyTerms(model));
    // 60 t × 5 USD/t
    expect(levers[0]!.paidUsd!()).toBe(300);
  });

  it("counts tonnes of output, not of feed, and may be for one plant", () => {
    const oxide = { kind: "price-floor", commodity: "oxide", countries: ["AAA"], floorUsdPerTonne: 120 };
    // separation: 0.5 t of oxide per t of ore; cost 0.5 × 100 − 10 = 40, less 0.5 × 20
    expect(rehearse({ oxide }, 3).series("separate:separate-ore@AAA", "marginalCost")[2]).toBeCloseTo(30, 12);
    const plant = {
      kind: "facility",
      country: "BBB",
      recipe: "press-magnet",
      capacityTonnesPerYear: 12,
      breakEvenPriceFactor: 1,
    };
    const one = { ...floor, countries: undefined, facility: "plant" };
    const { series } = rehearse({ one, plant }, 3);
    expect(series("plant:plant", "marginalCost")).toEqual([22, 22, 17].map((x) => expect.closeTo(x, 12)));
    expect(series(press, "marginalCost")[2]).toBeCloseTo(22, 12);
  });

  it("says when nobody there makes it", () => {
    expect(problemsOf({ floor: { ...floor, countries: ["CCC"] } })).toEqual([
      "floor.commodity: no producer here makes magnet; check countries, recipes and facility",
    ]);
  });
});
