import { describe, expect, test } from "vitest";
import { baselineDriftShare } from "../../src/simulation/baseline-drift.ts";
import { massBalanceShare } from "../../src/simulation/mass-balance.ts";
import { rehearse, runPolicies } from "../../src/simulation/rehearse.ts";
import { scenarioSchema } from "../../src/simulation/scenario.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "../chain/mini-dataset.ts";

const workbench = openWorkbench(miniDataset());
const months = 24;
const ban = {
  kind: "export-ban",
  title: "No dysprosium to Japan",
  from: "2025-03-01",
  to: "2025-12-31",
  materials: ["dysprosium"],
  origins: ["CHN"],
  destinations: ["JPN"],
  source: "test",
  status: "assumed",
};
const thrift = {
  kind: "demand-change",
  title: "Less need",
  from: "2025-01-01",
  uses: ["electric-vehicles"],
  countries: ["JPN"],
  stepShare: -0.2,
  source: "test",
  status: "assumed",
};
const scenario = scenarioSchema.parse({
  title: "Ban",
  description: "",
  start: "2025-01",
  months,
  viewpoint: ["JPN"],
  events: { ban },
  measures: { thrift },
});

describe("a run without policies", () => {
  test("stands still for all months to 1e-9", () => {
    const { model, trajectory } = runPolicies(workbench, scenario, []);
    expect(baselineDriftShare(model, trajectory)).toBeLessThan(1e-9);
  });
});

describe("a ban on Japan's only supplier", () => {
  const { model, trajectory } = runPolicies(workbench, scenario, [{ id: "ban", ...scenario.events.ban! }]);
  const market = (id: string) => model.markets.findIndex((m) => m.id === id);
  const inside = trajectory.priceUsdPerTonne.map((p) => p[market("dysprosium-oxide@CHN")]!);
  const outside = trajectory.priceUsdPerTonne.map((p) => p[market("dysprosium-oxide@JPN")]!);
  const shipped = trajectory.level.map(
    (x) => x[model.activities.findIndex((a) => a.id === "ship:dysprosium-oxide:CHN>JPN")]!,
  );

  test("stops the shipment in full months and not before", () => {
    expect(shipped[1]).toBeCloseTo(4, 9);
    for (let t = 2; t < 12; t++) expect(shipped[t]).toBeCloseTo(0, 9);
    expect(shipped[12]).toBeGreaterThan(0);
  });

  test("opens a gap between the price inside and outside", () => {
    expect(inside[4]).toBeLessThan(250_000);
    expect(outside[4]).toBeGreaterThan(2 * 260_000);
    expect(outside[4]).toBeGreaterThan(outside[2]!);
  });

  test("is first met from stock: use falls only as the price rises", () => {
    const stock = model.stocks.findIndex((s) => s.market === market("dysprosium-oxide@JPN"));
    const held = trajectory.stockTonnes.map((s) => s[stock]!);
    expect(held[1]).toBeCloseTo(model.stocks[stock]!.normalTonnes, 9);
    expect(held[2]).toBeLessThan(held[1]!);
    expect(held[8]).toBeLessThan(held[2]!);
    const delivered = model.applications.findIndex((a) => a.country === "JPN");
    const use = (t: number) =>
      model.applications[delivered]!.activities.reduce((sum, a) => sum + trajectory.level[t]![a]!, 0);
    // nothing is made in Japan: what is used was in stock
    expect(use(5)).toBeCloseTo(held[4]! - held[5]!, 9);
  });

  test("loses no tonne over the run and clears every month to 1e-9", () => {
    expect(massBalanceShare(model, trajectory)).toBeLessThan(1e-9);
    for (const c of trajectory.certificates) {
      expect(c.primalResidualShare).toBeLessThan(1e-9);
      expect(c.complementarityShare).toBeLessThan(1e-9);
      expect(c.dualityGapShare).toBeLessThan(1e-9);
    }
  });
});

describe("rehearse", () => {
  const rehearsal = rehearse(workbench, "ban", scenario);

  test("tells when each use runs short, without and with the measures", () => {
    const line = rehearsal.summary.find((s) => s.country === "JPN" && s.use === "electric-vehicles")!;
    expect(line.withoutMeasures.firstShortMonth).toBe("2025-03");
    expect(line.withMeasures.missingTonnes).toBeLessThan(line.withoutMeasures.missingTonnes);
  });

  test("the only measure is worth the same last and alone", () => {
    const [measure] = rehearsal.measures;
    expect(measure!.worthUsd).toBeCloseTo(measure!.worthAloneUsd, 0);
    expect(measure!.worthUsd).toBeGreaterThan(0);
  });

  test("arrays cover the months and the baseline drift is reported", () => {
    expect(rehearsal.months).toHaveLength(months);
    expect(rehearsal.months[13]).toBe("2026-02");
    for (const m of rehearsal.markets) expect(m.priceUsdPerTonne).toHaveLength(months);
    expect(rehearsal.checks.maxBaselineDriftShare).toBeLessThan(1e-9);
    expect(rehearsal.checks.objectiveUsd).toHaveLength(months);
  });

  test("same inputs, same bytes", () => {
    expect(JSON.stringify(rehearse(workbench, "ban", scenario))).toBe(JSON.stringify(rehearsal));
  });
});
