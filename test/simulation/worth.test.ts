import { describe, expect, test } from "vitest";
import type { NamedPolicy } from "../../src/policy/kinds/index.ts";
import { type ComputedRun, runPolicies } from "../../src/simulation/rehearse.ts";
import { scenarioSchema } from "../../src/simulation/scenario.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { extraBillUsd, valueAtRiskUsd, worthOf } from "../../src/simulation/worth.ts";
import { miniDataset } from "../chain/mini-dataset.ts";

// Japan needs 4 t of dysprosium oxide a month at 260,000 USD/t for magnets worth 2,000,000 USD per tonne of it.
const workbench = openWorkbench(miniDataset());
const ordinary = runPolicies(workbench, { start: "2025-01", months: 1, events: {}, measures: {} }, []);

/** One month in which Japan gets so many tonnes (at most 2 per tranche) at such a price, and China pays 5 m USD/t. */
function month(tonnes: readonly [number, number], priceUsdPerTonne: number): ComputedRun {
  const { model, trajectory } = ordinary;
  const level = model.baseLevel.slice();
  tonnes.forEach((t, step) => {
    level[model.activities.findIndex((a) => a.id === `use:magnets@JPN:${step}`)] = t;
  });
  const price = model.basePriceUsdPerTonne.slice();
  price[model.markets.findIndex((m) => m.id === "dysprosium-oxide@JPN")] = priceUsdPerTonne;
  price[model.markets.findIndex((m) => m.id === "dysprosium-oxide@CHN")] = 5_000_000;
  return { ...ordinary, trajectory: { ...trajectory, level: [level], priceUsdPerTonne: [price] } };
}

const short = month([1, 2], 300_000);
const plenty = month([2, 2], 250_000);

describe("extraBillUsd", () => {
  test("is what a country pays over base prices, and negative where it pays less", () => {
    expect(extraBillUsd(short, ["JPN"])).toBeCloseTo(3 * 40_000, 3);
    expect(extraBillUsd(plenty, ["JPN"])).toBeCloseTo(4 * -10_000, 3);
  });
});

describe("worthOf", () => {
  test("takes the run with the measure from the run without it", () => {
    const [measure] = Object.entries(
      scenarioSchema.parse({
        title: "Floor",
        description: "",
        start: "2025-01",
        months: 1,
        viewpoint: ["JPN"],
        events: {},
        measures: {
          floor: {
            kind: "price-floor",
            title: "A floor",
            from: "2025-01-01",
            commodity: "dysprosium-oxide",
            countries: ["CHN"],
            floorUsdPerTonne: 1,
            source: "test",
            status: "assumed",
          },
        },
      }).measures,
    ).map(([id, policy]): NamedPolicy => ({ id, ...policy }));
    const paidUsd = [
      [
        { id: "other", usd: 5 },
        { id: "floor", usd: 7 },
      ],
      [
        { id: "other", usd: 11 },
        { id: "floor", usd: 13 },
      ],
    ];
    const withAll = { ...plenty, trajectory: { ...plenty.trajectory, paidUsd } };
    // one tonne short of 4, at 2 m USD of magnets
    expect(valueAtRiskUsd(short, ["JPN"]).get("JPN")).toBeCloseTo(2_000_000, 3);
    expect(worthOf(measure!, ["JPN"], { withAll, lacking: short, alone: plenty, without: short })).toMatchObject({
      worthUsd: expect.closeTo(2_000_000, 3),
      worthAloneUsd: expect.closeTo(2_000_000, 3),
      billAvoidedUsd: expect.closeTo(120_000 + 40_000, 3),
      paidUsd: 20,
    });
  });
});
