import { describe, expect, test } from "vitest";
import { named, readable, runPolicies } from "../../src/simulation/rehearse.ts";
import { scenarioSchema } from "../../src/simulation/scenario.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "../chain/mini-dataset.ts";

const common = { from: "2025-01-01", source: "test", status: "assumed" };

function play(dataset: ReturnType<typeof miniDataset>, events: Record<string, object>) {
  const scenario = scenarioSchema.parse({
    title: "Test",
    description: "",
    start: "2025-01",
    months: 3,
    viewpoint: ["JPN"],
    events,
    measures: {},
  });
  const result = readable(runPolicies(openWorkbench(dataset), scenario, named(scenario.events)), 0);
  return {
    paid: result.paid,
    activity: (id: string) => result.activities.find((a) => a.id === id)!,
    price: (commodity: string, country: string) =>
      result.markets.find((m) => m.commodity === commodity && m.country === country)!.priceUsdPerTonne,
  };
}

describe("rents", () => {
  test("of a banned shipment are the price gap less what shipping costs", () => {
    const { parameters } = miniDataset();
    const forgetful = parameters.map((p) =>
      p.parameter === "contractingRatePerMonth" ? { ...p, value: 1 } : { ...p },
    );
    const { activity, price } = play(miniDataset({ parameters: forgetful }), {
      ban: {
        ...common,
        kind: "export-ban",
        title: "No dysprosium to Japan",
        materials: ["dysprosium"],
        origins: ["CHN"],
        destinations: ["JPN"],
      },
    });
    const { tonnes, rentUsdPerTonne } = activity("ship:dysprosium-oxide:CHN>JPN");
    // from the second month the habit is to ship nothing, so the first tonne costs the base price gap of 10,000 USD
    for (const month of [1, 2]) {
      const gap = price("dysprosium-oxide", "JPN")[month]! - price("dysprosium-oxide", "CHN")[month]!;
      expect(tonnes[month]).toBeCloseTo(0, 9);
      expect(gap).toBeGreaterThan(100_000);
      expect(rentUsdPerTonne[month]).toBeCloseTo(gap - 10_000, 3);
    }
  });
});

describe("paid", () => {
  test("shows what each floor pays, not only one of them", () => {
    const floor = { ...common, kind: "price-floor", title: "A floor", countries: ["CHN"] };
    const { paid, activity, price } = play(miniDataset(), {
      dysprosium: { ...floor, commodity: "dysprosium-oxide", floorUsdPerTonne: 250_001 },
      cerium: { ...floor, commodity: "cerium-oxide", floorUsdPerTonne: 1_003 },
    });
    expect(paid.map((p) => p.id).sort()).toEqual(["cerium", "dysprosium"]);
    const series = (id: string) => paid.find((p) => p.id === id)!.usd;
    // 100 t of ore a month hold 10 t of dysprosium and 90 t of cerium oxide; base prices are 250,000 and 1,000 USD/t
    expect(series("dysprosium")[0]).toBeCloseTo(10 * 1, 1);
    expect(series("cerium")[0]).toBeCloseTo(90 * 3, 0);
    const { tonnes } = activity("separate:separate-ore@CHN");
    for (const month of [1, 2]) {
      const gap = (floorUsd: number, commodity: string) => Math.max(0, floorUsd - price(commodity, "CHN")[month - 1]!);
      expect(series("dysprosium")[month]).toBeCloseTo(gap(250_001, "dysprosium-oxide") * 0.1 * tonnes[month]!, 6);
      expect(series("cerium")[month]).toBeCloseTo(gap(1_003, "cerium-oxide") * 0.9 * tonnes[month]!, 6);
    }
  });
});
