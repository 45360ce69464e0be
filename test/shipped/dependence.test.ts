import { describe, expect, test } from "vitest";
import { readDataset, readStatistics } from "../../src/cli/io/read-dataset.ts";
import { type Dependence, dependenceOf, stageLines } from "../../src/dependence/index.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";

// What people of the field know, with who says so; shares of the newest year printed.
const dataset = readDataset();
const statistics = readStatistics();
const { model } = openWorkbench(dataset);
const ask = (country: string): Dependence => dependenceOf(statistics, dataset, model, { country });
const usa = ask("USA");
const jpn = ask("JPN");
const of = (answer: Dependence, material: string) => answer.materials.find((m) => m.material === material)!;

describe("who makes it", () => {
  // USGS Mineral Commodity Summaries 2026
  test.each([
    ["gallium", "refining", "CHN", 0.97, 1],
    ["cobalt", "mining", "COD", 0.7, 0.8],
    ["graphite", "mining", "CHN", 0.74, 0.82],
    ["tungsten", "mining", "CHN", 0.74, 0.85],
    ["niobium", "mining", "BRA", 0.88, 0.95],
    ["platinum", "mining", "ZAF", 0.66, 0.75],
    ["nickel", "mining", "IDN", 0.55, 0.7],
    ["magnesium", "refining", "CHN", 0.8, 0.97],
  ])("%s, %s: %s makes %d to %d", (material, stage, country, least, most) => {
    const world = of(usa, material).world.find((w) => w.stage === stage && w.cited.source !== "monazite")!;
    expect(world.concentration.largest).toBe(country);
    expect(world.concentration.largestShare).toBeGreaterThan(least);
    expect(world.concentration.largestShare).toBeLessThan(most);
  });
});

test("every mineral that the model has is tied to it", () => {
  const linked = new Set(statistics.materials.flatMap((m) => m.modelMaterials.split(" ")));
  const products = new Set([
    "mixed-heavy-rare-earths",
    "ndfeb",
    "smco",
    "ndfeb-standard",
    "ndfeb-high-coercivity",
    "samarium-cobalt",
    "ndfeb-swarf",
    "ndfeb-scrap",
  ]);
  const loose = [...new Set(dataset.commodities.map((c) => c.material))].filter(
    (m) => !linked.has(m) && !products.has(m),
  );
  expect(loose).toEqual([]);
});

test("the United States import all their gallium, as the USGS prints it", () => {
  const printed = of(usa, "gallium").indicators.find((i) => i.indicator === "net import reliance" && !i.computed)!;
  expect(printed.value).toBe(1);
});

test("separated dysprosium comes from China and the model says it is the source", () => {
  const separated = of(jpn, "dysprosium").world.find((w) => w.stage === "separation")!;
  expect(separated.cited.source).toBe("monazite");
  expect(separated.concentration).toMatchObject({ largest: "CHN" });
});

test("a heading shared by several metals says so", () => {
  const customs = of(jpn, "gallium").imports.find((i) => i.cited.locator === "HS 811292")!;
  expect(customs.fit).toBe("shared");
  expect(customs.caveat).not.toBe("");
});

test("every country and bloc has an answer", () => {
  const names = [
    ...dataset.countries.filter((c) => c.kind === "country").map((c) => c.id),
    ...dataset.blocs.map((b) => b.bloc),
  ];
  for (const country of new Set(names))
    expect(dependenceOf(statistics, dataset, null, { country }).materials, country).toHaveLength(60);
});

test("shares are shares, and what is left is what the largest leaves", () => {
  for (const answer of [usa, jpn])
    for (const { material, world, imports } of answer.materials)
      for (const { concentration, ...supply } of [...world, ...imports]) {
        const parts = "makers" in supply ? supply.makers : supply.suppliers;
        const sum = parts.reduce((total, p) => total + p.share, 0);
        expect(sum, material).toBeLessThan(1 + 1e-9);
        expect(concentration.hhi.least).toBeLessThanOrEqual(concentration.hhi.most + 1e-12);
        expect(concentration.largestShare).toBeCloseTo(parts[0]?.share ?? 0, 12);
        expect(sum + supply.othersShare, material).toBeCloseTo(1, 6);
      }
});

test("dysprosium is followed into the magnets that hold it", () => {
  const magnets = of(jpn, "dysprosium").world.find((w) => w.stage === "magnet")!;
  expect(magnets.form).toContain("dysprosium or terbium");
  expect(magnets.concentration.largest).toBe("CHN");
});

test("where a line has room for one figure, a heading shared by seven metals gives way to the balanced chain", () => {
  const [line] = stageLines(of(jpn, "gallium"));
  expect(line!.supplied).toMatchObject({ fit: "model", concentration: { largest: "CHN" } });
});

describe("aggregates of the model", () => {
  test("New Zealand does not get the copper of the rest of the world", () => {
    const nzl = ask("NZL");
    for (const m of nzl.materials) {
      expect(m.imports.filter((i) => i.fit === "model")).toEqual([]);
      expect(m.indicators.filter((i) => i.cited.source === "monazite")).toEqual([]);
    }
    expect(nzl.notes[0]).toContain("New Zealand only as part of “Rest of world”");
  });

  test("CPTPP is a net exporter of copper by its members, and says who is missing", () => {
    const cptpp = ask("CPTPP");
    expect(cptpp.notes[0]).toContain("3 of 12 members of CPTPP");
    expect(cptpp.notes[0]).toContain("Brunei, New Zealand, Singapore");
  });

  test("the EU covers its aggregate, and no answer has a group for its largest", () => {
    expect(ask("EU").notes).toEqual([]);
    for (const answer of [usa, jpn, ask("EU"), ask("CPTPP")])
      for (const { world, imports } of answer.materials)
        for (const { concentration } of [...world, ...imports])
          expect(["XRW", "XEU"]).not.toContain(concentration.largest);
  });
});

test("cobalt refining: the weighted index is over the whole, 0.784² × 5.67 and little else", () => {
  const refined = of(jpn, "cobalt").world.find((w) => w.form === "Cobalt - Refining")!;
  expect(refined.concentration.governanceWeightedHhi).toBeGreaterThan(3.45);
  expect(refined.concentration.governanceWeightedHhi).toBeLessThan(3.55);
  expect(refined.concentration.governanceWeightedHhiMost).toBeLessThan(3.65);
});

test("single rare earths are mined in Myanmar too: content of its concentrates in the balanced chain", () => {
  const [line] = stageLines(of(jpn, "dysprosium"));
  expect(line!.made).toMatchObject({ stage: "mining", cited: { source: "monazite" } });
  const share = (country: string) => line!.made!.makers.find((m) => m.country === country)!.share;
  expect(share("CHN")).toBeGreaterThan(0.4);
  expect(share("MMR")).toBeGreaterThan(0.25);
  // 2.7 kt of dysprosium and terbium follow from quotas, about 4 kt are implied elsewhere
  expect(line!.made!.totalTonnes).toBeGreaterThan(2000);
  expect(line!.made!.totalTonnes).toBeLessThan(5000);
});

test("Aruba's copper: a heading stands for it, imports are not recorded", () => {
  expect(of(ask("ABW"), "copper").gaps).toEqual([
    "no imports are recorded under HS 740311, and the model knows Aruba only as part of Rest of world",
  ]);
});

test("the United States' sources keep what the USGS leaves unnamed", () => {
  const printed = usa.materials.flatMap((m) => m.imports.filter((i) => i.fit === "as printed"));
  expect(printed.length).toBeGreaterThan(30);
  for (const { suppliers, othersShare } of printed)
    expect(suppliers.reduce((sum, s) => sum + s.share, othersShare)).toBeCloseTo(1, 6);
  expect(printed.filter((p) => p.othersShare > 0.2).length).toBeGreaterThan(5);
});

describe("net import reliance by stage", () => {
  const eu = ask("EU");
  const at = (answer: Dependence, material: string) =>
    Object.fromEntries(stageLines(of(answer, material)).map((l) => [l.stage, l.reliance]));

  test("the EU imports all its cobalt ore and exports refined cobalt; of its dysprosium the metal is told, not the mine", () => {
    const cobalt = at(eu, "cobalt");
    expect(cobalt.mining!.value).toBeCloseTo(1, 6);
    expect(cobalt.refining).toMatchObject({ about: "Refined cobalt", qualifier: "net exporter" });
    const dysprosium = at(eu, "dysprosium");
    expect(dysprosium.mining).toBeUndefined();
    expect(dysprosium.metal!.value).toBeCloseTo(1, 6);
  });

  test("the USGS's words for forms: all of them on a line of their own, ores at the mine, metal at the refinery", () => {
    expect(at(usa, "gallium")["all stages"]).toMatchObject({ about: "all forms", computed: false, value: 1 });
    const zinc = at(usa, "zinc");
    expect([zinc.mining!.about, zinc.refining!.about]).toEqual(["Ores and concentrates", "Refined zinc"]);
    expect(at(usa, "titanium").mining!.about).toBe("mineral concentrates");
    const stages = new Map(
      usa.materials.flatMap((m) =>
        m.indicators.flatMap((i) => (i.computed || i.stage === null ? [] : [[i.about, i.stage]])),
      ),
    );
    expect(stages.get("manganese content")).toBe("all stages");
    expect(stages.get("refined tin")).toBe("refining");
  });

  test("gallium recycled in the EU counts as its own, and the figure says what it is without", () => {
    const figure = of(eu, "gallium").indicators.find((i) => i.about.startsWith("Gallium metal"))!;
    expect(figure.value).toBeLessThan(0.5);
    expect(figure.caveat).toMatch(/^\d+ % of the own production is recycled; without it this would be (9\d|100) %$/);
  });
});

test("HS 811292 holds seven metals: no score and nothing left for any of them, and the model's suppliers come first", () => {
  for (const answer of [jpn, usa, ask("DEU"), ask("KOR")])
    for (const m of answer.materials) {
      const shared = m.imports.filter((i) => i.fit === "shared");
      for (const { cited, leftWithoutLargest, sharedWith } of shared) {
        expect([cited.locator, leftWithoutLargest, sharedWith.length]).toEqual(["HS 811292", null, 6]);
        const scores = m.indicators.filter((i) => i.about.startsWith(cited.locator));
        expect(scores.map((s) => s.value)).toEqual([null]);
      }
    }
  expect(of(jpn, "gallium").imports[0]).toMatchObject({ fit: "model", concentration: { largest: "CHN" } });
});

test("Finland's refined cobalt is inside the EU's other members, and Japan mines no samarium", () => {
  const eu = ask("EU");
  const refined = of(eu, "cobalt").world.find((w) => w.form === "Refined cobalt")!;
  expect(refined.inGroups).toContainEqual({ country: "FIN", group: "XEU" });
  const sourced = of(eu, "samarium").imports.find((i) => i.fit === "sourcing" && i.stage === "mining")!;
  expect(sourced.caveat).toContain("names as a miner: Japan;");
});

test("NdFeB stands for the minerals in it, and says so; Sm is samarium", () => {
  const asked = (...materials: string[]) => dependenceOf(statistics, dataset, model, { country: "JPN", materials });
  const magnets = asked("NdFeB");
  expect(magnets.materials.map((m) => m.material)).toEqual(["dysprosium", "neodymium", "praseodymium", "terbium"]);
  expect(magnets.notes).toContain(
    "NdFeB stands for several minerals; shown are Dysprosium, Neodymium, Praseodymium, Terbium.",
  );
  expect(asked("Sm", "smco").materials.map((m) => m.material)).toEqual(["samarium"]);
});

test("Japan's own uses of gallium add up to what it uses in a year", () => {
  const [use] = of(jpn, "gallium").usedHere;
  expect(use!.form).toBe("Gallium metal, primary and recycled");
  expect(use!.tonnesPerYear).toBeGreaterThan(50);
  expect(use!.applications[0]!.share).toBeGreaterThan(0.5);
});
