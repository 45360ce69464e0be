import { describe, expect, test } from "vitest";
import type { Activity, Model } from "../../src/chain/model.ts";
import { controlledFlows } from "../../src/simulation/controlled.ts";
import { named, readable, runPolicies } from "../../src/simulation/rehearse.ts";
import type { MarketSeries } from "../../src/simulation/result.ts";
import { scenarioSchema } from "../../src/simulation/scenario.ts";
import { priceTier } from "../../src/simulation/tiers.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "../chain/mini-dataset.ts";

// CHN makes 100: 60 used there, 30 to JPN, 10 to USA. AUS makes 20: 5 used there, 15 to JPN. JPN uses 45, USA 10.
const [CHN, JPN, USA, AUS] = [0, 1, 2, 3];
const place = ["CHN", "JPN", "USA", "AUS"];
const at = (market: number, coefficient: number) => ({ market, coefficient });
const activity = (id: string, kind: Activity["kind"], entries: Activity["entries"]): Activity => ({
  id,
  kind,
  country: place[entries[0]!.market]!,
  ...(entries.length > 1 ? { destination: place[entries[1]!.market]! } : {}),
  commodity: "dy",
  entries,
});
const activities = [
  activity("make@CHN", "separate", [at(CHN!, 1)]),
  activity("make@AUS", "separate", [at(AUS!, 1)]),
  activity("use@CHN", "use", [at(CHN!, -1)]),
  activity("use@JPN", "use", [at(JPN!, -1)]),
  activity("use@USA", "use", [at(USA!, -1)]),
  activity("use@AUS", "use", [at(AUS!, -1)]),
  activity("CHN>JPN", "ship", [at(CHN!, -1), at(JPN!, 1)]),
  activity("CHN>USA", "ship", [at(CHN!, -1), at(USA!, 1)]),
  activity("AUS>JPN", "ship", [at(AUS!, -1), at(JPN!, 1)]),
  activity("AUS>CHN", "ship", [at(AUS!, -1), at(CHN!, 1)]),
  activity("leak CHN>USA", "leak", [at(CHN!, -1), at(USA!, 1)]),
  activity("stock@JPN:0", "store", [at(JPN!, 1)]),
  activity("stock@JPN:1", "store", [at(JPN!, 1)]),
  activity("dispose@AUS", "dispose", [at(AUS!, -1)]),
  activity("stockpile@JPN", "release", [at(JPN!, 1)]),
];
const levels = (known: Record<string, number>) => Float64Array.from(activities, ({ id }) => known[id] ?? 0);
const baseLevel = levels({
  "make@CHN": 100,
  "make@AUS": 20,
  "use@CHN": 60,
  "use@JPN": 45,
  "use@USA": 10,
  "use@AUS": 5,
  "CHN>JPN": 30,
  "CHN>USA": 10,
  "AUS>JPN": 15,
});
// under licences: 6 to JPN, none to USA, 2 leak there; AUS sends 1 to CHN, dumps 1; JPN draws 9, of which one step fills up
const month = levels({
  "make@CHN": 69,
  "make@AUS": 22,
  "use@CHN": 62,
  "use@JPN": 34,
  "use@USA": 2,
  "use@AUS": 4,
  "CHN>JPN": 6,
  "AUS>JPN": 16,
  "AUS>CHN": 1,
  "leak CHN>USA": 2,
  "stock@JPN:0": 11,
  "stock@JPN:1": -2,
  "dispose@AUS": 1,
  "stockpile@JPN": 3,
});
const markets = (prices: readonly (readonly number[])[]): MarketSeries[] =>
  place.map((country, i) => ({
    commodity: "dy",
    country,
    basePriceUsdPerTonne: [250, 260, 265, 250][i]!,
    priceUsdPerTonne: prices[i]!,
    stockTonnes: [],
    coverDays: [],
  }));
const model = {
  markets: place.map((country) => ({ id: `dy@${country}`, commodity: "dy", country })),
  activities,
  baseLevel,
} as unknown as Model;
const flow = { commodity: "dy", inside: "CHN", controls: ["licences"] };
const tier = priceTier(
  model,
  { level: [baseLevel, month] },
  markets([
    [250, 200],
    [260, 600],
    [265, 900],
    [250, 500],
  ]),
  flow,
)!;

describe("priceTier, by hand", () => {
  test("what leaves inside goes at the inside price plus delivery of the baseline, weighted by what is shipped", () => {
    expect(tier.insidePriceUsdPerTonne).toEqual([250, 200]);
    // 30 t at 250 + 10 and 10 t at 250 + 15; then 6 t to JPN only, at 200 + 10
    expect(tier.contractPriceUsdPerTonne[0]).toBeCloseTo(250 + (30 * 10 + 10 * 15) / 40, 12);
    expect(tier.contractPriceUsdPerTonne[1]).toBeCloseTo(210, 12);
  });

  test("the outside price weights the others' prices by what they take in the baseline: 45, 10 and 5", () => {
    expect(tier.outsidePriceUsdPerTonne[0]).toBeCloseTo((45 * 260 + 10 * 265 + 5 * 250) / 60, 12);
    expect(tier.outsidePriceUsdPerTonne[1]).toBeCloseTo((45 * 600 + 10 * 900 + 5 * 500) / 60, 12);
  });

  test("volumes: home use, licensed shipments, and all else that others get", () => {
    expect(tier.domesticTonnes).toEqual([60, 62]);
    expect(tier.contractTonnes).toEqual([40, 6]);
    // Australia's 22 less 1 dumped and 1 sent inside, 2 leaked, 9 out of stock, 3 released
    expect(tier.outsideTonnes).toEqual([20, 22 - 1 - 1 + 2 + 9 + 3]);
    expect(tier.outsideVolumeShare[1]).toBeCloseTo(34 / 102, 12);
  });

  test("what goes back or is dumped beyond the others' own supply comes off the shipments: no volume is negative", () => {
    // JPN uses 6 from CHN and Australia's 1; the 3 shipped to the USA go back (1) or are dumped (2)
    const back = activity("USA>CHN", "ship", [at(USA!, -1), at(CHN!, 1)]);
    const dump = activity("dispose@USA", "dispose", [at(USA!, -1)]);
    const wider = { ...model, activities: [...activities, back, dump] } as unknown as Model;
    const known = { "use@CHN": 51, "CHN>JPN": 6, "use@JPN": 7, "make@AUS": 1, "AUS>JPN": 1, "CHN>USA": 3 };
    const level = Float64Array.from([...levels(known), 1, 2]);
    const drained = priceTier(wider, { level: [level] }, prices1(), flow)!;
    expect(drained.outsideTonnes).toEqual([0]);
    expect(drained.contractTonnes).toEqual([9 - (3 - 1)]);
    expect(drained.domesticTonnes[0]! + drained.contractTonnes[0]! + drained.outsideTonnes[0]!).toBe(51 + 7);
    expect(drained.outsideVolumeShare).toEqual([0]);
  });

  test("contract and outside volume are what is used outside: nothing is lost, nothing counts twice", () => {
    expect(tier.contractTonnes[0]! + tier.outsideTonnes[0]!).toBe(45 + 10 + 5);
    expect(tier.contractTonnes[1]! + tier.outsideTonnes[1]!).toBe(34 + 2 + 4);
  });

  test("with nothing shipped the baseline's shipments say what delivery costs", () => {
    const stopped = priceTier(model, { level: [levels({ "use@CHN": 60, "make@CHN": 60 })] }, prices1(), flow)!;
    expect(stopped.contractPriceUsdPerTonne[0]).toBeCloseTo(200 + 11.25, 12);
    expect(stopped.outsideTonnes).toEqual([0]);
  });

  test("a commodity that nobody outside takes has no outside price", () => {
    const home = { ...model, baseLevel: levels({ "make@CHN": 60, "use@CHN": 60 }) } as Model;
    expect(priceTier(home, { level: [baseLevel] }, prices1(), flow)).toBeNull();
  });
});

function prices1(): MarketSeries[] {
  return markets([[200], [600], [900], [500]]);
}

describe("in a run", () => {
  const workbench = openWorkbench(miniDataset());
  const scenario = scenarioSchema.parse({
    title: "A licence",
    description: "",
    start: "2025-01",
    months: 8,
    viewpoint: ["JPN"],
    events: {
      licences: {
        kind: "licence",
        title: "Dysprosium needs a licence",
        from: "2025-03-01",
        materials: ["dysprosium"],
        origins: ["CHN"],
        processingWorkingDays: 10,
        approvals: [{ from: "2025-03-01", approvalShare: 0.3 }],
        source: "test",
        status: "assumed",
      },
    },
    measures: {},
  });
  const computed = runPolicies(workbench, scenario, named(scenario.events));
  const run = readable(computed, 0);
  const [dysprosium] = run.tiers;

  test("what is under control has its tier, and only that", () => {
    expect(run.tiers.map((t) => [t.commodity, t.inside, t.controls])).toEqual([
      ["dysprosium-oxide", "CHN", ["licences"]],
    ]);
    expect(readable(runPolicies(workbench, scenario, []), 0).tiers).toEqual([]);
  });

  test("the volumes add up to what users take and stocks gain, month by month", () => {
    run.months.forEach((_, t) => {
      const used = run.uses.flatMap((u) => u.applications).filter((a) => a.application === "magnets");
      const taken = used.reduce((sum, a) => sum + a.deliveredTonnes[t]!, 0);
      const stocked = ["CHN", "JPN"].reduce((sum, country) => {
        const { stockTonnes } = run.markets.find((m) => m.commodity === "dysprosium-oxide" && m.country === country)!;
        const before =
          t === 0
            ? computed.model.stocks.find((s) => computed.model.markets[s.market]!.id === `dysprosium-oxide@${country}`)!
                .normalTonnes
            : stockTonnes[t - 1]!;
        return sum + Math.max(0, stockTonnes[t]! - before);
      }, 0);
      const volumes = dysprosium!.domesticTonnes[t]! + dysprosium!.contractTonnes[t]! + dysprosium!.outsideTonnes[t]!;
      expect(volumes).toBeCloseTo(taken + stocked, 9);
    });
  });

  test("before the control nearly all goes at the contract price; under it the outside price leaves it behind", () => {
    expect(dysprosium!.outsideVolumeShare[0]).toBeCloseTo(0, 9);
    expect(dysprosium!.outsidePriceUsdPerTonne[0]).toBeCloseTo(dysprosium!.contractPriceUsdPerTonne[0]!, 3);
    expect(dysprosium!.outsidePriceUsdPerTonne[4]!).toBeGreaterThan(1.5 * dysprosium!.contractPriceUsdPerTonne[4]!);
    expect(dysprosium!.insidePriceUsdPerTonne[4]!).toBeLessThan(dysprosium!.insidePriceUsdPerTonne[0]!);
  });

  test("two controls on one flow make one tier with both names", () => {
    const twice = { ...scenario.events.licences!, kind: "export-tax", adValoremShare: 0.1 } as never;
    const policies = [...named(scenario.events), { ...(twice as object), id: "duty" } as never];
    expect(controlledFlows(policies, workbench.model, workbench.vocabulary)[0]!.controls).toEqual(["duty", "licences"]);
  });
});
