import { expect, test } from "vitest";
import { chainFlow, type FlowOptions } from "../../src/charts/chain-flow.ts";
import { traceChain } from "../../src/charts/chain-trace.ts";
import { namesFrom } from "../../src/charts/names.ts";
import type { ActivitySeries } from "../../src/simulation/result.ts";
import { sampleRehearsal } from "../report/sample.ts";

const names = namesFrom();
const sample = sampleRehearsal();

function activity(
  id: string,
  tonnes: number,
  entries: Record<string, number>,
  more: Partial<ActivitySeries> = {},
): ActivitySeries {
  const [kind, rest] = [id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1)];
  return {
    id,
    kind,
    commodity: Object.keys(entries)[0] ?? "magnet",
    country: rest.slice(rest.indexOf("@") + 1),
    tonnes: [tonnes],
    baselineTonnesPerMonth: tonnes,
    rentUsdPerTonne: [0],
    entries: Object.entries(entries).map(([commodity, coefficient]) => ({ commodity, coefficient })),
    ...more,
  };
}

const SMALL = [
  activity("mine:clay@MMR", 30, { clay: 1 }),
  activity("separate:clay@MMR", 30, { clay: -1, "dysprosium-oxide": 0.1 }),
  activity("reduce:dy@CHN", 3, { "dysprosium-oxide": -1, "dysprosium-metal": 1 }),
  activity("press:m@CHN", 60, { "dysprosium-metal": -0.05, "ndpr-metal": -0.3, magnet: 1, swarf: 0.2 }),
  activity("press:m@JPN", 40, { magnet: 1 }),
  activity("ship:magnet@CHN", 60, {}, { commodity: "magnet", country: "CHN", destination: "JPN" }),
  activity("ship:oxide@MMR", 3, {}, { commodity: "dysprosium-oxide", country: "MMR", destination: "CHN" }),
];
const NEEDS = [{ country: "JPN", use: "cars", commodity: "magnet", tonnes: 100 }];

test("an element is followed in its own tonnes, from the magnets that hold it to the mine", () => {
  const { links } = traceChain(SMALL, NEEDS, { month: 0, element: "dysprosium" });
  const found = Object.fromEntries(
    [...links.values()].map((l) => [`${l.from} > ${l.to}`, Number(l.tonnes.toFixed(9))]),
  );
  expect(found).toEqual({
    "press|CHN > use|cars": 3,
    "reduce|CHN > press|CHN": 3,
    "separate|MMR > reduce|CHN": 3,
    "mine|MMR > separate|MMR": 3,
  });
});

test("all material keeps its tonnes at every stage that has figures", () => {
  const { links } = traceChain(SMALL, NEEDS, { month: 0 });
  const into = (to: string) => [...links.values()].filter((l) => l.to === to).reduce((sum, l) => sum + l.tonnes, 0);
  expect(into("use|cars")).toBeCloseTo(100);
  expect(into("press|CHN")).toBeCloseTo((60 * 0.05) / 0.35);
});

test("trade in circles ends", () => {
  const circle = [
    activity("ship:a@CHN", 50, {}, { commodity: "magnet", country: "CHN", destination: "JPN" }),
    activity("ship:b@JPN", 50, {}, { commodity: "magnet", country: "JPN", destination: "CHN" }),
    ...SMALL,
  ];
  const { links } = traceChain(circle, NEEDS, { month: 0 });
  const used = [...links.values()].filter((l) => l.to === "use|cars").reduce((sum, l) => sum + l.tonnes, 0);
  expect(used).toBeCloseTo(100, 1);
});

test("the chart's links join its nodes, forward only, and uses add up", () => {
  for (const element of [undefined, "dysprosium"]) {
    const chart = chainFlow(sample, names, { countries: ["JPN"], inside: "CHN", ...(element ? { element } : {}) })!;
    const stage = new Map(chart.nodes.map((n) => [n.id, n.stage]));
    for (const l of chart.links) expect(stage.get(l.from)!).toBeLessThan(stage.get(l.to)!);
    const uses = chart.nodes.filter((n) => n.stage === 4).reduce((sum, n) => sum + n.share, 0);
    expect(uses).toBeCloseTo(1);
  }
});

test("dysprosium for Japan comes mostly by way of Myanmar's mines and only China's separation", () => {
  const chart = chainFlow(sample, names, { countries: ["JPN"], inside: "CHN", element: "dysprosium" })!;
  const share = (id: string) => chart.nodes.find((n) => n.id === id)?.share;
  expect(share("mine|MMR")).toBeGreaterThan(0.7);
  expect(share("separate|CHN")).toBeCloseTo(1);
});

test("no picture without recipes, or without uses", () => {
  const bare = sample.activities.map(({ entries: _, ...a }) => a);
  expect(chainFlow({ ...sample, activities: bare }, names, { countries: ["JPN"], inside: "CHN" })).toBeNull();
  expect(chainFlow(sample, names, { countries: ["FRA"], inside: "CHN" })).toBeNull();
});

const GALLIUM = [
  activity("mine:bauxite@AUS", 200, { bauxite: 1 }),
  activity("ship:bauxite@AUS", 200, {}, { commodity: "bauxite", country: "AUS", destination: "CHN" }),
  activity("refine:refine-gallium@CHN", 10, { bauxite: -20, gallium: 1 }),
  activity("refine:refine-gallium-scrap@DEU", 6, { gallium: 1 }),
  activity("ship:gallium@CHN", 10, {}, { commodity: "gallium", country: "CHN", destination: "JPN" }),
  activity("ship:gallium@DEU", 2, {}, { commodity: "gallium", country: "DEU", destination: "XEU" }),
];
const chipsIn = (country: string, tonnes: number) => ({
  ...sample.uses[0]!,
  country,
  use: "semiconductors",
  applications: [
    {
      ...sample.uses[0]!.applications[0]!,
      inputs: [{ commodity: "gallium", tonnesPerTonne: 1 }],
      deliveredTonnes: [tonnes],
    },
  ],
});
const galliumOf = (uses: (typeof sample.uses)[number][], options: Partial<FlowOptions>) =>
  chainFlow({ ...sample, activities: GALLIUM, uses }, names, {
    countries: ["JPN"],
    inside: "CHN",
    commodity: "gallium",
    ...options,
  })!;

test("a refined material goes from mine to refinery to use, without the stages of magnets, under what is done to it", () => {
  const chart = galliumOf([chipsIn("JPN", 10)], {});
  expect(chart.stages).toEqual(["Mined as bauxite", "Refined", "Used in"]);
  expect(chart.nodes.map((n) => `${n.stage} ${n.id}`)).toEqual([
    "0 mine|AUS",
    "1 separate|CHN",
    "2 use|semiconductors",
  ]);
  expect(chart.tonnesPerYear).toBeCloseTo(120);
  expect(chart.placeName).toBe("Japan");
});

test("the uses of a bloc are added up, its members have one colour, and scrap is an origin of its own", () => {
  const chart = galliumOf([chipsIn("DEU", 3), chipsIn("XEU", 2), chipsIn("JPN", 10)], {
    countries: ["DEU", "XEU"],
    placeName: "European Union",
  });
  expect(chart.tonnesPerYear).toBeCloseTo(12 * 5);
  expect(chart.placeName).toBe("European Union");
  expect(chart.stages).toEqual(["Refined", "Used in"]);
  expect(chart.nodes.map((n) => [n.label, n.group, n.share])).toEqual([
    ["Germany, scrap", "outside-first", 1],
    ["Semiconductors", "use", 1],
  ]);
});

test("the marked country keeps its colour among members, and without one nobody is marked", () => {
  const uses = [chipsIn("JPN", 5)];
  const groupOf = (options: Partial<FlowOptions>) =>
    galliumOf(uses, { countries: ["JPN", "CHN"], ...options }).nodes.find((n) => n.id === "separate|CHN")!.group;
  expect(groupOf({})).toBe("inside");
  expect(groupOf({ inside: null })).toBe("outside-first");
});
