import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  apparentConsumption,
  deraRisk,
  euGovernanceWeight,
  euImportReliance,
  geoPolRiskInstability,
  importShares,
  largestSupplier,
  netImportReliance,
  nMinusOneCoverage,
} from "../../src/indicators/index.ts";

const suppliers = [
  { country: "VNM", tonnes: 20 },
  { country: "CHN", tonnes: 70 },
  { country: "JPN", tonnes: 10 },
];

test("the largest supplier and its share; of equal ones the first by code", () => {
  expect(largestSupplier(suppliers)).toEqual({ country: "CHN", share: 0.7 });
  const equal = [...suppliers, { country: "AUS", tonnes: 70 }];
  expect(largestSupplier(equal)?.country).toBe("AUS");
  expect(largestSupplier([])).toBeNull();
});

describe("N−1 coverage", () => {
  test("by hand: 30 of 100 are left, 45 with 15 spare, all of a need of 25", () => {
    expect(nMinusOneCoverage(suppliers)).toEqual({ without: "CHN", coverage: 0.3 });
    expect(nMinusOneCoverage(suppliers, 100, 15)?.coverage).toBeCloseTo(0.45, 12);
    expect(nMinusOneCoverage(suppliers, 25)?.coverage).toBe(1);
    expect(nMinusOneCoverage([], 10)).toBeNull();
  });

  test("more spare capacity never leaves less", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(nMinusOneCoverage(suppliers, 100, more)!.coverage).toBeGreaterThanOrEqual(
          nMinusOneCoverage(suppliers, 100, less)!.coverage,
        );
      }),
    );
  });
});

describe("net import reliance", () => {
  test("by hand: makes 20, imports 100, exports 10, puts 10 into stock: uses 100, 80 of it from abroad", () => {
    const balance = { production: 20, imports: 100, exports: 10, stockIncrease: 10 };
    expect(apparentConsumption(balance)).toBe(100);
    expect(netImportReliance(balance)).toBeCloseTo(0.8, 12);
  });

  test("an exporter is below zero, and zero for the EU; nobody's use is no figure", () => {
    const exporter = { production: 150, imports: 0, exports: 50 };
    expect(netImportReliance(exporter)).toBeCloseTo(-0.5, 12);
    expect(euImportReliance(exporter)).toBe(0);
    expect(netImportReliance({ production: 0, imports: 5, exports: 5 })).toBeNull();
    // 0.1 + 0.2 − 0.3 is 5.6e-17 in binary, not a consumption
    expect(netImportReliance({ production: 0.1, imports: 0.2, exports: 0.3 })).toBeNull();
    expect(apparentConsumption({ production: 304_004.97, imports: 0, exports: 304_004.97 - 5.8e-11 })).toBe(0);
    expect(() => netImportReliance({ production: -1, imports: 0, exports: 0 })).toThrow("got -1");
  });
});

test("import shares add up two entries of one origin and come largest first", () => {
  expect(
    importShares([
      { country: "JPN", tonnes: 10 },
      { country: "CHN", tonnes: 70 },
      { country: "JPN", tonnes: 20 },
      { country: "USA", tonnes: 0 },
    ]),
  ).toEqual([
    { country: "CHN", share: 0.7 },
    { country: "JPN", share: 0.3 },
  ]);
});

test("governance is turned round: −2.5 weighs 10 for the EU and 1 for GeoPolRisk, 2.5 nothing", () => {
  expect([-2.5, 0, 2.5].map(euGovernanceWeight)).toEqual([10, 5, 0]);
  expect([-2.5, 0, 2.5].map(geoPolRiskInstability)).toEqual([1, 0.5, 0]);
  expect(euGovernanceWeight(-2.8)).toBe(10);
  expect(geoPolRiskInstability(-2.8)).toBeCloseTo(1.06, 12);
  expect(() => euGovernanceWeight(60)).toThrow("governance estimate: got 60");
});

describe("DERA", () => {
  test("by hand: 80 at −0.4 and 20 at 1.5: 6,800 points, country risk −0.32 + 0.3 = −0.02, moderate: group 3", () => {
    const risk = deraRisk([
      { tonnes: 80, governance: -0.4 },
      { tonnes: 20, governance: 1.5 },
    ])!;
    expect(risk.hhiPoints).toBeCloseTo(6800, 8);
    expect(risk.weightedCountryRisk).toBeCloseTo(-0.02, 12);
    expect(risk).toMatchObject({ concentration: "high", countryRisk: "moderate", riskGroup: 3 });
  });

  test("ten equal well-governed suppliers: 1,000 points, group 1", () => {
    const even = Array.from({ length: 10 }, () => ({ tonnes: 1, governance: 1 }));
    expect(deraRisk(even)).toMatchObject({ concentration: "low", countryRisk: "low", riskGroup: 1 });
  });
});
