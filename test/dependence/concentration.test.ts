import { describe, expect, test } from "vitest";
import { concentrationOf } from "../../src/dependence/concentration.ts";
import { importSupply } from "../../src/dependence/import-supply.ts";

// governance weights 6, 2 and 1
const governance = {
  mean: new Map([
    ["CHN", -0.5],
    ["JPN", 1.5],
    ["FIN", 2],
  ]),
  stability: new Map(),
  year: "2022",
  source: "wgi",
};
const part = (country: string, share: number) => ({ country, share, tonnes: null });

describe("what no country is named for", () => {
  test("stays in the whole of the weighted index: 0.64 × 6 + 0.0225 × 2, not divided by 0.95²", () => {
    const c = concentrationOf([part("CHN", 0.8), part("JPN", 0.15)], { others: 0.05, groups: [] }, governance);
    expect(c.governanceWeightedHhi).toBeCloseTo(3.84 + 0.045, 12);
    expect(c.governanceWeightedHhiMost).toBeCloseTo(3.885 + 0.0025 * 10, 12);
    expect(c.hhi.most).toBeCloseTo(0.6625 + 0.0025, 12);
  });

  test("a country without an estimate weighs nothing at least, and 10 at most", () => {
    const c = concentrationOf([part("CHN", 0.9), part("NCL", 0.1)], { others: 0, groups: [] }, governance);
    expect([c.governanceWeightedHhi, c.governanceWeightedHhiMost]).toEqual([
      expect.closeTo(4.86, 12),
      expect.closeTo(4.96, 12),
    ]);
  });

  test("under nine tenths governed there is no weighted index and no group", () => {
    const c = concentrationOf([part("CHN", 0.89)], { others: 0.11, groups: [] }, governance);
    expect([c.governanceWeightedHhi, c.governanceWeightedHhiMost, c.deraRiskGroup]).toEqual([null, null, null]);
  });

  test("the unknown part can move the DERA-style group: risk of Finland 0.9 × 2 = 1.8, or 1.55 with the worst", () => {
    const low = concentrationOf([part("FIN", 0.9)], { others: 0.1, groups: [] }, governance);
    expect([low.deraRiskGroup, low.deraRiskGroupMost]).toEqual([2, 2]);
    // China 0.95 × −0.5 = −0.475: moderate, with the worst of the rest −0.6: high; both group 3 at this concentration
    const high = concentrationOf([part("CHN", 0.95)], { others: 0.05, groups: [] }, governance);
    expect([high.deraRiskGroup, high.deraRiskGroupMost]).toEqual([3, 3]);
    // 0.48 × −0.5 + 0.44 × 2 = 0.64: low at best (0.84), moderate at worst (0.44)
    const mixed = concentrationOf([part("CHN", 0.48), part("FIN", 0.44)], { others: 0.08, groups: [] }, governance);
    expect([mixed.deraRiskGroup, mixed.deraRiskGroupMost]).toEqual([2, 3]);
  });
});

describe("a group of countries", () => {
  test("is never the largest, and may be one country or many", () => {
    const c = concentrationOf([part("CHN", 0.4)], { others: 0, groups: [0.35, 0.25] }, governance);
    expect(c).toMatchObject({ largest: "CHN", largestShare: 0.4 });
    expect(c.hhi.least).toBeCloseTo(0.16, 12);
    expect(c.hhi.most).toBeCloseTo(0.16 + 0.1225 + 0.0625, 12);
  });

  test("larger than every country named makes what is left a range", () => {
    const about = {
      stage: "mining",
      form: "",
      cited: { source: "", years: "", locator: "" },
      fit: "model",
      makersForm: null,
      caveat: "",
      sharedWith: [],
    };
    const rest = {
      othersShare: 0.6,
      groups: [part("XRW", 0.6)],
      under: [],
      importsTonnes: 1,
      importsThousandUsd: null,
    };
    const supply = importSupply({ ...about, ...rest, suppliers: [part("BOL", 0.4)] }, governance);
    expect([supply.leftAtLeast, supply.leftWithoutLargest]).toEqual([expect.closeTo(0.4, 12), expect.closeTo(0.6, 12)]);
    const nobody = importSupply(
      { ...about, ...rest, othersShare: 1, groups: [part("XRW", 1)], suppliers: [] },
      governance,
    );
    expect(nobody).toMatchObject({ leftWithoutLargest: null, leftAtLeast: 0, concentration: { largest: null } });
    expect(nobody.concentration.hhi).toEqual({ least: 0, most: 1 });
  });
});
