import { describe, expect, test } from "vitest";
import { percentilesOf } from "../../../src/simulation/draws/design.ts";
import { GivenData } from "../../../src/simulation/draws/given-data.ts";
import { PickFreeze } from "../../../src/simulation/draws/pick-freeze.ts";

/** Ishigami & Homma 1990 with a = 7, b = 0.1; inputs uniform between −π and π. */
function ishigami(u: readonly number[]): number {
  const [x, y, z] = u.map((p) => Math.PI * (2 * p - 1)) as [number, number, number];
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
}
const variance = 7 ** 2 / 8 + (0.1 * Math.PI ** 4) / 5 + (0.1 ** 2 * Math.PI ** 8) / 18 + 0.5;
const ishigamiFirst = [0.5 * (1 + (0.1 * Math.PI ** 4) / 5) ** 2, 7 ** 2 / 8, 0].map((v) => v / variance);
const interaction = ((8 / 225) * 0.1 ** 2 * Math.PI ** 8) / variance;
const ishigamiTotal = [ishigamiFirst[0]! + interaction, ishigamiFirst[1]!, interaction];

/** 4x + 2y + z of uniform inputs: shares 16, 4 and 1 of 21. */
const linear = (u: readonly number[]) => 4 * u[0]! + 2 * u[1]! + u[2]!;
const linearFirst = [16 / 21, 4 / 21, 1 / 21];

const ids = ["x", "y", "z"];

describe("pick-freeze", () => {
  const at = percentilesOf({ design: "sensitivity", seed: 3 }, ids);
  const indices = new PickFreeze(3, 3);
  for (let draw = 0; draw < 4096 * 5; draw++) indices.add([ishigami(at(draw)), linear(at(draw)), 42]);

  test("gives the known indices of the Ishigami function", () => {
    for (let i = 0; i < 3; i++) {
      const first = indices.firstOrder(i, 0);
      const total = indices.total(i, 0);
      expect(Math.abs(first.value! - ishigamiFirst[i]!), `first ${i}`).toBeLessThan(0.02);
      expect(Math.abs(total.value! - ishigamiTotal[i]!), `total ${i}`).toBeLessThan(0.02);
      expect(first.standardError).toBeGreaterThan(0);
      expect(first.standardError).toBeLessThan(0.05);
    }
    expect(ishigamiFirst.map((v) => Number(v.toFixed(4)))).toEqual([0.3139, 0.4424, 0]); // as published
  });

  test("gives the shares of a linear model, first order and total alike", () => {
    for (let i = 0; i < 3; i++) {
      expect(Math.abs(indices.firstOrder(i, 1).value! - linearFirst[i]!)).toBeLessThan(0.01);
      expect(Math.abs(indices.total(i, 1).value! - linearFirst[i]!)).toBeLessThan(0.01);
    }
  });

  test("has no answer for an outcome that never varies", () => {
    expect(indices.firstOrder(0, 2)).toEqual({ value: null, standardError: null });
    expect(indices.total(0, 2)).toEqual({ value: null, standardError: null });
  });
});

describe.each(["random", "sobol"] as const)("from given data, %s", (design) => {
  const draws = 10_000;
  const at = percentilesOf({ design, seed: 3 }, ids);
  const indices = new GivenData(3, 3, draws);
  for (let draw = 0; draw < draws; draw++) {
    const u = at(draw);
    indices.add(u, [ishigami(u), linear(u), draw === 5000 ? Number.NaN : 1]);
  }

  test("first-order indices of the Ishigami function and a linear model", () => {
    expect(indices.classes).toBe(21);
    for (let i = 0; i < 3; i++) {
      const index = indices.firstOrder(i, 0);
      expect(Math.abs(index.value! - ishigamiFirst[i]!), `Ishigami ${i}`).toBeLessThan(0.03);
      expect(Math.abs(indices.firstOrder(i, 1).value! - linearFirst[i]!), `linear ${i}`).toBeLessThan(0.02);
    }
    expect(indices.firstOrder(0, 2)).toEqual({ value: null, standardError: null });
  });

  test("the standard error covers what chance does to a few draws", () => {
    const few = new GivenData(3, 1, 200);
    for (let draw = 0; draw < 200; draw++) few.add(at(draw), [linear(at(draw))]);
    for (let i = 0; i < 3; i++) {
      const { value, standardError } = few.firstOrder(i, 0);
      expect(Math.abs(value! - linearFirst[i]!)).toBeLessThan(4 * standardError! + 0.02);
    }
  });
});
