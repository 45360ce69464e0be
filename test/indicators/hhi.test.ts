import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hhi, hhiRange, weightedHhi } from "../../src/indicators/index.ts";

const parts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 30 });

describe("hhi", () => {
  test("by hand: 60, 30 and 10 are 0.36 + 0.09 + 0.01", () => {
    expect(hhi([60, 30, 10])).toBeCloseTo(0.46, 12);
    expect(hhi([5])).toBe(1);
    expect(hhi([0, 0])).toBeNull();
    expect(() => hhi([3, -1])).toThrow("part: got -1, expected a number from 0 to");
  });

  test("lies between 1/n and 1, whatever the unit and the order", () => {
    fc.assert(
      fc.property(parts, (tonnes) => {
        const index = hhi(tonnes)!;
        expect(index).toBeGreaterThanOrEqual(1 / tonnes.length - 1e-12);
        expect(index).toBeLessThanOrEqual(1 + 1e-12);
        expect(hhi(tonnes.map((t) => t * 7))).toBeCloseTo(index, 12);
        expect(hhi([...tonnes].reverse())).toBeCloseTo(index, 12);
      }),
    );
  });

  test("two suppliers that merge never lower it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), parts, (more, [first, ...rest]) => {
        expect(hhi([first! + more, ...rest])!).toBeGreaterThanOrEqual(hhi([first!, more, ...rest])! - 1e-12);
      }),
    );
  });
});

describe("weightedHhi", () => {
  test("by hand: 0.6² × 5 + 0.4² × 2 = 1.8 + 0.32", () => {
    expect(weightedHhi([60, 40], [5, 2])).toBeCloseTo(2.12, 12);
    expect(() => weightedHhi([60, 40], [5])).toThrow("got 1 weights for 2 parts");
  });

  test("with weights of one it is the plain index", () => {
    fc.assert(
      fc.property(parts, (tonnes) => {
        expect(
          weightedHhi(
            tonnes,
            tonnes.map(() => 1),
          ),
        ).toBeCloseTo(hhi(tonnes)!, 12);
      }),
    );
  });
});

describe("hhiRange", () => {
  test("by hand: 50 and 20 by name, 30 among others: 0.29 if scattered, + 0.09 if one country", () => {
    const range = hhiRange([50, 20], 30)!;
    expect(range.least).toBeCloseTo(0.29, 12);
    expect(range.most).toBeCloseTo(0.38, 12);
  });

  test("others are never larger than the largest by name: 20 and others 50 are 20, 20, 20 and 10", () => {
    // (400 + 400 + 400 + 100) / 4,900
    expect(hhiRange([20], 50)!.most).toBeCloseTo(1300 / 4900, 12);
  });
});
