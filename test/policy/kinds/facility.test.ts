import { describe, expect, it } from "vitest";
import { modelNetwork } from "../../../src/chain/network.ts";
import { createClearer } from "../../../src/market/clear.ts";
import { problemsOf, rehearse } from "../fixture.ts";

const plant = {
  kind: "facility",
  country: "CCC",
  recipe: "press-magnet",
  capacityTonnesPerYear: 240,
  delayMonths: 1,
  rampMonths: 4,
  breakEvenPriceFactor: 1.2,
};

describe("facility", () => {
  it("starts late and ramps in a straight line to 20 t a month", () => {
    const { series } = rehearse({ plant }, 9);
    // April to July: 1/8, 3/8, 5/8, 7/8 of 20 t
    const tonnes = [0, 0, 0, 2.5, 7.5, 12.5, 17.5, 20, 20];
    expect(series("plant:plant", "upperBound")).toEqual(tonnes);
    expect(series("plant:plant", "referenceLevel")).toEqual(tonnes);
  });

  it("runs full at its break-even price: 1.2 × base price of the magnet less the oxide in it", () => {
    const { termsOf, index } = rehearse({ plant }, 3);
    // oxide has no market in CCC yet: the mean of 50 t at 100 and 21 t at 110
    const oxide = (50 * 100 + 21 * 110) / 71;
    const { marginalCost, slope } = termsOf(0);
    expect(marginalCost[index("plant:plant")]).toBeCloseTo(1.2 * 60 - 0.3 * oxide, 10);
    // its margin spread over elasticity 0.5 of 20 t
    expect(slope[index("plant:plant")]).toBeCloseTo((1.2 * 60 - 0.3 * oxide) / (0.5 * 20), 12);
  });

  it("opens the market it lacks, ways in from makers and ways out to users", () => {
    const { model, series } = rehearse({ plant }, 3);
    const added = model.activities.slice(16).map((a) => a.id);
    expect(added).toEqual([
      "dispose:oxide@CCC",
      "plant:plant",
      "ship:oxide:AAA>CCC",
      "ship:oxide:BBB>CCC",
      "ship:magnet:CCC>AAA",
      "ship:magnet:CCC>BBB",
    ]);
    // to AAA the price falls from 60 to 50, so only a quarter of the entry cost of 0.1 × 50 remains; scale 20 t, elasticity 4
    expect(series("ship:magnet:CCC>AAA", "marginalCost")[0]).toBe(1.25);
    expect(series("ship:magnet:CCC>AAA", "slope")[0]).toBe(50 / (4 * 20));
  });

  it("makes magnets once it pays", () => {
    const { model, termsOf, index } = rehearse({ plant: { ...plant, breakEvenPriceFactor: 0.7 } }, 9);
    const { level } = createClearer(modelNetwork(model)).clear(termsOf(8), model.basePriceUsdPerTonne);
    expect(level[index("plant:plant")]).toBeGreaterThan(1);
    expect(level[index("plant:plant")]).toBeLessThanOrEqual(20);
  });

  it("may be a mine, and may state its capacity in another commodity", () => {
    const mine = {
      kind: "facility",
      country: "BBB",
      mine: "ore",
      capacityTonnesPerYear: 60,
      breakEvenPriceFactor: 0.8,
    };
    const separation = {
      kind: "facility",
      country: "AAA",
      recipe: "separate-ore",
      capacityTonnesPerYear: 60,
      capacityOf: "oxide",
      breakEvenPriceFactor: 1,
    };
    const { series, index } = rehearse({ mine, separation }, 3);
    expect(series("plant:mine", "upperBound")).toEqual([0, 0, 5]);
    expect(series("plant:mine", "marginalCost")[0]).toBe(8);
    expect(index("ship:ore:BBB>AAA")).toBeGreaterThan(0);
    // 5 t of oxide a month take 10 t of ore
    expect(series("plant:separation", "upperBound")).toEqual([0, 0, 10]);
  });

  it("points at recipes, countries and units that are not there", () => {
    expect(problemsOf({ plant: { ...plant, recipe: "press-magnets", country: "CCD" } })).toEqual([
      'plant.country: unknown country or bloc "CCD"; did you mean "CCC"?',
      'plant.recipe: unknown recipe "press-magnets"; did you mean "press-magnet"?',
    ]);
    expect(problemsOf({ plant: { ...plant, capacityOf: "ore" } })).toEqual([
      "plant.capacityOf: press-magnet neither makes nor uses ore",
    ]);
    expect(problemsOf({ plant: { ...plant, country: "PAIR" } })).toEqual([
      'plant.country: "PAIR" means 2 countries, expected one',
    ]);
  });
});
