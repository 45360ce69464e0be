import { expect, test } from "vitest";
import {
  disruptionPotential,
  economicVulnerability,
  nassarSupplyRisk,
  tradeExposure,
} from "../../src/indicators/index.ts";

test("disruption potential by hand: 0.8² × 0.5 × 0.6 + 0.2² × 0.2 × 0.1 = 0.192 + 0.0008", () => {
  const producers = [
    { tonnes: 80, inability: 0.5, unwillingness: 0.6 },
    { tonnes: 20, inability: 0.2, unwillingness: 0.1 },
  ];
  expect(disruptionPotential(producers)).toBeCloseTo(0.1928, 12);
  expect(disruptionPotential([])).toBeNull();
  expect(() => disruptionPotential([{ ...producers[0]!, inability: 60 }])).toThrow("inability: got 60");
});

test("trade exposure is net import reliance, a net exporter 0", () => {
  expect(tradeExposure({ production: 20, imports: 90, exports: 10 })).toBeCloseTo(0.8, 12);
  expect(tradeExposure({ production: 90, imports: 0, exports: 10 })).toBe(0);
});

test("economic vulnerability by hand: 0.02 × 0.05 + 0.01 × 1 (30 spent of 20 earned counts as all of it)", () => {
  const industries = [
    { valueAdded: 20, operatingProfit: 40, expenditure: 2 },
    { valueAdded: 10, operatingProfit: 20, expenditure: 30 },
  ];
  expect(economicVulnerability(industries, 1000)).toBeCloseTo(0.011, 12);
});

test("supply risk is the geometric mean: the cube root of 0.2 × 0.8 × 0.05 is 0.2", () => {
  expect(nassarSupplyRisk(0.2, 0.8, 0.05)).toBeCloseTo(0.2, 14);
  expect(nassarSupplyRisk(1, 1, 1)).toBe(1);
  expect(nassarSupplyRisk(0, 1, 1)).toBe(0);
  expect(nassarSupplyRisk(1e-12, 1, 1)).toBeCloseTo(1e-4, 16);
});
