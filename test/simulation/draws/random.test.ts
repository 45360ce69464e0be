import { describe, expect, test } from "vitest";
import { philox4x32, type Words4 } from "../../../src/simulation/draws/philox.ts";
import { hash64, streamOf, uniform53 } from "../../../src/simulation/draws/random.ts";

const hex = (words: readonly number[]) => words.map((w) => w.toString(16).padStart(8, "0")).join(" ");

describe("Philox4x32-10", () => {
  // known-answer vectors that Random123 ships (kat_vectors)
  test.each<[Words4, [number, number], string]>([
    [[0, 0, 0, 0], [0, 0], "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
    [[0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], "408f276d 41c83b0e a20bc7c6 6d5451fd"],
    [[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], "d16cfe09 94fdcceb 5001e420 24126ea1"],
  ])("counter %j, key %j", (counter, key, expected) => {
    expect(hex(philox4x32(counter, key))).toBe(expected);
  });
});

describe("streams", () => {
  test("FNV-1a of 64 bits agrees with its published values for bytes", () => {
    expect(hash64("")).toEqual([0x84222325, 0xcbf29ce4]);
    expect(hash64("a")).toEqual([0x8601ec8c, 0xaf63dc4c]);
    expect(hash64("foobar")).toEqual([0xf73967e8, 0x85944171]);
  });

  test("numbers lie strictly between 0 and 1, also at the ends", () => {
    expect(uniform53(0, 0)).toBeGreaterThan(0);
    expect(uniform53(0xffffffff, 0xffffffff)).toBeLessThan(1);
    expect(1 - uniform53(0xffffffff, 0xffffffff)).toBe(uniform53(0, 0));
  });

  test("each depends on seed, name and draw, and on nothing else", () => {
    const first = streamOf(1, "data/stocks");
    const again = streamOf(1, "data/stocks");
    expect([7, 3, 7].map(first)).toEqual([7, 3, 7].map(again));
    const firsts = [first(0), first(1), streamOf(2, "data/stocks")(0), streamOf(1, "data/stock")(0), first(2 ** 32)];
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  test("100,000 draws of two inputs are uniform and uncorrelated", () => {
    const draws = 100_000;
    const x = Float64Array.from({ length: draws }, (_, i) => streamOfX(i));
    const y = Float64Array.from({ length: draws }, (_, i) => streamOfY(i));
    const bins = new Float64Array(100);
    x.forEach((u) => {
      bins[Math.floor(u * 100)]! += 1;
    });
    const chiSquare = bins.reduce((sum, n) => sum + (n - draws / 100) ** 2 / (draws / 100), 0);
    expect(chiSquare).toBeGreaterThan(60); // 99 degrees of freedom: 0.1 % of good generators are outside
    expect(chiSquare).toBeLessThan(149);
    const correlation = (12 * x.reduce((sum, u, i) => sum + (u - 0.5) * (y[i]! - 0.5), 0)) / draws;
    expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(draws));
  });
});

const streamOfX = streamOf(1, "x");
const streamOfY = streamOf(1, "y");
