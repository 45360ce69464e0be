import { describe, expect, test } from "vitest";
import { certify, rents } from "../../src/market/certify.ts";
import { small } from "./small.ts";

// 40 t at 46 USD/t from a mine of cost 10 + 0.1 x that stops at 40, to users whose worth is 50 − 0.1 x.
// Objective 10·40 + ½·0.1·40² − 50·40 + ½·0.1·40² = 400 + 80 − 2000 + 80 = −1440
const { network, terms } = small([
  { name: "mine", entries: { home: 1 }, cost: 10, slope: 0.1, upper: 40 },
  { name: "use", entries: { home: -1 }, cost: -50, slope: 0.1 },
]);
const good = { priceUsdPerTonne: Float64Array.of(46), level: Float64Array.of(40, 40), newtonSteps: 0 };

describe("certify", () => {
  test("passes an optimum", () => {
    const certificate = certify(network, terms, good);
    expect(certificate.primalObjectiveUsd).toBeCloseTo(-1440, 9);
    expect(certificate.dualObjectiveUsd).toBeCloseTo(-1440, 9);
    expect(certificate.primalResidualShare).toBe(0);
    expect(certificate.boundViolationShare).toBe(0);
    expect(certificate.complementarityShare).toBeLessThan(1e-15);
    expect(certificate.dualityGapShare).toBeLessThan(1e-15);
  });

  test("sees tonnes that come from nowhere", () => {
    // one tonne over a turnover of 100
    const certificate = certify(network, terms, { ...good, level: Float64Array.of(40, 41) });
    expect(certificate.primalResidualShare).toBeCloseTo(0.01, 12);
  });

  test("sees a bound overrun", () => {
    // 2 t over, at a scale of 100 t
    const certificate = certify(network, terms, { ...good, level: Float64Array.of(42, 42) });
    expect(certificate.boundViolationShare).toBeCloseTo(0.02, 12);
  });

  test("sees a wrong price", () => {
    // at 40 USD/t users want 10 more each: r = −40 + 50 − 4 = 6, times up to the scale of 100 t, over 100 × 40 USD.
    // dual: mine 40 t × (10 − 40) + 80 = −1120, users −10·100 + ½·0.1·100² = −500, together −1620: 180 too low
    const certificate = certify(network, terms, { ...good, priceUsdPerTonne: Float64Array.of(40) });
    expect(certificate.complementarityShare).toBeCloseTo(0.15, 12);
    expect(certificate.dualObjectiveUsd).toBeCloseTo(-1620, 9);
    expect(certificate.dualityGapShare).toBeCloseTo(180 / 4000, 12);
  });

  test("sees idle capacity that would pay", () => {
    // 30 t at 47: the mine gains 47 − 13 = 34 a tonne and has 10 t to spare
    const idle = { priceUsdPerTonne: Float64Array.of(47), level: Float64Array.of(30, 30), newtonSteps: 0 };
    expect(certify(network, terms, idle).complementarityShare).toBeCloseTo((34 * 10) / 4700, 12);
  });

  test("never passes a NaN", () => {
    const certificate = certify(network, terms, { ...good, priceUsdPerTonne: Float64Array.of(Number.NaN) });
    expect(certificate.complementarityShare).toBeNaN();
    expect(certificate.dualityGapShare).toBeNaN();
    expect(certify(network, terms, { ...good, level: Float64Array.of(Number.NaN, 1) }).primalResidualShare).toBeNaN();
  });

  test("writes rents where asked", () => {
    const out = new Float64Array(2);
    expect(rents(network, terms, good, out)).toBe(out);
    expect([...out]).toEqual([46 - 14, 0]);
  });
});
