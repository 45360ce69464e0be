import { describe, expect, test } from "vitest";
import {
  headline,
  indicatorText,
  inGroupsText,
  leftText,
  makersText,
  rangeText,
  restParts,
  sharedText,
  topParts,
  underText,
  weightedText,
  withheldText,
} from "../../src/charts/dependence-text.ts";
import type { Concentration, ImportSupply, IndicatorFigure, MaterialDependence } from "../../src/dependence/index.ts";

const part = (country: string, share: number) => ({ country, share, tonnes: null });
const rest = (othersShare: number, groups = [] as ReturnType<typeof part>[]) => ({ othersShare, groups, under: [] });
const name = (id: string) => ({ USA: "United States", XRW: "rest of the world", FJI: "Fiji", GHA: "Ghana" })[id] ?? id;

describe("the largest parts in a line", () => {
  const parts = [part("BOL", 0.2), part("RWA", 0.15), part("VNM", 0.13)];

  test("others take the last place where they are more than who would stand there", () => {
    expect(topParts(parts, rest(0.42), 2)).toEqual([
      ["BOL", 0.2],
      [null, 0.42],
    ]);
    expect(topParts(parts, rest(0.1), 2).map(([country]) => country)).toEqual(["BOL", "RWA"]);
  });

  test("where nobody is named, others are all there is", () => {
    expect(topParts([], rest(1), 2)).toEqual([[null, 1]]);
    expect(topParts([part("CHN", 1)], rest(0), 2)).toEqual([["CHN", 1]]);
  });
});

test("groups by name, then what is left to others", () => {
  expect(restParts(rest(0.5, [part("XRW", 0.2)]), name)).toEqual([
    ["rest of the world (group)", 0.2],
    ["others", 0.3],
  ]);
  expect(restParts(rest(0.2, [part("XRW", 0.2)]), name)).toHaveLength(1);
});

test("bounds and withheld figures in words", () => {
  const under = [part("FJI", 0.001), part("GHA", 0.01)];
  expect(underText({ ...rest(0.01), under }, name)).toBe("under 1\u00a0% each: Ghana; under 0.1\u00a0% each: Fiji");
  expect(underText(rest(0.3), name)).toBe("");
  expect(withheldText({ withheld: ["USA"] }, name)).toContain("of the world without the United States, withheld");
  expect(withheldText({ withheld: [] }, name)).toBe("");
});

test("ranges, and one number where they are narrow", () => {
  expect([rangeText(0.4, 0.44), rangeText(0.4, 0.41)]).toEqual(["0.40–0.44", "0.40"]);
  const c = { governanceWeightedHhi: 3.5, governanceWeightedHhiMost: 3.6, deraRiskGroup: 2, deraRiskGroupMost: 3 };
  expect(weightedText(c as Concentration)).toBe(", governance-weighted 3.5–3.6 of 10, DERA-style risk group 2–3 of 3");
  expect(weightedText({ governanceWeightedHhi: null } as Concentration)).toBe("");
});

test("what is left, at most, or of nobody", () => {
  const left = (leftWithoutLargest: number | null, leftAtLeast: number) =>
    leftText({ leftWithoutLargest, leftAtLeast } as ImportSupply);
  expect(left(0.55, 0.55)).toBe("55\u00a0%");
  expect(left(0.8, 0.58)).toBe("at most 80\u00a0%");
  expect(left(null, 0)).toBeNull();
});

test("a remark stands behind the number, a bound before it", () => {
  const figure = (value: number | null, qualifier: string) =>
    indicatorText({ value, qualifier, unit: "0–1" } as IndicatorFigure);
  expect(figure(3.5, "at least")).toBe("at least 3.5");
  expect(figure(0.2, "93 % of the imports have a governance estimate")).toMatch(/^0\.2 \(93/);
  expect(figure(null, "net exporter")).toBe("net exporter");
  expect(figure(null, "")).toBe("–");
});

test("a shared heading says how many minerals it holds", () => {
  expect(sharedText({ fit: "shared", sharedWith: ["a", "b", "c", "d", "e", "f"] })).toMatch(
    /^holds seven minerals: cannot/,
  );
  expect(sharedText({ fit: "shared", sharedWith: [] })).toMatch(/^holds more than this mineral/);
  expect(sharedText({ fit: "exact", sharedWith: [] })).toBe("");
});

test("who is inside a group, in words", () => {
  const inGroups = ["FJI", "GHA"].map((country) => ({ country, group: "XRW" }));
  expect(inGroupsText({ inGroups }, name)).toBe("Fiji and Ghana are inside “rest of the world”");
  expect(inGroupsText({ inGroups: [] }, name)).toBe("");
});

describe("a mineral in words", () => {
  const concentration = (largest: string, largestShare: number) => ({
    hhi: { least: largestShare },
    largest,
    largestShare,
  });
  const world = (form: string, totalTonnes: number | null, source: string, years: string) => ({
    ...{
      stage: "mining",
      form,
      totalTonnes,
      cited: { source, years },
      makers: [],
      concentration: concentration("GHA", 0.8),
    },
  });
  const supply = (fit: string, left: number | null) => ({
    ...{ stage: "mining", form: "Ore", fit, makersForm: null, concentration: concentration("FJI", 0.7) },
    ...{ leftWithoutLargest: left, leftAtLeast: left, importsTonnes: 1 },
  });
  const material = (more: object) =>
    ({ world: [], imports: [], indicators: [], gaps: ["nothing known"], ...more }) as unknown as MaterialDependence;

  test("of several figures for makers the one the overview takes, and what each counts", () => {
    const several = [
      world("extraction", null, "eu", "2016–2020"),
      world("ore", 5, "usgs", "2025"),
      world("Ore, contained", 5, "monazite", "2024"),
    ];
    expect(makersText(material({ world: several }), "mining")).toBe(
      "The overview takes “ore”: it is counted in tonnes of 2025 (usgs); “extraction” has shares only, of 2016–2020 (eu); “Ore, contained” is computed for 2024 in the balanced chain.",
    );
    expect(makersText(material({ world: several.slice(1, 2) }), "mining")).toBe("");
  });

  test("largest maker, largest supplier and what is left without it; of a shared heading no supplier", () => {
    const made = [world("ore", 5, "usgs", "2025")];
    expect(headline(material({ world: made, imports: [supply("exact", 0.3)] }), name, "Japan")).toBe(
      "Ghana makes 80\u00a0% at the narrowest stage, mining. Fiji supplies 70\u00a0% of the imports of Japan (ore); without it 30\u00a0% are left.",
    );
    expect(headline(material({ world: made, imports: [supply("shared", null)] }), name, "Japan")).toBe(
      "Ghana makes 80\u00a0% at the narrowest stage, mining.",
    );
    expect(headline(material({ imports: [supply("exact", 0)] }), name, "Japan")).toMatch(
      /without it nothing is left\.$/,
    );
    expect(headline(material({}), name, "Japan")).toBe("nothing known");
  });
});
