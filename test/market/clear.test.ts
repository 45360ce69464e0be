import { describe, expect, test } from "vitest";
import { rents } from "../../src/market/certify.ts";
import { createClearer } from "../../src/market/clear.ts";
import { small } from "./small.ts";

const mine = { name: "mine", entries: { home: 1 }, cost: 10, slope: 0.1 };
const use = { name: "use", entries: { abroad: -1 }, cost: -50, slope: 0.1 };

function expectNumbers(got: Float64Array, expected: readonly number[], digits = 9): void {
  expect(got.length).toBe(expected.length);
  got.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, digits);
  });
}

describe("clearing by hand", () => {
  test("two markets joined by a ship", () => {
    // cost of mining 10 + 0.1 x, freight 2 + 0.05 x, worth to users 50 − 0.1 x:
    // 10 + 0.1 x + 2 + 0.05 x = 50 − 0.1 x → 0.25 x = 38 → x = 152; home 10 + 15.2 = 25.2, abroad 50 − 15.2 = 34.8
    const ship = { name: "ship", entries: { home: -1, abroad: 1 }, cost: 2, slope: 0.05 };
    const { network, terms } = small([mine, ship, use]);
    const { priceUsdPerTonne, level } = createClearer(network).clear(terms);
    expectNumbers(level, [152, 152, 152]);
    expectNumbers(priceUsdPerTonne, [25.2, 34.8]);
  });

  test("a quota is a permit market whose price is the quota rent", () => {
    // 100 permits: home 10 + 10 = 20, abroad 50 − 10 = 40, freight 2 + 5 = 7, so a permit is worth 40 − 20 − 7 = 13;
    // the quota's own slope takes 1e-6 × 100 of that, and 12.9999 is what one more permit would be worth
    const ship = { name: "ship", entries: { home: -1, abroad: 1, permit: -1 }, cost: 2, slope: 0.05 };
    const quota = { name: "quota", entries: { permit: 1 }, cost: 0, slope: 1e-6, upper: 100 };
    const { network, terms } = small([mine, ship, use, quota]);
    const clearing = createClearer(network).clear(terms);
    expectNumbers(clearing.level, [100, 100, 100, 100]);
    expectNumbers(clearing.priceUsdPerTonne, [20, 40, 13]);
    expectNumbers(rents(network, terms, clearing), [0, 0, 0, 12.9999]);
  });

  test("a permit that is not used up is worth next to nothing", () => {
    // as without a quota, x = 152 (1e-6 of slope in 0.250001 moves it by 0.0006); the permit costs 1e-6 × 152
    const ship = { name: "ship", entries: { home: -1, abroad: 1, permit: -1 }, cost: 2, slope: 0.05 };
    const quota = { name: "quota", entries: { permit: 1 }, cost: 0, slope: 1e-6, upper: 500 };
    const { network, terms } = small([mine, ship, use, quota]);
    const clearing = createClearer(network).clear(terms);
    expectNumbers(clearing.level, Array(4).fill(38 / 0.250001));
    expectNumbers(clearing.priceUsdPerTonne.subarray(2), [(1e-6 * 38) / 0.250001]);
    expectNumbers(rents(network, terms, clearing), [0, 0, 0, 0]);
  });

  test("joint products share one cost", () => {
    // a unit of ore gives 0.8 light and 0.2 heavy and costs 10 + 0.14 x; light sells at 30 − 0.25 d, heavy at 100 − d:
    // 0.8 (30 − 0.2 x) + 0.2 (100 − 0.2 x) = 44 − 0.2 x = 10 + 0.14 x → x = 100; light 10, heavy 80 USD/t
    const { network, terms } = small([
      { name: "separate", entries: { light: 0.8, heavy: 0.2 }, cost: 10, slope: 0.14 },
      { name: "use light", entries: { light: -1 }, cost: -30, slope: 0.25 },
      { name: "use heavy", entries: { heavy: -1 }, cost: -100, slope: 1 },
    ]);
    const { priceUsdPerTonne, level } = createClearer(network).clear(terms);
    expectNumbers(level, [100, 80, 20]);
    expectNumbers(priceUsdPerTonne, [10, 80]);
  });

  test("the multiplier of a full plant and of an offtake", () => {
    // the mine stops at 60, of which 20 must go to an offtaker who would pay only 15: users get 40 at 50 − 4 = 46.
    // one more tonne of mine is worth 46 − (10 + 6) = 30; the offtake costs 15 − 46 = −31 a tonne
    const { network, terms } = small([
      { ...mine, upper: 60 },
      { name: "use", entries: { home: -1 }, cost: -50, slope: 0.1 },
      { name: "offtake", entries: { home: -1 }, cost: -15 - 0.1 * 20, slope: 0.1, lower: 20 },
    ]);
    const clearing = createClearer(network).clear(terms);
    expectNumbers(clearing.level, [60, 40, 20]);
    expectNumbers(clearing.priceUsdPerTonne, [46]);
    expectNumbers(rents(network, terms, clearing), [30, 0, -31]);
  });
});

describe("a clearer", () => {
  const ship = { name: "ship", entries: { home: -1, abroad: 1 }, cost: 2, slope: 0.05 };
  const { network, terms } = small([mine, ship, use]);

  test("leaves its start prices alone and hands out fresh arrays", () => {
    const clearer = createClearer(network);
    const start = Float64Array.of(1, 2);
    const first = clearer.clear(terms, start);
    const second = clearer.clear(terms, start);
    expect([...start]).toEqual([1, 2]);
    expect(first.level).not.toBe(second.level);
    expect(first).toEqual(second);
  });

  test("clears in place", () => {
    const clearer = createClearer(network);
    const prices = Float64Array.of(10, 10);
    const level = new Float64Array(3);
    expect(clearer.clearInto(terms, prices, level)).toBeGreaterThan(0);
    expectNumbers(prices, [25.2, 34.8]);
    expect(clearer.clearInto(terms, prices, level)).toBe(0);
  });

  test("counts the factor: two diagonals and one coupling", () => {
    expect(createClearer(network).factorNonZeros).toBe(3);
  });
});
