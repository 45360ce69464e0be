import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { supplyOf } from "../../src/exposure/availability.ts";
import { activity, press, runOf, ship, use } from "./sample.ts";

const months = ["2027-01", "2027-02"];
// AAA makes 100 and ships 10 to BBB and 50 to CCC; BBB makes 60; DDD is a plant that starts in February.
const run = runOf(
  months,
  [
    press("AAA", 100, [100, 80]),
    press("BBB", 60, [60, 45]),
    press("GGG", 5, [5, 4.5]),
    ship("AAA", "BBB", 10, [10, 2]),
    ship("AAA", "CCC", 50, [50, 40]),
    ship("BBB", "CCC", 20, [20, 30]),
    ship("DDD", "CCC", 0, [0, 4]),
    activity("leak:magnet:AAA>BBB", "leak", "magnet", "AAA", 0, [0, 3], { destination: "BBB" }),
    activity("release:magnet@BBB", "release", "magnet", "BBB", 0, [0, 9], {
      entries: [{ commodity: "magnet", coefficient: 1 }],
    }),
  ],
  [use("BBB", 50, [1, 0.7]), use("GGG", 90, [1, 0.6]), use("HHH", 8, [1, 0.4])],
);
const supply = supplyOf(run, "2027-01");

describe("availability", () => {
  test.each([
    // 2 of 10 t arrive; the leak is nobody's contract
    ["AAA", "BBB", { rule: "route", baselineTonnesPerMonth: 10, ratio: [1, 0.2] }],
    // makes 60 and keeps 60 − 20 = 40; in February 45 − 30 = 15; what the stockpile releases is not made
    ["BBB", "BBB", { rule: "own-production", baselineTonnesPerMonth: 40, ratio: [1, 15 / 40] }],
    // no route from BBB to EEE: all that BBB ships, 30 for 20 t, and nobody hands over more than was ordered
    ["BBB", "EEE", { rule: "exports", baselineTonnesPerMonth: 20, ratio: [1, 1] }],
    // DDD makes and ships nothing in an ordinary month and has no users: what users in BBB receive
    ["DDD", "BBB", { rule: "uses", baselineTonnesPerMonth: 50, ratio: [1, 0.7] }],
    ["FFF", "BBB", { rule: "uses", baselineTonnesPerMonth: 50, ratio: [1, 0.7] }],
    // GGG makes 5 and ships none: it makes 90 % in February, and its users receive 60 %
    ["GGG", "BBB", { rule: "production", baselineTonnesPerMonth: 5, ratio: [1, 0.6] }],
    // HHH only uses it
    ["HHH", "BBB", { rule: "supplier-uses", baselineTonnesPerMonth: 8, ratio: [1, 0.4] }],
    // and where nobody uses it either, there is no answer
    ["FFF", "EEE", null],
  ])("%s to %s", (supplier, country, expected) => {
    expect(supply.availability("magnet", supplier, country)).toEqual(expected);
  });

  test("a second source must ship: DDD, which begins in February, is held against its largest month", () => {
    const found = { rule: "new-exports", baselineTonnesPerMonth: 4, ratio: [0, 1] };
    expect(supply.secondSource("magnet", "DDD", "BBB")).toEqual(found);
    expect(supply.secondSource("magnet", "GGG", "BBB")).toBeNull();
    expect(supply.secondSource("magnet", "AAA", "BBB")).toEqual(supply.availability("magnet", "AAA", "BBB"));
  });

  test("knows who ships or makes, what they have and what the world makes", () => {
    expect(supply.suppliers("magnet")).toEqual(["AAA", "BBB", "DDD", "GGG"]);
    expect(supply.meanTonnesPerMonth("magnet", "AAA", "BBB")).toBe((60 + 42) / 2);
    expect(supply.meanTonnesPerMonth("magnet", "BBB", "BBB")).toBe((40 + 15) / 2);
    expect(supply.worldTonnesPerMonth("magnet")).toBe(165);
    expect(supply.suppliers("oxide")).toEqual([]);
  });
});

describe("properties", () => {
  const series = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 4, maxLength: 4 });
  const served = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 });
  const fourMonths = ["2026-11", "2026-12", "2027-01", "2027-02"];
  const pairs = ["AAA", "BBB", "CCC", "DDD"].flatMap((from) => ["AAA", "BBB", "CCC"].map((to) => [from, to] as const));
  const runs = fc
    .tuple(series, series, series, served)
    .map(([made, shipped, begun, share]) =>
      runOf(
        fourMonths,
        [
          press("AAA", 100, made),
          press("CCC", 10, shipped),
          ship("AAA", "BBB", 50, shipped),
          ship("DDD", "CCC", 0, begun),
        ],
        [use("BBB", 50, share), use("CCC", 50, share)],
      ),
    );

  test("nobody delivers more than was ordered, and everybody all of it until the first event", () => {
    fc.assert(
      fc.property(runs, fc.constantFrom(null, ...fourMonths), (drawn, firstEvent) => {
        const found = supplyOf(drawn, firstEvent);
        for (const [from, to] of pairs)
          found.availability("magnet", from, to)?.ratio.forEach((share, month) => {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
            if (firstEvent === null || fourMonths[month]! < firstEvent) expect(share).toBe(1);
          });
      }),
    );
  });
});
