import { describe, expect, test } from "vitest";
import { named, readable, runPolicies } from "../../src/simulation/rehearse.ts";
import { scenarioSchema } from "../../src/simulation/scenario.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "./mini-dataset.ts";

const base = miniDataset();

// The rest of the world makes the 12 t of dysprosium oxide a year that it uses; Japan buys from China alone.
const workbench = openWorkbench(
  miniDataset({
    production: [
      ...base.production.map((row) => ({ ...row })),
      { kind: "mine", recipe: "ore", country: "XRW", commodity: "ore", value: 120 },
      { kind: "separate", recipe: "separate-ore", country: "XRW", commodity: "ore", value: 120 },
      { kind: "dispose", recipe: "", country: "XRW", commodity: "cerium-oxide", value: 108 },
    ],
    demand: [...base.demand.map((row) => ({ ...row })), { application: "magnets", country: "XRW", value: 12 }],
  }),
);
const route = "ship:dysprosium-oxide:XRW>JPN";
const scenario = scenarioSchema.parse({
  title: "Ban",
  description: "",
  start: "2025-01",
  months: 3,
  viewpoint: ["JPN"],
  events: {
    ban: {
      kind: "export-ban",
      title: "No dysprosium to Japan",
      from: "2025-02-01",
      materials: ["dysprosium"],
      origins: ["CHN"],
      destinations: ["JPN"],
      source: "test",
      status: "assumed",
    },
  },
  measures: {},
});

describe("potential routes", () => {
  const { model } = workbench;

  test("join every maker to every user that it does not ship to, closed at base prices", () => {
    const a = model.activities.findIndex((x) => x.id === route);
    expect(model.baseLevel[a]).toBe(0);
    // Japan pays 260,000, the rest of the world 250,000; entry costs a tenth of what Japan pays
    expect(model.terms.marginalCost[a]).toBeCloseTo(10_000 + 26_000, 6);
    expect(model.terms.upperBound[a]).toBe(Number.POSITIVE_INFINITY);
    // Japan makes none, nobody lacks cerium: the only new routes are those of dysprosium to and from China and Japan
    const ships = model.activities.filter((x) => x.kind === "ship" && x.commodity === "dysprosium-oxide");
    expect(ships.map((x) => x.id).sort()).toEqual([
      "ship:dysprosium-oxide:CHN>JPN",
      "ship:dysprosium-oxide:CHN>XRW",
      "ship:dysprosium-oxide:XRW>CHN",
      route,
    ]);
  });

  test("open when the only supplier stops, once the price gap pays for the entry", () => {
    const { activities, markets } = readable(runPolicies(workbench, scenario, named(scenario.events)), 0);
    const shipped = activities.find((a) => a.id === route)!.tonnes;
    const price = (country: string) =>
      markets.find((m) => m.commodity === "dysprosium-oxide" && m.country === country)!.priceUsdPerTonne;
    expect(shipped[0]).toBeCloseTo(0, 9);
    for (const month of [1, 2]) {
      expect(shipped[month]).toBeGreaterThan(0.1);
      expect(price("JPN")[month]! - price("XRW")[month]!).toBeGreaterThan(36_000);
    }
  });
});
