import { describe, expect, test } from "vitest";
import { massBalanceShare } from "../../src/simulation/mass-balance.ts";
import { named, runPolicies } from "../../src/simulation/rehearse.ts";
import { scenarioSchema } from "../../src/simulation/scenario.ts";
import type { Trajectory } from "../../src/simulation/trajectory.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "../chain/mini-dataset.ts";

const workbench = openWorkbench(miniDataset());
const common = { from: "2025-01-01", source: "test", status: "assumed" };
const scenario = scenarioSchema.parse({
  title: "Ban, and a stockpile in China that releases in Japan",
  description: "",
  start: "2025-01",
  months: 3,
  viewpoint: ["JPN"],
  events: {
    ban: {
      ...common,
      kind: "export-ban",
      title: "No dysprosium to Japan",
      materials: ["dysprosium"],
      origins: ["CHN"],
      destinations: ["JPN"],
    },
  },
  measures: {
    pool: {
      ...common,
      kind: "joint-stockpile",
      title: "A pool",
      partners: ["CHN", "JPN"],
      holdings: [
        {
          commodity: "dysprosium-oxide",
          holder: "CHN",
          targetTonnes: 6,
          openingTonnes: 6,
          buildTonnesPerMonth: 0,
          maxReleaseTonnesPerMonth: 1,
        },
      ],
      buildPriceMultiple: 1,
      release: { priceMultiple: 1.2 },
    },
  },
});

// three ordinary months: 4 t in and 4 t out a month in Japan; 10 t made, 4 t sent and 6 t used in China
const { model, trajectory } = runPolicies(workbench, scenario, []);
const oxide = (country: string) =>
  model.stocks.findIndex((s) => model.markets[s.market]!.id === `dysprosium-oxide@${country}`);

/** The same run, but stocks have so many tonnes more than the flows account for from the second month on. */
function tampered(moreTonnes: Record<string, number>): Trajectory {
  const stockTonnes = trajectory.stockTonnes.map((stocks, month) => {
    const changed = stocks.slice();
    if (month > 0) for (const [country, tonnes] of Object.entries(moreTonnes)) changed[oxide(country)]! += tonnes;
    return changed;
  });
  return { ...trajectory, stockTonnes };
}

describe("massBalanceShare", () => {
  test("is nothing when no tonne is lost", () => {
    expect(massBalanceShare(model, trajectory)).toBeLessThan(1e-9);
    expect(massBalanceShare(model, tampered({}))).toBeLessThan(1e-9);
  });

  test("notices a stock that loses or gains a tonne between months", () => {
    expect(massBalanceShare(model, tampered({ JPN: -1 }))).toBeCloseTo(1 / 24, 9);
    expect(massBalanceShare(model, tampered({ CHN: 1 }))).toBeCloseTo(1 / 60, 9);
  });

  test("notices a tonne that slips from one country to another without a shipment", () => {
    expect(massBalanceShare(model, tampered({ JPN: -1, CHN: 1 }))).toBeCloseTo(1 / 24, 9);
  });

  test("notices flows that do not add up with the stocks", () => {
    const ship = model.activities.findIndex((a) => a.id === "ship:dysprosium-oxide:CHN>JPN");
    const level = trajectory.level.map((x, month) => (month === 1 ? x.with(ship, x[ship]! + 1) : x));
    // a tonne that left China and arrived in Japan, where nobody used it
    expect(massBalanceShare(model, { ...trajectory, level })).toBeCloseTo(1 / 25, 9);
  });

  test("follows a stockpile that buys in one country and releases in another, and notices when it leaks", () => {
    const pooled = runPolicies(workbench, scenario, [...named(scenario.events), ...named(scenario.measures)]);
    const release = pooled.model.activities.findIndex((a) => a.kind === "release" && a.country === "JPN");
    expect(Math.max(...pooled.trajectory.level.map((x) => x[release]!))).toBeGreaterThan(0.1);
    expect(massBalanceShare(pooled.model, pooled.trajectory)).toBeLessThan(1e-9);
    const heldTonnes = pooled.trajectory.heldTonnes.map((held) => held.map((h) => ({ ...h, tonnes: h.tonnes - 1 })));
    expect(massBalanceShare(pooled.model, { ...pooled.trajectory, heldTonnes })).toBeGreaterThan(0.01);
  });
});
