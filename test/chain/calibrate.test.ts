import { describe, expect, test } from "vitest";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "./mini-dataset.ts";

const { model } = openWorkbench(miniDataset());
const price = (id: string) => model.basePriceUsdPerTonne[model.markets.findIndex((m) => m.id === id)]!;
const find = (id: string) => model.activities.findIndex((a) => a.id === id);

describe("base prices", () => {
  test("exporters at the reference price, importers with the delivery margin", () => {
    expect(price("dysprosium-oxide@CHN")).toBe(250_000);
    expect(price("dysprosium-oxide@JPN")).toBe(260_000); // 250,000 × 1.04
  });

  test("ore is worth the payable share of the oxides in it", () => {
    // 0.5 × (0.1 × 250,000 + 0.9 × 1,000) = 12,950
    expect(price("ore@CHN")).toBeCloseTo(12_950, 6);
  });
});

describe("calibration", () => {
  test("marginal cost at the baseline is what base prices pay", () => {
    model.activities.forEach((activity, a) => {
      if (!(model.baseLevel[a]! > 0)) return;
      const paid = activity.entries.reduce((s, e) => s + e.coefficient * model.basePriceUsdPerTonne[e.market]!, 0);
      expect(model.terms.marginalCost[a]).toBeCloseTo(paid, 6);
    });
  });

  test("slopes come from elasticities", () => {
    // mine: 12,950 USD/t over elasticity 0.5 × 100 t/month
    expect(model.terms.slope[find("mine:ore@CHN")]).toBeCloseTo(12_950 / 50, 6);
    // ship: 260,000 over 2 × 4 t/month
    expect(model.terms.slope[find("ship:dysprosium-oxide:CHN>JPN")]).toBeCloseTo(260_000 / 8, 3);
    // first tranche of Japan's magnets: 260,000 over 1 × 2 t/month
    expect(model.terms.slope[find("use:magnets@JPN:0")]).toBeCloseTo(130_000, 3);
    // the second would give up at 260,000 × (1 + 1/0.1) = 2.86 m, but the product is worth 2 m: (2 m − 0.26 m)/2 t
    expect(model.terms.slope[find("use:magnets@JPN:1")]).toBeCloseTo(870_000, 3);
  });

  test("capacity follows from utilisation, uses never exceed their need", () => {
    expect(model.terms.upperBound[find("mine:ore@CHN")]).toBeCloseTo(125, 9); // 100 / 0.8
    expect(model.terms.upperBound[find("use:magnets@JPN:0")]).toBeCloseTo(2, 9);
  });

  test("stocks: 60 days of turnover, split along the cover curve", () => {
    const stock = model.stocks.find((s) => model.markets[s.market]!.id === "dysprosium-oxide@JPN")!;
    expect(stock.normalTonnes).toBeCloseTo((4 * 60) / (365.25 / 12), 9);
    expect(stock.activities).toHaveLength(4);
  });
});
