import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepOnly, within } from "../../src/planning/coalition.ts";
import { candidateOf, smallPlan } from "./small-plan.ts";

const plant = {
  kind: "facility",
  country: "CCC",
  recipe: "press-magnet",
  capacityTonnesPerYear: 240,
  breakEvenPriceFactor: 0.9,
};
const of = (id: string, costs: [string, number][], more = {}) => candidateOf(id, plant, costs, more);
const scalable = { sizing: "scalable" } as const;
const candidates = [
  of("mine", [["b", 1]]),
  of("metal", [["c", 2]], scalable),
  of("magnets", [["c", 3]], scalable),
  of("joint", [["b", 1], ["c", 1]]),
  of("free", [["b", 0]], { parties: ["c"] }),
]; // biome-ignore format: a table
const plan = smallPlan({}, candidates, {
  requires: [
    { candidate: "metal", needs: ["mine"] },
    { candidate: "magnets", needs: ["metal"] },
    { candidate: "joint", needs: ["mine", "metal"], any: true },
  ],
});
const x = [1, 0.6, 0.5, 1, 1];
const ids = (wanted: readonly string[]) => candidates.filter(within(new Set(wanted))).map((c) => c.id);

describe("within", () => {
  test("wants every party and everyone who pays something", () => {
    expect(ids([])).toEqual([]);
    expect(ids(["b"])).toEqual(["mine"]);
    expect(ids(["c"])).toEqual(["metal", "magnets", "free"]);
    expect(ids(["b", "c"])).toEqual(candidates.map((c) => c.id));
  });
});

describe("keepOnly", () => {
  test("leaves out what needs something left out, and what needs that", () => {
    expect(keepOnly(plan, x, within(new Set(["c"])))).toEqual([0, 0, 0, 0, 1]);
    expect(keepOnly(plan, x, within(new Set(["b"])))).toEqual([1, 0, 0, 0, 0]);
  });

  test("any of several needs is enough", () => {
    expect(keepOnly(plan, x, (c) => c.id !== "metal")).toEqual([1, 0, 0, 1, 1]);
  });

  test("of a scalable need, as much as there is", () => {
    const half = { ...plan, requires: [{ candidate: "magnets", needs: ["metal", "mine"], any: true }] };
    expect(keepOnly(half, [1, 0.3, 1, 0, 0], (c) => c.id !== "mine")).toEqual([0, 0.3, 0.3, 0, 0]);
  });

  test("never grows anything, and keeps the whole as it is", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (done) => {
        const left = keepOnly(plan, x, (c) => done[candidates.indexOf(c)]!);
        left.forEach((scale, k) => {
          expect(scale).toBeLessThanOrEqual(done[k] ? x[k]! : 0);
        });
        if (done.every(Boolean)) expect(left).toEqual(x);
      }),
    );
  });
});
