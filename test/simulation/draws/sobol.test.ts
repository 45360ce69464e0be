import { expect, test } from "vitest";
import { designProblem, percentilesOf } from "../../../src/simulation/draws/design.ts";
import { SOBOL_DIMENSIONS, sobolCoordinate } from "../../../src/simulation/draws/sobol.ts";

const x = Array.from({ length: SOBOL_DIMENSIONS }, (_, d) => sobolCoordinate(d));
const at = (point: number, dimension: number) => x[dimension]!(point) / 2 ** 32;

test("the first points are those that Joe & Kuo print (in natural order, theirs is in Gray code)", () => {
  const gray = (n: number) => n ^ (n >>> 1);
  // columns 1 to 5 of the output of their sobol.cc for 10 points
  const published = [
    [0, 0, 0, 0, 0],
    [0.5, 0.5, 0.5, 0.5, 0.5],
    [0.75, 0.25, 0.25, 0.25, 0.75],
    [0.25, 0.75, 0.75, 0.75, 0.25],
    [0.375, 0.375, 0.625, 0.875, 0.375],
    [0.875, 0.875, 0.125, 0.375, 0.875],
    [0.625, 0.125, 0.875, 0.625, 0.625],
    [0.125, 0.625, 0.375, 0.125, 0.125],
    [0.1875, 0.3125, 0.9375, 0.4375, 0.5625],
    [0.6875, 0.8125, 0.4375, 0.9375, 0.0625],
  ];
  published.forEach((row, n) => {
    expect(row.map((_, d) => at(gray(n), d))).toEqual(row);
  });
});

test("every dimension holds each interval of length 1/1024 once in 1024 points", () => {
  expect(SOBOL_DIMENSIONS).toBeGreaterThanOrEqual(128);
  for (let d = 0; d < SOBOL_DIMENSIONS; d++) {
    const seen = new Set(Array.from({ length: 1024 }, (_, n) => Math.floor(at(n, d) * 1024)));
    expect(seen.size, `dimension ${d}`).toBe(1024);
  }
});

test("the first two dimensions hold every box of area 1/256 once in 256 points, shifted or not", () => {
  const shifted = percentilesOf({ design: "sobol", seed: 5 }, ["a", "b"]);
  for (const point of [(n: number) => [at(n, 0), at(n, 1)], shifted])
    for (let k = 0; k <= 8; k++) {
      const boxes = new Set(
        Array.from({ length: 256 }, (_, n) => {
          const [u, v] = point(n) as [number, number];
          return `${Math.floor(u * 2 ** k)}/${Math.floor(v * 2 ** (8 - k))}`;
        }),
      );
      expect(boxes.size, `${2 ** k} × ${2 ** (8 - k)}`).toBe(256);
    }
});

test("the shift follows seed and name, and no number is 0 or 1", () => {
  const one = percentilesOf({ design: "sobol", seed: 1 }, ["a", "b"]);
  const two = percentilesOf({ design: "sobol", seed: 2 }, ["a", "b"]);
  expect(one(0)).not.toEqual(two(0));
  expect(one(3)).toEqual(percentilesOf({ design: "sobol", seed: 1 }, ["a", "b"])(3));
  for (let n = 0; n < 1000; n++) for (const u of one(n)) expect(u > 0 && u < 1).toBe(true);
});

test("a block of the sensitivity design is A, B, and A with one input after the other from B", () => {
  const at = percentilesOf({ design: "sensitivity", seed: 1 }, ["x", "y", "z"]);
  const [a, b] = [at(10), at(11)];
  expect(at(12)).toEqual([b[0], a[1], a[2]]);
  expect(at(13)).toEqual([a[0], b[1], a[2]]);
  expect(at(14)).toEqual([a[0], a[1], b[2]]);
  expect(new Set([...a, ...b, ...at(15)]).size).toBe(9);
});

test("draws that do not fill the blocks, or too many inputs, are told with what fits", () => {
  expect(designProblem({ design: "sensitivity", draws: 100 }, 20)).toEqual({
    message: "got 100 draws, expected a multiple of 22 (inputs + 2) for design sensitivity",
    remedy: "use 88 or 110",
  });
  expect(designProblem({ design: "sensitivity", draws: 110 }, 20)).toBeUndefined();
  expect(designProblem({ design: "sobol", draws: 100 }, 500)?.message).toMatch(/needs 500 Sobol dimensions/);
});
