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
    ship("AAA", "BBB", 10, [10, 2]),
    ship("AAA", "CCC", 50, [50, 40]),
    ship("BBB", "CCC", 20, [20, 30]),
    ship("DDD", "CCC", 0, [0, 4]),
    activity("leak:magnet:AAA>BBB", "leak", "magnet", "AAA", 0, [0, 3], { destination: "BBB" }),
    activity("release:magnet@BBB", "release", "magnet", "BBB", 0, [0, 9], {
      entries: [{ commodity: "magnet", coefficient: 1 }],
    }),
  ],
  [use("BBB", 50, [1, 0.7])],
);
const supply = supplyOf(run);

describe("availability", () => {
  test.each([
    // 2 of 10 t arrive; the leak is nobody's contract
    ["AAA", "BBB", { rule: "route", baselineTonnesPerMonth: 10, ratio: [1, 0.2] }],
    // makes 60 and keeps 60 − 20 = 40; in February 45 − 30 = 15; what the stockpile releases is not made
    ["BBB", "BBB", { rule: "own-production", baselineTonnesPerMonth: 40, ratio: [1, 15 / 40] }],
    // no route from BBB to EEE: all that BBB ships, 30 for 20 t
    ["BBB", "EEE", { rule: "exports", baselineTonnesPerMonth: 20, ratio: [1, 1.5] }],
    // DDD ships nothing in an ordinary month: against its largest month
    ["DDD", "BBB", { rule: "new-exports", baselineTonnesPerMonth: 4, ratio: [0, 1] }],
    // FFF ships nothing at all: what users in BBB receive
    ["FFF", "BBB", { rule: "uses", baselineTonnesPerMonth: 50, ratio: [1, 0.7] }],
    // and where nobody uses it either, there is no answer
    ["FFF", "EEE", null],
  ])("%s to %s", (supplier, country, expected) => {
    expect(supply.availability("magnet", supplier, country)).toEqual(expected);
  });

  test("knows who ships or makes, what they have and what the world makes", () => {
    expect(supply.suppliers("magnet")).toEqual(["AAA", "BBB", "DDD"]);
    expect(supply.meanTonnesPerMonth("magnet", "AAA", "BBB")).toBe((60 + 42) / 2);
    expect(supply.meanTonnesPerMonth("magnet", "BBB", "BBB")).toBe((40 + 15) / 2);
    expect(supply.worldTonnesPerMonth("magnet")).toBe(160);
    expect(supply.suppliers("oxide")).toEqual([]);
  });
});
