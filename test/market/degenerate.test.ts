import { describe, expect, test } from "vitest";
import { mulberry32, syntheticTrade } from "../../bench/market/synthetic.ts";
import { certify } from "../../src/market/certify.ts";
import { createClearer } from "../../src/market/clear.ts";
import { buildNetwork } from "../../src/market/network.ts";
import type { Network, Terms } from "../../src/market/problem.ts";
import { small } from "./small.ts";

function expectOptimal(network: Network, terms: Terms, start?: Float64Array) {
  const clearing = createClearer(network).clear(terms, start);
  const { primalResidualShare, boundViolationShare, complementarityShare, dualityGapShare } = certify(
    network,
    terms,
    clearing,
  );
  expect(Math.max(primalResidualShare, boundViolationShare, complementarityShare, dualityGapShare)).toBeLessThanOrEqual(
    1e-9,
  );
  return clearing;
}

const none = new Float64Array(0);
const nothing: Terms = { referenceLevel: none, lowerBound: none, upperBound: none, marginalCost: none, slope: none };

describe("degenerate networks", () => {
  test("no markets, no activities", () => {
    const clearing = expectOptimal(buildNetwork([], []), nothing);
    expect(clearing).toEqual({ priceUsdPerTonne: none, level: none, newtonSteps: 0 });
  });

  test("a market without activities keeps its start price", () => {
    const { network } = small([], ["idle"]);
    expect([...expectOptimal(network, nothing).priceUsdPerTonne]).toEqual([10]);
  });

  test("an activity without markets does what it costs least to do", () => {
    // cost −3 at 0, rising by 0.5: best at 6
    const { network, terms } = small([{ name: "lone", entries: {}, cost: -3, slope: 0.5 }]);
    expect([...expectOptimal(network, terms).level]).toEqual([6]);
  });

  test("a market whose activities are all pinned at zero", () => {
    const { network, terms } = small([
      { name: "mine", entries: { home: 1 }, cost: 10, slope: 0.1, upper: 0 },
      { name: "use", entries: { home: -1 }, cost: -50, slope: 0.1, upper: 0 },
      { name: "other mine", entries: { elsewhere: 1 }, cost: 10, slope: 0.1 },
      { name: "other use", entries: { elsewhere: -1 }, cost: -50, slope: 0.1 },
    ]);
    const { priceUsdPerTonne, level } = expectOptimal(network, terms);
    expect(level[0]).toBe(0);
    expect(priceUsdPerTonne[0]).toBe(10);
    expect(level[2]).toBeCloseTo(200, 9);
  });

  test("two markets whose trade is closed and that only trade with each other", () => {
    const { network, terms } = small([
      { name: "there", entries: { home: -1, abroad: 1 }, cost: 2, slope: 0.1, upper: 0 },
      { name: "back", entries: { home: 1, abroad: -1 }, cost: 2, slope: 0.1 },
      { name: "again", entries: { home: -1, abroad: 1 }, cost: 2, slope: 0.1, lower: 5, upper: 5 },
    ]);
    // 5 t must go there, so 5 t come back at 2 + 0.5; only the difference of the prices is settled
    const { priceUsdPerTonne, level } = expectOptimal(network, terms);
    expect(level[1]).toBeCloseTo(5, 12);
    expect(priceUsdPerTonne[0]! - priceUsdPerTonne[1]!).toBeCloseTo(2.5, 9);
  });

  test("demand that equals capacity to the last tonne", () => {
    const { network, terms } = small([
      { name: "mine", entries: { home: 1 }, cost: 10, slope: 0.1, upper: 80 },
      { name: "use", entries: { home: -1 }, cost: -50, slope: 0.1, lower: 80 },
    ]);
    expect([...expectOptimal(network, terms).level]).toEqual([80, 80]);
  });

  test("prices a thousand times off", () => {
    const { network, baseline, basePriceUsdPerTonne } = syntheticTrade(8, 5);
    const random = mulberry32(1);
    expectOptimal(
      network,
      baseline,
      basePriceUsdPerTonne.map((price) => price * 1000 ** (2 * random() - 1)),
    );
    expectOptimal(network, baseline, new Float64Array(basePriceUsdPerTonne.length));
  });
});

describe("kinks at the start price", () => {
  const { network, baseline, restricted, basePriceUsdPerTonne } = syntheticTrade(12, 2);

  test("a baseline with every use at its bound clears in no step", () => {
    const clearing = expectOptimal(network, baseline, basePriceUsdPerTonne);
    expect(clearing.newtonSteps).toBe(0);
    expect(clearing.priceUsdPerTonne).toEqual(basePriceUsdPerTonne);
  });

  test("leaving it takes few steps, either way", () => {
    expect(expectOptimal(network, restricted(0.1, 1), basePriceUsdPerTonne).newtonSteps).toBeLessThanOrEqual(12);
    expect(expectOptimal(network, restricted(4, 0.95), basePriceUsdPerTonne).newtonSteps).toBeLessThanOrEqual(12);
    const tight = expectOptimal(network, restricted(0.1, 1), basePriceUsdPerTonne);
    expect(expectOptimal(network, restricted(0.11, 1.002), tight.priceUsdPerTonne).newtonSteps).toBeLessThanOrEqual(6);
  });
});

describe("extreme scales", () => {
  test("grams beside kilotonnes, pennies beside millions", () => {
    // dy: worth 1e6 − 1e8 x, cost 1e5 + 1e7 x → x = 9e5 / 1.1e8 t; ore: worth 1000 − 0.01 x, cost 100 + 0.08 x → x = 10,000 t
    const { network, terms } = small([
      { name: "make dy", entries: { dy: 1 }, cost: 1e5, slope: 1e7 },
      { name: "use dy", entries: { dy: -1 }, cost: -1e6, slope: 1e8 },
      { name: "make ore", entries: { ore: 1 }, cost: 100, slope: 0.08 },
      { name: "use ore", entries: { ore: -1 }, cost: -1000, slope: 0.01 },
    ]);
    const { level, priceUsdPerTonne } = expectOptimal(network, terms);
    expect(level[0]).toBeCloseTo(9e5 / 1.1e8, 14);
    expect(level[2]).toBeCloseTo(1e4, 7);
    expect(priceUsdPerTonne[1]).toBeCloseTo(900, 8);
  });

  test.each([1e-3, 1e-6, 1e-9, 1e-12])("a permit with a slope of %d still balances to rounding", (slope) => {
    const { network, terms } = small([
      { name: "mine", entries: { home: 1 }, cost: 1e5, slope: 1e3 },
      { name: "ship", entries: { home: -1, abroad: 1, permit: -1 }, cost: 2e3, slope: 5e2 },
      { name: "use", entries: { abroad: -1 }, cost: -5e5, slope: 1e3 },
      { name: "quota", entries: { permit: 1 }, cost: 0, slope, upper: 500 },
    ]);
    // (5e5 − 1e5 − 2e3) / (2.5e3 + slope), about 159 t: fewer than the permits
    const { level } = expectOptimal(network, terms);
    for (const x of level) expect(x).toBeCloseTo(398e3 / (2.5e3 + slope), 9);
    const cramped = { ...terms, upperBound: Float64Array.of(Infinity, Infinity, Infinity, 50) };
    expect(expectOptimal(network, cramped).level[1]).toBeCloseTo(50, 9);
  });
});
