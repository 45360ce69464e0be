import { describe, expect, test } from "vitest";
import { certify } from "../../src/market/certify.ts";
import { createClearer } from "../../src/market/clear.ts";
import { originalName, solverName, toJson, toLp, toMps } from "../../src/market/export.ts";
import { optimal, solve } from "./highs.ts";
import { randomMonth } from "./random-month.ts";
import { small } from "./small.ts";

const { network, terms } = small([
  { name: "mine: Bayan Obo", entries: { "ore, CN": 1 }, cost: 10, slope: 0.5, reference: 4, upper: 80 },
  { name: "use", entries: { "ore, CN": -1 }, cost: -50, slope: 0.25 },
  { name: "store", entries: { "ore, CN": -2 }, cost: 0, slope: 1, lower: -Infinity },
  { name: "owed", entries: { "ore, CN": -1 }, cost: 0, slope: 1, lower: 3, upper: 3 },
  { name: "return", entries: { "ore, CN": 1 }, cost: 0, slope: 1, lower: -Infinity, upper: -1 },
]);

describe("export", () => {
  test("JSON survives the text and multiplies out", () => {
    const json = toJson(network, terms);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    expect(json).toMatchObject({
      markets: ["ore, CN"],
      entries: { market: [0, 0, 0, 0, 0], activity: [0, 1, 2, 3, 4], coefficient: [1, -1, -2, -1, 1] },
      lowerBound: [0, 0, null, 3, null],
      upperBound: [80, null, null, 3, -1],
      // 10 − 0.5·4 and ½·0.5·4²
      linearCost: [8, -50, 0, 0, 0],
      constantUsd: 4,
    });
  });

  test("LP text", () => {
    expect(toLp(network, terms)).toBe(`\\ objective constant, to be added: 4
Minimize
 costUsd:
  + 8 x0_mine_3a__20_Bayan_20_Obo - 50 x1_use
  + 0 x2_store + 0 x3_owed
  + 0 x4_return
  + [
  + 0.5 x0_mine_3a__20_Bayan_20_Obo ^ 2 + 0.25 x1_use ^ 2
  + 1 x2_store ^ 2 + 1 x3_owed ^ 2
  + 1 x4_return ^ 2
  ] / 2
Subject To
 m0_ore_2c__20_CN:
  + 1 x0_mine_3a__20_Bayan_20_Obo - 1 x1_use
  - 2 x2_store - 1 x3_owed
  + 1 x4_return
  = 0
Bounds
 0 <= x0_mine_3a__20_Bayan_20_Obo <= 80
 x1_use >= 0
 x2_store free
 x3_owed = 3
 -inf <= x4_return <= -1
End
`);
  });

  test("MPS text has the constant with its sign turned", () => {
    const text = toMps(network, terms);
    expect(text).toContain(" RHS costUsd -4\n");
    expect(text).toContain(" FR BND x2_store\n FX BND x3_owed 3\n MI BND x4_return\n UP BND x4_return -1\nQUADOBJ\n");
  });

  test("HiGHS reads both and finds the objective", () => {
    const months = [1, 2, 3, 4, 5, 6].map((seed) =>
      randomMonth({ seed, markets: 4 + seed, activities: 8 * seed, decades: 2, anchored: false }),
    );
    for (const month of [{ network, terms }, ...months]) {
      const expected = certify(
        month.network,
        month.terms,
        createClearer(month.network).clear(month.terms),
      ).primalObjectiveUsd;
      const lp = solve({ format: "lp", data: toLp(month.network, month.terms) });
      const mps = solve({ format: "mps", data: new TextEncoder().encode(toMps(month.network, month.terms)) });
      expect([lp.status, mps.status]).toEqual([optimal, optimal]);
      const { constantUsd } = toJson(month.network, month.terms);
      expect(Math.abs(lp.objective + constantUsd - expected)).toBeLessThanOrEqual(1e-7 * Math.abs(expected));
      expect(Math.abs(mps.objective - expected)).toBeLessThanOrEqual(1e-7 * Math.abs(expected));
    }
  });

  test("a market where nothing trades, and a month without activities", () => {
    const idle = small([{ name: "mine", entries: { home: 1 }, cost: 1, slope: 1 }], ["idle"]);
    expect(solve({ format: "lp", data: toLp(idle.network, idle.terms) }).status).toBe(optimal);
    const empty = small([], ["idle"]);
    expect(toLp(empty.network, empty.terms)).toContain("Minimize");
  });

  test.each(["ship Dy: CN→JP", "a_b", "", "3e5", "Nd–Pr 氧化", "😀", "_20_", "x".repeat(200)])(
    "name %j comes back",
    (name) => {
      const written = solverName("x", 7, name);
      expect(written).toMatch(/^[A-Za-z0-9_]{1,255}$/);
      expect(originalName(written)).toEqual({ index: 7, name });
    },
  );

  test("a name too long for the format is left to its index", () => {
    expect(originalName(solverName("m", 3, "→".repeat(100)))).toEqual({ index: 3, name: "" });
  });
});
