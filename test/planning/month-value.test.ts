import { expect, test } from "vitest";
import { createClearer } from "../../src/market/clear.ts";
import { openPlanning } from "../../src/planning/market-evaluator.ts";
import { writeDifferences } from "../../src/planning/month-terms.ts";
import { applyPortfolio, dualValueUsd } from "../../src/planning/month-value.ts";
import { copyTerms, emptyTerms } from "../../src/planning/reference-run.ts";
import { highsInput, optimal, solve } from "../market/highs.ts";
import { small } from "../market/small.ts";
import { smallPlan } from "./recourse-world.ts";

test("the dual value is the least cost at clearing prices, and below it at any others", () => {
  // 10 t/month are wanted at up to 50 USD/t; the first costs 10, each further one 4 more, so 10 t cost 10 · 10 + ½ · 4 · 100
  const { network, terms } = small([
    { name: "mine", entries: { ore: 1 }, cost: 10, slope: 4 },
    { name: "use", entries: { ore: -1 }, cost: -55, slope: 0.5, upper: 10 },
  ]);
  const { priceUsdPerTonne } = createClearer(network).clear(terms);
  expect(priceUsdPerTonne[0]).toBeCloseTo(50, 8);
  expect(dualValueUsd(network, terms, priceUsdPerTonne)).toBeCloseTo(300 - 550 + 25, 8);
  for (const price of [0, 20, 49, 51, 200])
    expect(dualValueUsd(network, terms, Float64Array.of(price))).toBeLessThan(-225);
});

test("months under portfolios cost what HiGHS says", () => {
  const stop = { stop: { kind: "export-ban", materials: ["oxide"], origins: ["AAA"], from: "2025-02-01" } };
  const candidates = {
    press: {
      kind: "facility",
      country: "CCC",
      recipe: "press-magnet",
      capacityTonnesPerYear: 600,
      breakEvenPriceFactor: 1.1,
    },
    mine: { kind: "facility", country: "CCC", mine: "ore", capacityTonnesPerYear: 500, breakEvenPriceFactor: 1.2 },
    separation: {
      kind: "facility",
      country: "CCC",
      recipe: "separate-ore",
      capacityTonnesPerYear: 500,
      breakEvenPriceFactor: 1.1,
    },
    contract: { kind: "offtake", commodity: "magnet", origin: "BBB", destination: "CCC", tonnesPerYear: 360 },
  };
  const { plan, atoms } = smallPlan(stop, candidates);
  const [{ network, base, months }] = openPlanning(atoms, plan).problems as [
    ReturnType<typeof openPlanning>["problems"][0],
  ];
  const clearer = createClearer(network);
  const terms = emptyTerms(base.slope.length);
  let compared = 0;
  for (const x of [
    [0, 0, 0, 1],
    [1, 1, 1, 0],
    [0.3, 0.8, 0.5, 0.4],
  ])
    for (const month of months.filter((m) => m.terms)) {
      copyTerms(base, terms);
      writeDifferences(month.terms!, terms);
      applyPortfolio(month.effects, x, terms);
      const { priceUsdPerTonne } = clearer.clear(terms);
      const theirs = solve(highsInput(network, terms));
      expect(theirs.status).toBe(optimal);
      expect(dualValueUsd(network, terms, priceUsdPerTonne)).toBeCloseTo(theirs.objective, 2);
      compared++;
    }
  expect(compared).toBe(12);
});
