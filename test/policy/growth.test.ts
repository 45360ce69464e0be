import fc from "fast-check";
import { expect, test } from "vitest";
import { compoundGrowth } from "../../src/policy/growth.ts";

test("a year is the yearly growth, half a year its square root", () => {
  expect(compoundGrowth(0.21, 12)).toBeCloseTo(1.21, 15);
  expect(compoundGrowth(0.21, 6)).toBeCloseTo(1.1, 14); // √1.21
  expect(compoundGrowth(0.21, 24)).toBeCloseTo(1.4641, 14);
  expect(compoundGrowth(0, 7)).toBe(1);
});

test("agrees with the engine's own power to fourteen digits", () => {
  fc.assert(
    fc.property(fc.integer({ min: -900, max: 3000 }), fc.integer({ min: 0, max: 240 }), (permille, months) => {
      const expected = (1 + permille / 1000) ** (months / 12);
      expect(Math.abs(compoundGrowth(permille / 1000, months) / expected - 1)).toBeLessThan(1e-13);
    }),
  );
});
