import { describe, expect, test } from "vitest";
import { policySchema } from "../../src/policy/kinds/index.ts";
import { rehearse, runPolicies } from "../../src/simulation/rehearse.ts";
import { scenarioSchema } from "../../src/simulation/scenario.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "../chain/mini-dataset.ts";

const workbench = openWorkbench(miniDataset());
const common = { source: "test", status: "assumed" } as const;
const rushed = (coverFactor: number) => ({
  ...common,
  kind: "export-ban",
  title: "Ban with a rush",
  announced: "2025-02-01",
  from: "2025-04-01",
  materials: ["dysprosium"],
  origins: ["CHN"],
  destinations: ["JPN"],
  rush: { coverFactor },
});
const scenario = (events: object, measures: object = {}) =>
  scenarioSchema.parse({
    title: "t",
    description: "",
    start: "2025-01",
    months: 6,
    viewpoint: ["JPN"],
    events,
    measures,
  });
const japanStock = (events: object) => {
  const s = scenario(events);
  const policies = Object.entries(s.events).map(([id, p]) => ({ id, ...p }));
  const { model, trajectory } = runPolicies(workbench, s, policies);
  const stock = model.stocks.findIndex((k) => model.markets[k.market]!.id === "dysprosium-oxide@JPN");
  return trajectory.stockTonnes.map((all) => all[stock]!);
};

describe("several rushes on one stock", () => {
  test("do not add up: two are as one, and the stronger counts", () => {
    const one = japanStock({ a: rushed(1.5) });
    expect(one[2]).toBeGreaterThan(one[0]! * 1.05);
    expect(japanStock({ a: rushed(1.5), b: rushed(1.5) })).toEqual(one);
    expect(japanStock({ a: rushed(1.2), b: rushed(1.5) })).toEqual(one);
    expect(japanStock({ a: rushed(1.5), b: rushed(1.2) })).toEqual(one);
  });
});

describe("leaving one measure out", () => {
  test("leaves what rests on it idle instead of failing", () => {
    const plant = {
      ...common,
      kind: "facility",
      title: "A separator in Japan",
      from: "2025-01-01",
      country: "JPN",
      recipe: "separate-ore",
      capacityTonnesPerYear: 120,
      breakEvenPriceFactor: 1,
    };
    const floor = {
      ...common,
      kind: "price-floor",
      title: "A floor for it",
      from: "2025-01-01",
      commodity: "dysprosium-oxide",
      floorUsdPerTonne: 400_000,
      countries: ["JPN"],
    };
    const { measures } = rehearse(workbench, "s", scenario({ ban: rushed(1) }, { plant, floor }));
    expect(measures.map((m) => m.id).sort()).toEqual(["floor", "plant"]);
  });
});

describe("a viewpoint", () => {
  test("may be a bloc and must be known", () => {
    const s = { ...scenario({ ban: rushed(1) }), viewpoint: ["G7"] };
    expect(rehearse(workbench, "s", s).viewpoint).toContain("JPN");
    expect(() => rehearse(workbench, "s", { ...s, viewpoint: ["XYZ"] })).toThrow(/viewpoint: got XYZ/);
  });
});

describe("fields that mean nothing alone", () => {
  test("stages without materials are refused", () => {
    const outage = {
      ...common,
      kind: "outage",
      title: "o",
      from: "2025-01-01",
      countries: ["CHN"],
      lossShare: 1,
      stages: ["magnet"],
    };
    expect(policySchema.safeParse(outage).error!.issues[0]!.message).toContain("no materials are given");
    const closure = {
      ...common,
      kind: "route-closure",
      title: "c",
      from: "2025-01-01",
      between: ["CHN"],
      lossShare: 1,
      stages: ["magnet"],
    };
    expect(policySchema.safeParse(closure).error!.issues[0]!.message).toContain("no materials are given");
  });
});

describe("a stockpile released from a date on", () => {
  test("buys before that date and sells after it, never both", () => {
    const pile = {
      ...common,
      kind: "public-stockpile",
      title: "p",
      from: "2025-01-01",
      country: "JPN",
      commodity: "dysprosium-oxide",
      targetTonnes: 10,
      openingTonnes: 0,
      buildTonnesPerMonth: 2,
      buildPriceMultiple: 3,
      release: { fromDate: "2025-04-01", maxTonnesPerMonth: 1 },
    };
    const s = scenario({ pile });
    const { model, trajectory } = runPolicies(workbench, s, [{ id: "pile", ...s.events.pile! }]);
    const moves = model.activities.flatMap((a, i) => (a.kind === "release" ? [i] : []));
    trajectory.level.forEach((level, t) => {
      for (const a of moves) {
        if (t >= 3) expect(level[a]).toBeGreaterThanOrEqual(-1e-9);
        else expect(level[a]).toBeLessThanOrEqual(1e-9);
      }
    });
    expect(trajectory.heldTonnes[2]![0]!.tonnes).toBeCloseTo(6, 6); // three months of 2 t
  });
});
