import { describe, expect, test } from "vitest";
import type { Model } from "../../src/chain/model.ts";
import type { MonthTerms } from "../../src/policy/lever.ts";
import { readable, runPolicies } from "../../src/simulation/rehearse.ts";
import { coverDays, setStoreTerms } from "../../src/simulation/stocks.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "../chain/mini-dataset.ts";

const workbench = openWorkbench(miniDataset());
const japan = workbench.model.stocks.find((s) => workbench.model.markets[s.market]!.id === "dysprosium-oxide@JPN")!;

/** Terms of the steps of a stock of 100 t at a base price of 1,000 USD/t, bottom step first. */
function steps(stockTonnes: number) {
  const stock = { ...japan, normalTonnes: 100 };
  const model: Model = {
    ...workbench.model,
    stocks: [stock],
    basePriceUsdPerTonne: workbench.model.basePriceUsdPerTonne.map(() => 1000),
  };
  const nothing = () => new Float64Array(model.activities.length).fill(Number.NaN);
  const terms: MonthTerms = {
    referenceLevel: nothing(),
    lowerBound: nothing(),
    upperBound: nothing(),
    marginalCost: nothing(),
    slope: nothing(),
  };
  setStoreTerms(model, Float64Array.of(stockTonnes), terms);
  const of = (field: keyof MonthTerms) => stock.activities.map((a) => terms[field][a]!);
  return { of };
}

const near = (values: number[]) => values.map((v) => expect.closeTo(v, 9));

// The cover curve: worth 12, 4, 1.6, 1 and 0.85 × the base price at 0, 15, 50, 100 and 160 t,
// so steps of 15, 35, 50 and 60 t over which the worth falls by 8, 2.4, 0.6 and 0.15 × 1,000 USD.
describe("setStoreTerms", () => {
  test.each([
    { stock: "full", tonnes: 100, lower: [0, 0, 0, -60], upper: [15, 35, 50, 0], cost: [4000, 1600, 1000, 1000] },
    { stock: "half", tonnes: 50, lower: [0, 0, -50, -60], upper: [15, 35, 0, 0], cost: [4000, 1600, 1600, 1000] },
    // 7 t of the second step's 35: 4,000 − 2,400 × 7/35
    { stock: "low", tonnes: 22, lower: [0, -28, -50, -60], upper: [15, 7, 0, 0], cost: [4000, 3520, 1600, 1000] },
    { stock: "empty", tonnes: 0, lower: [-15, -35, -50, -60], upper: [0, 0, 0, 0], cost: [12000, 4000, 1600, 1000] },
  ])("$stock: what each step gives, takes and asks", ({ tonnes, lower, upper, cost }) => {
    const { of } = steps(tonnes);
    expect(of("lowerBound")).toEqual(near(lower));
    expect(of("upperBound")).toEqual(near(upper));
    expect(of("marginalCost")).toEqual(near(cost));
    expect(of("slope")).toEqual(near([8000 / 15, 2400 / 35, 600 / 50, 150 / 60]));
    expect(of("referenceLevel")).toEqual([0, 0, 0, 0]);
  });
});

describe("coverDays", () => {
  test("counts days of ordinary use, not tonnes", () => {
    const stock = { ...japan, normalTonnes: 8, normalCoverDays: 60 };
    expect(coverDays(stock, 8)).toBe(60);
    expect(coverDays(stock, 2)).toBe(15);
    expect(coverDays({ ...stock, normalTonnes: 0 }, 2)).toBe(0);
  });

  test("is what a result shows: 60 days in ordinary months", () => {
    const plain = { start: "2025-01", months: 2, events: {}, measures: {} };
    const { markets } = readable(runPolicies(workbench, plain, []), 0);
    const market = markets.find((m) => m.commodity === "dysprosium-oxide" && m.country === "JPN")!;
    expect(market.coverDays).toEqual([expect.closeTo(60, 6), expect.closeTo(60, 6)]);
  });
});
