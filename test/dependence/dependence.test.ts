import { describe, expect, test } from "vitest";
import { type Dependence, dependenceOf } from "../../src/dependence/index.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "../chain/mini-dataset.ts";
import { small } from "./small.ts";

const place = (id: string, modelCountry = id) => ({ id, iso2: "", name: id, kind: "country", modelCountry });
const dataset = miniDataset({
  countries: [
    place("CHN"),
    place("JPN"),
    place("DEU", "XRW"),
    place("FRA", "XRW"),
    place("USA", "XRW"),
    { ...place("XRW"), kind: "aggregate" },
  ],
  blocs: [
    { bloc: "EU", country: "DEU" },
    { bloc: "EU", country: "FRA" },
  ],
});
const { model } = openWorkbench(miniDataset());
const ask = (country: string, materials?: readonly string[]) =>
  dependenceOf(small, dataset, model, { country, ...(materials ? { materials } : {}) });
const gallium = (answer: Dependence) => answer.materials.find((m) => m.material === "gallium")!;

describe("who makes it", () => {
  const [mined, refined] = gallium(ask("JPN")).world;

  test("the newest year in tonnes; others and withheld countries are not zeros", () => {
    expect(refined!.cited).toMatchObject({ source: "usgs", years: "2025" });
    expect(refined!.makers).toEqual([
      { country: "CHN", share: 0.6, tonnes: 60 },
      { country: "JPN", share: 0.2, tonnes: 20 },
    ]);
    expect(refined!.othersShare).toBeCloseTo(0.2, 12);
    expect(refined!.withheld).toEqual(["USA"]);
  });

  test("by hand: HHI 0.36 + 0.04 = 0.40, or 0.44 if the others are one country", () => {
    expect(refined!.concentration.hhi.least).toBeCloseTo(0.4, 12);
    expect(refined!.concentration.hhi.most).toBeCloseTo(0.44, 12);
    // only 80 % has a governance estimate: no weighted index
    expect(refined!.concentration.governanceWeightedHhi).toBeNull();
  });

  test("a stage nobody counts in tonnes has the EU's printed shares, and its weights: 0.81 × 6 + 0.01 × 2", () => {
    expect(mined!).toMatchObject({ stage: "mining", totalTonnes: null, cited: { source: "eu", years: "2016–2020" } });
    expect(mined!.concentration.governanceWeightedHhi).toBeCloseTo(4.88, 12);
  });
});

describe("who supplies it", () => {
  test("by weight, newest year, flows without a weight named; a quarter is left without China", () => {
    const [supply] = gallium(ask("JPN")).imports;
    expect(supply!.suppliers.map((s) => [s.country, s.share])).toEqual([
      ["CHN", 0.75],
      ["DEU", 0.25],
    ]);
    expect(supply!.leftWithoutLargest).toBeCloseTo(0.25, 12);
    expect(supply!.importsThousandUsd).toBe(5050);
    expect(supply!.fit).toBe("shared");
    expect(supply!.caveat).toBe("with germanium and others; 1 flow without weight left out");
  });

  test("two sources of one year are not added up: the fuller one counts", () => {
    const mirror = small.tradeFlows.filter((f) => f.year === 2024 && f.importer === "JPN" && f.exporter === "CHN");
    const both = { ...small, tradeFlows: [...small.tradeFlows, ...mirror.map((f) => ({ ...f, source: "comtrade" }))] };
    const [supply] = gallium(dependenceOf(both, dataset, model, { country: "JPN" })).imports;
    expect(supply!.importsTonnes).toBe(40);
    expect(supply!.cited.source).toBe("baci");
  });

  test("a bloc buys from outside: what France sends Germany is no import of the EU", () => {
    const [customs, printed] = gallium(ask("EU")).imports;
    expect(customs!.suppliers).toEqual([{ country: "CHN", share: 1, tonnes: 1 }]);
    expect(printed).toMatchObject({ form: "EU sourcing", concentration: { largest: "DEU" } });
  });

  test("the world has no suppliers", () => {
    expect(gallium(ask("WLD")).imports).toEqual([]);
    expect(gallium(ask("WLD")).gaps).toEqual([]);
  });

  test("what only the model knows comes from its balanced year", () => {
    const [dysprosium] = ask("JPN", ["dysprosium"]).materials;
    const made = dysprosium!.world.find((w) => w.stage === "separation")!;
    expect(made.cited.source).toBe("monazite");
    expect(made.makers).toEqual([{ country: "CHN", share: 1, tonnes: expect.closeTo(120, 6) }]);
    expect(dysprosium!.imports.find((i) => i.fit === "model")!.suppliers[0]!.country).toBe("CHN");
    expect(dysprosium!.indicators.find((i) => i.indicator === "net import reliance")!.value).toBeCloseTo(1, 9);
    expect(ask("DEU").notes[0]).toContain("only as part of XRW");
  });
});

describe("published indicators", () => {
  test("net import reliance as printed, newest year, a word where the source prints a word", () => {
    const figure = gallium(ask("USA")).indicators.find((i) => i.indicator === "net import reliance")!;
    expect(figure).toMatchObject({ value: null, qualifier: "net exporter", cited: { years: "2025" }, computed: false });
  });

  test("the EU's concentration by hand: DEU 0.36 × 2 × 0.8 + CHN 0.16 × 6 × 1.2 = 0.576 + 1.152", () => {
    const figure = gallium(ask("EU")).indicators.find((i) => i.about.startsWith("EU sourcing, refining"))!;
    expect(figure.value).toBeCloseTo(1.728, 12);
    expect(figure.computed).toBe(true);
  });

  test("the EU's own sourcing is an indicator of the EU alone, and printed results are given as printed", () => {
    expect(gallium(ask("JPN")).indicators.filter((i) => i.about.startsWith("EU sourcing"))).toEqual([]);
    const printed = gallium(ask("JPN")).indicators.find((i) => i.indicator === "EU supply risk")!;
    expect(printed).toMatchObject({ value: 1.4, computed: false, cited: { source: "ec", years: "2017" } });
  });

  test("GeoPolRisk: a heading shared with others says why it has no score", () => {
    const figure = gallium(ask("JPN")).indicators.find((i) => i.indicator === "GeoPolRisk score")!;
    expect(figure).toMatchObject({ value: null, qualifier: expect.stringContaining("one of seven") });
  });
});

test("all minerals of the list, the riskiest first, and a gap where nobody prints anything", () => {
  const { materials } = ask("JPN");
  expect(materials.map((m) => m.material)).toEqual(["dysprosium", "gallium", "cesium"]);
  expect(materials[2]!.gaps).toHaveLength(2);
  const riskiest = dependenceOf(small, dataset, model, { country: "JPN", top: 1 }).materials;
  expect(riskiest.map((m) => m.material)).toEqual(["dysprosium"]);
  expect(gallium(ask("JPN")).uses.map((u) => u.application)).toEqual(["Integrated circuits", "Lighting"]);
});

test("unknown names are named with their neighbours", () => {
  expect(() => ask("JPM")).toThrow('unknown country or bloc "JPM"; did you mean "JPN"?');
  expect(() => ask("JPN", ["galium"])).toThrow('unknown mineral "galium"; did you mean "gallium"?');
});
