import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Histogram } from "../../../src/simulation/draws/histogram.ts";
import { Moments } from "../../../src/simulation/draws/moments.ts";
import { quantileOf, upperTailMean } from "../../../src/simulation/draws/order-statistics.ts";
import { streamOf } from "../../../src/simulation/draws/random.ts";

function filled(values: readonly number[], bits = 10): Histogram {
  const histogram = new Histogram(bits);
  for (const value of values) histogram.add(value);
  return histogram;
}

/** R-7 on the sorted values. */
function exact(values: readonly number[], percentile: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (values.length - 1) * percentile;
  const below = sorted[Math.floor(rank)]!;
  return below + (rank - Math.floor(rank)) * (sorted[Math.ceil(rank)]! - below);
}

/** Mean of the n × share largest, the last of them in part. */
function exactTail(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => b - a);
  let left = values.length * share;
  let sum = 0;
  for (const value of sorted) {
    sum += Math.max(0, Math.min(1, left)) * value;
    left -= 1;
  }
  return sum / (values.length * share);
}

const scaled = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 997);

describe("quantiles of bins", () => {
  test("are those of the sorted values to 1/1024 of the value", () => {
    fc.assert(
      fc.property(fc.array(scaled, { minLength: 1, maxLength: 300 }), fc.integer({ min: 0, max: 100 }), (values, p) => {
        const bins = filled(values).bins();
        const wanted = exact(values, p / 100);
        const spread = Math.max(...values.map(Math.abs));
        expect(Math.abs(quantileOf(bins, p / 100)! - wanted)).toBeLessThanOrEqual(spread / 1024 + 1e-9);
      }),
    );
  });

  test("are exact for whole numbers, as for months", () => {
    const stream = streamOf(1, "months");
    const values = Array.from({ length: 5000 }, (_, i) => Math.floor(60 * stream(i)));
    for (const p of [0, 0.05, 0.25, 0.5, 0.95, 1]) expect(quantileOf(filled(values).bins(), p)).toBe(exact(values, p));
    expect(upperTailMean(filled(values).bins(), 0.05)).toBeCloseTo(exactTail(values, 0.05), 10);
  });

  test("do not depend on the order, and 0 and −0 are one", () => {
    const values = [3, -1.5, 0, -0, 7e11, 3.0001, 2e-9];
    const plain = (h: Histogram) => h.bins().map(({ count, low, high }) => [count, low, high]);
    expect(plain(filled(values))).toEqual(plain(filled([...values].reverse())));
    expect(filled([0, -0]).bins()).toHaveLength(1);
  });

  test("draws in which it never happened lie beyond all others", () => {
    const bins = filled([2, 4, 6]).bins();
    expect(quantileOf(bins, 0.5, 3)).toBeNull();
    expect(quantileOf(bins, 0.2, 3)).toBe(4);
    expect(quantileOf([], 0.5, 3)).toBeNull();
  });

  test("a value that is no number is refused", () => {
    expect(() => filled([Number.NaN])).toThrow("got NaN, expected a finite number");
  });
});

test("the mean of the worst 5 % is that of the sorted values to 1/1024", () => {
  const stream = streamOf(2, "tail");
  for (const count of [1, 7, 20, 33, 1000]) {
    const values = Array.from({ length: count }, (_, i) => 1e11 * stream(i) ** 3);
    expect(upperTailMean(filled(values).bins(), 0.05)! / exactTail(values, 0.05)).toBeCloseTo(1, 3);
  }
  expect(upperTailMean(filled([1, 2, 3, 4]).bins(), 0.5)).toBe(3.5);
});

test("moments", () => {
  const moments = new Moments();
  for (const value of [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]) moments.add(value);
  expect(moments.mean).toBe(1e9 + 10);
  expect(moments.standardDeviation).toBeCloseTo(Math.sqrt(30), 12);
});
