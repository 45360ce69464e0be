import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Distribution, distributionSchema, quantile } from "../../../src/simulation/draws/distribution.ts";
import { exp, log } from "../../../src/simulation/draws/elementary.ts";
import { normalCdf, normalQuantile } from "../../../src/simulation/draws/normal.ts";

const close = (got: number, wanted: number, share = 1e-13) =>
  expect(Math.abs(got - wanted)).toBeLessThanOrEqual(share * Math.max(Math.abs(wanted), 1e-300));

describe("arithmetic versions", () => {
  test("exp and log agree with Math to 1e-13", () => {
    fc.assert(
      fc.property(fc.integer({ min: -7_000_000, max: 7_000_000 }), (n) => {
        const x = n / 10_000;
        close(exp(x), Math.exp(x));
        close(log(Math.exp(x)), x === 0 ? 0 : Math.log(Math.exp(x)));
        close(log(1 + n / 1e8), Math.log(1 + n / 1e8), 1e-13);
      }),
      { numRuns: 2000 },
    );
    expect([exp(0), exp(-800), exp(800), log(1), log(0), log(-1)]).toEqual([1, 0, Infinity, 0, -Infinity, NaN]);
    close(log(5e-324), Math.log(5e-324));
  });

  test("the normal distribution function and its inverse agree with known values", () => {
    // computed to 30 digits, rounded
    for (const [z, share] of [
      [-6, 9.86587645037698e-10],
      [-3, 1.3498980316300946e-3],
      [-1, 0.15865525393145705],
      [0.5, 0.6914624612740131],
      [1.96, 0.9750021048517795],
      [4, 0.9999683287581669],
    ] as const) {
      expect(Math.abs(normalCdf(z) - share)).toBeLessThan(2e-15);
      close(normalQuantile(share), z, 1e-9);
    }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (n) => {
        expect(Math.abs(normalCdf(normalQuantile(n / 1e6)) - n / 1e6)).toBeLessThan(1e-14);
      }),
    );
  });
});

const kinds: Record<string, Distribution> = {
  triangular: { kind: "triangular", low: 1, mode: 2, high: 5 },
  uniform: { kind: "uniform", low: -3, high: 4 },
  normal: { kind: "normal", mean: 10, sd: 4, low: 5, high: 20 },
  lognormal: { kind: "lognormal", median: 2, spread: 1.5, low: 0.5, high: 9 },
  choice: {
    kind: "choice",
    values: [
      { value: 1, weight: 3 },
      { value: 6, weight: 1 },
    ],
  },
};

describe.each(Object.entries(kinds))("%s", (_, distribution) => {
  test("rises with the percentile, from its lowest to its highest value", () => {
    const values = Array.from({ length: 1001 }, (__, i) => quantile(distribution, i / 1000));
    values.forEach((value, i) => {
      if (i > 0) expect(value).toBeGreaterThanOrEqual(values[i - 1]!);
    });
    const [low, high] = distribution.kind === "choice" ? [1, 6] : [distribution.low, distribution.high];
    close(values[0]!, low!, 1e-12);
    close(values.at(-1)!, high!, 1e-12);
  });

  test("is what its schema takes", () => {
    expect(distributionSchema.parse(distribution)).toEqual(distribution);
  });
});

test("middles", () => {
  expect(quantile({ kind: "uniform", low: 2, high: 4 }, 0.25)).toBe(2.5);
  close(quantile({ kind: "normal", mean: 10, sd: 4, low: -20, high: 40 }, 0.5), 10, 1e-12);
  close(
    quantile({ kind: "lognormal", median: 2, spread: 1.5, low: 2 / 1.5 ** 7, high: 2 * 1.5 ** 7 }, normalCdf(1)),
    3,
    1e-9,
  );
  expect([0.1, 0.7499, 0.7501].map((p) => quantile(kinds.choice!, p))).toEqual([1, 1, 6]);
});

test.each([
  [{ kind: "triangular", low: 1, mode: 0, high: 2 }, /expected low ≤ mode ≤ high/],
  [{ kind: "uniform", low: 2, high: 2 }, /expected low < high/],
  [{ kind: "normal", mean: 100, sd: 1, low: 0, high: 1 }, /within 6 standard deviations/],
  [{ kind: "lognormal", median: 9, spread: 2, low: 1, high: 4 }, /expected low ≤ median ≤ high/],
  [{ kind: "lognormal", median: 2, spread: 1, low: 1, high: 4 }, />1/],
  [
    {
      kind: "choice",
      values: [
        { value: 2, weight: 1 },
        { value: 1, weight: 1 },
      ],
    },
    /do not rise/,
  ],
  [{ kind: "beta" }, /Invalid/],
])("%j is refused", (distribution, message) => {
  expect(distributionSchema.safeParse(distribution).error?.issues[0]?.message).toMatch(message);
});
