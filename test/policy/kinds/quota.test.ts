import { describe, expect, it } from "vitest";
import { modelNetwork } from "../../../src/chain/network.ts";
import { createClearer } from "../../../src/market/clear.ts";
import { rehearse } from "../fixture.ts";

const quota = { kind: "quota", materials: ["magnet"], origins: ["AAA"], quotaTonnesPerYear: 360 };
const free = Number.POSITIVE_INFINITY;

describe("quota", () => {
  it("supplies a twelfth of the year, and the ordinary flow on other days", () => {
    const { series } = rehearse({ quota: { ...quota, to: "2025-04-15" } });
    // 30 t a month; in April half of 30 and half of the ordinary 10 + 50
    expect(series("permit:quota", "upperBound")).toEqual([free, free, 30, 45, free, free]);
    expect(series("permit:quota", "referenceLevel")[0]).toBe(60);
  });

  it("takes a multiple of the base flow instead", () => {
    const { series } = rehearse({ quota: { ...quota, quotaTonnesPerYear: undefined, quotaShareOfBase: 0.25 } }, 3);
    expect(series("permit:quota", "upperBound")[2]).toBe(15);
  });

  it("shares the quota out by price, and the permit's price is the rent", () => {
    const { model, termsOf, index } = rehearse({ quota }, 3);
    const { level, priceUsdPerTonne } = createClearer(modelNetwork(model)).clear(
      termsOf(2),
      model.basePriceUsdPerTonne,
    );
    const [toB, toC] = [index("ship:magnet:AAA>BBB"), index("ship:magnet:AAA>CCC")];
    expect(level[toB]! + level[toC]!).toBeCloseTo(30, 9);
    // marginal cost of a shipment = price gap less the permit
    const price = (id: string) => priceUsdPerTonne[model.markets.findIndex((m) => m.id === id)]!;
    const rent = price("permit:quota@");
    expect(rent).toBeGreaterThan(1);
    expect(price("magnet@CCC") - price("magnet@AAA") - rent).toBeCloseTo(10 + (level[toC]! - 50), 8);
  });
});
