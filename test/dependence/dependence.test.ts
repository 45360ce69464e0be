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
  test("by weight, newest year, flows without a weight named; of a shared heading nobody can say what is left", () => {
    const [supply] = gallium(ask("JPN")).imports;
    expect(supply!.suppliers.map((s) => [s.country, s.share])).toEqual([
      ["CHN", 0.75],
      ["DEU", 0.25],
    ]);
    expect([supply!.leftWithoutLargest, supply!.leftAtLeast]).toEqual([null, null]);
    expect(supply!.importsThousandUsd).toBe(5050);
    expect(supply!.fit).toBe("shared");
    expect(supply!.caveat).toBe("with germanium and others; 1 flow without weight left out");
  });

  test("what the model knows only as part of an aggregate has no imports and no reliance of it", () => {
    const usa = ask("USA", ["dysprosium"]);
    expect(usa.materials[0]!.imports).toEqual([]);
    expect(usa.materials[0]!.indicators).toEqual([]);
    expect(usa.materials[0]!.world.map((w) => w.cited.source)).toContain("monazite");
    expect(usa.notes).toEqual([
      "The model knows USA only as part of “XRW”, which cannot be divided: it has no imports and no reliance of USA, only who makes what in the world.",
    ]);
    expect(usa.materials[0]!.gaps).toEqual([
      "no trade heading of the statistics here stands for it, and the model knows USA only as part of XRW",
    ]);
    expect(ask("JPN").notes).toEqual([]);
  });

  test("a bloc that is partly in an aggregate leaves it out and names who is missing", () => {
    const mixed = {
      ...dataset,
      blocs: ["JPN", "DEU", "USA"].map((country) => ({ ...dataset.blocs[0]!, bloc: "MIX", country })),
    };
    const answer = dependenceOf(small, mixed, model, { country: "MIX", materials: ["dysprosium"] });
    expect(answer.notes[0]).toBe(
      "Figures marked as the model's leave out 2 of 3 members of MIX, which it knows only as part of “XRW”: DEU, USA. Trade with them counts as trade with the outside.",
    );
    const alone = ask("JPN", ["dysprosium"]).materials[0]!;
    const supply = answer.materials[0]!.imports[0]!;
    expect(supply.importsTonnes).toBe(alone.imports[0]!.importsTonnes);
    expect(supply.caveat).toContain("without 2 members the model does not know one by one");
  });

  test("a heading without imports is told from no heading, and from imports without weight", () => {
    const without = (tonnes: null | "gone") => {
      const tradeFlows = small.tradeFlows.flatMap((f) =>
        f.importer !== "JPN" ? [f] : tonnes === "gone" ? [] : [{ ...f, tonnes }],
      );
      return gallium(dependenceOf({ ...small, tradeFlows }, dataset, null, { country: "JPN" })).gaps;
    };
    expect(without("gone")).toEqual(["no imports are recorded under HS 811292, and the model was left out"]);
    expect(without(null)).toEqual(["the imports recorded under HS 811292 have no weight, and the model was left out"]);
  });

  test("what a publisher leaves unnamed stays in the whole", () => {
    const row = {
      material: "gallium",
      form: "metal",
      importer: "USA",
      years: "2021-2024",
      source: "usgs",
      locator: "",
    };
    const importSources = [
      { ...row, exporter: "CAN", share: 0.4 },
      { ...row, exporter: "JPN", share: 0.3 },
    ] as unknown as typeof small.importSources;
    const [supply] = gallium(dependenceOf({ ...small, importSources }, dataset, null, { country: "USA" })).imports;
    expect(supply!.othersShare).toBeCloseTo(0.3, 12);
    expect(supply!.leftWithoutLargest).toBeCloseTo(0.6, 12);
  });

  test("two sources of one year are not added up: the fuller one counts", () => {
    const mirror = small.tradeFlows.filter((f) => f.year === 2024 && f.importer === "JPN" && f.exporter === "CHN");
    const both = { ...small, tradeFlows: [...small.tradeFlows, ...mirror.map((f) => ({ ...f, source: "comtrade" }))] };
    const [supply] = gallium(dependenceOf(both, dataset, model, { country: "JPN" })).imports;
    expect(supply!.importsTonnes).toBe(40);
    expect(supply!.cited.source).toBe("baci");
  });

  test("a bloc buys from outside: what France sends Germany is no import of the EU", () => {
    const [printed, customs] = gallium(ask("EU")).imports;
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
  });
});

describe("a share printed only as less than a bound", () => {
  const supplyShares = small.supplyShares.map((r) =>
    r.market === "WLD" && r.stage === "mining" && r.country === "JPN" ? { ...r, below: "yes" as const } : r,
  );
  const [mined] = gallium(dependenceOf({ ...small, supplyShares }, dataset, null, { country: "EU" })).world;

  test("is named with its bound, and part of the others", () => {
    expect(mined!.makers.map((m) => m.country)).toEqual(["CHN"]);
    expect(mined!.under).toEqual([{ country: "JPN", share: 0.1, tonnes: null }]);
    expect(mined!.othersShare).toBeCloseTo(0.1, 12);
  });

  test("adds nothing to the lower bound: 0.81 × 6, and at most 0.01 × 10", () => {
    expect(mined!.concentration.governanceWeightedHhi).toBeCloseTo(4.86, 12);
    expect(mined!.concentration.governanceWeightedHhiMost).toBeCloseTo(4.96, 12);
    const figures = gallium(dependenceOf({ ...small, supplyShares }, dataset, null, { country: "EU" })).indicators;
    const figure = figures.find((i) => i.about.startsWith("global supply, mining"))!;
    expect(figure).toMatchObject({ value: expect.closeTo(0.81 * 6 * 1.2, 12), qualifier: "at least" });
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
    expect(figure).toMatchObject({
      value: null,
      qualifier: expect.stringContaining("the heading holds other minerals too"),
    });
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

describe("minerals as they are asked for", () => {
  const asked = (...words: string[]) => ask("JPN", words).materials.map((m) => m.material);

  test("by id, name or symbol, capitals or not, each once and in the order asked for", () => {
    expect(asked("Cs", "gallium", "GA", "Dysprosium")).toEqual(["cesium", "gallium", "dysprosium"]);
    expect(ask("JPN").materials[0]!.material).toBe("dysprosium");
  });

  test("of some asked for the riskiest, still in that order", () => {
    const answer = dependenceOf(small, dataset, model, { country: "JPN", materials: ["Cs", "Ga", "Dy"], top: 2 });
    expect(answer.materials.map((m) => m.material)).toEqual(["gallium", "dysprosium"]);
  });
});

test("what a viewpoint uses a mineral for comes from the balanced chain, tonnes a year, shares of one", () => {
  const [dysprosium] = ask("JPN", ["dysprosium"]).materials;
  expect(dysprosium!.usedHere.length).toBeGreaterThan(0);
  for (const { applications, tonnesPerYear, cited } of dysprosium!.usedHere) {
    expect(cited.source).toBe("monazite");
    expect(applications.reduce((sum, a) => sum + a.share, 0)).toBeCloseTo(1, 12);
    expect(applications.reduce((sum, a) => sum + a.tonnes, 0)).toBeCloseTo(tonnesPerYear, 9);
  }
  expect(ask("USA", ["dysprosium"]).materials[0]!.usedHere).toEqual([]);
});

test("unknown names are named with their neighbours", () => {
  expect(() => ask("JPM")).toThrow('unknown country or bloc "JPM"; did you mean "JPN"?');
  expect(() => ask("JPN", ["galium"])).toThrow('unknown mineral "galium"; did you mean "gallium"?');
});
