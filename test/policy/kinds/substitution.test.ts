import { describe, expect, it } from "vitest";
import { modelNetwork } from "../../../src/chain/network.ts";
import { createClearer } from "../../../src/market/clear.ts";
import { problemsOf, rehearse } from "../fixture.ts";
import { samples } from "../samples.ts";

describe("substitution", () => {
  const lean = {
    kind: "substitution",
    variant: "less-dysprosium",
    countries: ["BBB"],
    materials: ["dysprosium"],
    reductionShare: 0.5,
    maxShare: 0.4,
    premiumShare: 0.1,
    rampMonths: 2,
  };

  it("presses with half the oxide, dearer, for up to 0.4 of capacity", () => {
    const { model, series, index } = rehearse({ lean }, 5);
    const id = "substitute:lean:press-magnet@BBB";
    // 0.4 × 80 t: a quarter, three quarters, all
    expect(series(id, "upperBound")).toEqual([0, 0, 8, 24, 32]);
    // margin 22 and a tenth of 55
    expect(series(id, "marginalCost")[2]).toBeCloseTo(27.5, 12);
    const oxide = model.activities[index(id)]!.entries.find((e) => e.coefficient < 0)!;
    expect(oxide.coefficient).toBeCloseTo(-0.15, 12);
  });

  it("replaces magnets in a fifth of what an application needs, growing demand included", () => {
    const growth = { kind: "demand-change", uses: ["motor"], stepShare: 0.5, from: "2025-04-01" };
    const { series } = rehearse({ ferrite: samples.substitution, growth }, 4);
    // 0.2 × 70 t, then half as much again
    expect(series("substitute:ferrite:magnet@CCC", "upperBound")).toEqual(
      [0, 0, 14, 21].map((x) => expect.closeTo(x, 12)),
    );
    expect(series("substitute:ferrite:magnet@CCC", "marginalCost")[2]).toBeCloseTo(66, 12);
  });

  it("is used once magnets are dear enough", () => {
    const ban = { kind: "export-ban", materials: ["magnets"], origins: ["AAA"] };
    const { model, termsOf, index } = rehearse({ ferrite: samples.substitution, ban }, 3);
    const { level } = createClearer(modelNetwork(model)).clear(termsOf(2), model.basePriceUsdPerTonne);
    expect(level[index("substitute:ferrite:magnet@CCC")]).toBeCloseTo(14, 9);
  });

  it("runs a recipe of one's own", () => {
    const custom = {
      kind: "substitution",
      variant: "custom",
      countries: ["BBB"],
      recipe: "bonded-magnet",
      capacityTonnesPerYear: 120,
      premiumShare: 0.2,
    };
    const { series } = rehearse({ custom }, 3);
    expect(series("substitute:custom:bonded-magnet@BBB", "upperBound")).toEqual([0, 0, 10]);
    // 1.2 × 55 less 0.1 × 110
    expect(series("substitute:custom:bonded-magnet@BBB", "marginalCost")[0]).toBeCloseTo(55, 12);
  });

  it("asks for what its variant needs and for something to replace", () => {
    expect(() => rehearse({ lean: { ...lean, reductionShare: undefined } })).toThrow(
      "variant less-dysprosium needs it",
    );
    expect(problemsOf({ ferrite: { ...samples.substitution, materials: ["ore"] } })).toEqual([
      "ferrite.materials: nothing in these countries could switch; check materials, uses and countries",
    ]);
  });
});
