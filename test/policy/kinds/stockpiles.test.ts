import { describe, expect, it } from "vitest";
import { modelNetwork } from "../../../src/chain/network.ts";
import { createClearer } from "../../../src/market/clear.ts";
import type { MonthTerms } from "../../../src/policy/lever.ts";
import { baseView, copyTerms, problemsOf, rehearse } from "../fixture.ts";
import { samples } from "../samples.ts";

const stockpile = samples["public-stockpile"];
const build = "build:stockpile:oxide@BBB";
const release = "release:stockpile:oxide@BBB";

type Shock = (terms: MonthTerms, month: number, index: (id: string) => number) => void;

/** Clears month after month, so that the stockpile's own state counts. */
function play(policies: Record<string, object>, months: number, shock?: Shock) {
  const rehearsal = rehearse(policies, months);
  const { model, levers } = rehearsal;
  const clearer = createClearer(modelNetwork(model));
  return {
    ...rehearsal,
    cleared: Array.from({ length: months }, (_, month) => {
      const terms = copyTerms(model);
      for (const lever of levers) lever.adjust(baseView(model, month), terms);
      shock?.(terms, month, rehearsal.index);
      const { level, priceUsdPerTonne } = clearer.clear(terms, model.basePriceUsdPerTonne);
      for (const lever of levers) lever.carryOver?.(baseView(model, month), level, priceUsdPerTonne, terms);
      const held = levers.flatMap((l) => (l.heldTonnes?.() ?? []).map((h) => h.tonnes));
      return {
        terms,
        level,
        priceUsdPerTonne,
        held,
        paidUsd: levers.reduce((sum, l) => sum + (l.paidUsd?.() ?? 0), 0),
      };
    }),
  };
}

describe("public-stockpile", () => {
  it("starts a second run of the same levers with what it held at the start of the first", () => {
    const { levers, model, index } = rehearse({ stockpile }, 3);
    const run = () =>
      [0, 1, 2].map((month) => {
        const terms = copyTerms(model);
        for (const lever of levers) lever.adjust(baseView(model, month), terms);
        const level = model.baseLevel.slice();
        level[index(release)] = terms.upperBound[index(release)]!;
        for (const l of levers) l.carryOver?.(baseView(model, month), level, model.basePriceUsdPerTonne, terms);
        return levers[0]!.heldTonnes!()[0]!.tonnes;
      });
    expect(run()).toEqual([2, 2, 0]); // sells its 2 t in March, when it begins
    expect(run()).toEqual([2, 2, 0]);
  });

  it("may buy 3 t a month below 1.1 × and sell what it has above 1.5 × the base price", () => {
    const { series } = rehearse({ stockpile }, 3);
    expect(series(build, "lowerBound")).toEqual([0, 0, -3]);
    expect(series(build, "marginalCost")[2]).toBeCloseTo(121, 12);
    // 4 t a month at most, but it holds 2
    expect(series(release, "upperBound")).toEqual([0, 0, 2]);
    expect(series(release, "marginalCost")[2]).toBe(165);
  });

  it("fills up and stops at its target, paying the market price", () => {
    const { cleared, index, marketIndex } = play({ stockpile: { ...stockpile, buildPriceMultiple: 1.4 } }, 6);
    expect(cleared.map((c) => c.held[0])).toEqual([2, 2, 5, 8, 10, 10].map((t) => expect.closeTo(t, 9)));
    const march = cleared[2]!;
    expect(march.level[index(build)]).toBeCloseTo(-3, 9);
    expect(march.paidUsd).toBeCloseTo(3 * march.priceUsdPerTonne[marketIndex("oxide@BBB")]!, 6);
    expect(cleared[5]!.paidUsd).toBeCloseTo(0, 9);
  });

  it("sells into a shortage, earns, and never falls below nothing", () => {
    const { cleared, index } = play({ stockpile: { ...stockpile, from: "2025-01-01" } }, 3, (terms, month, index) => {
      if (month > 0) return;
      // no oxide arrives, nothing is in store: the price multiplies
      for (const id of ["ship:oxide:AAA>BBB", "store:oxide@BBB:0"]) terms.upperBound[index(id)] = 0;
    });
    expect(cleared[0]!.level[index(release)]).toBeCloseTo(2, 9);
    expect(cleared[0]!.held[0]).toBeCloseTo(0, 9);
    expect(cleared[0]!.paidUsd).toBeLessThan(-2 * 165);
    expect(cleared[1]!.terms.upperBound[index(release)]).toBe(0);
  });

  it("releases by date at any price, and counts targets in days of turnover", () => {
    const dated = {
      ...stockpile,
      targetTonnes: undefined,
      targetDays: 365.25 / 12,
      openingTonnes: 9,
      release: { fromDate: "2025-04-16", maxTonnesPerMonth: 4 },
    };
    const { series } = rehearse({ stockpile: dated }, 5);
    // half of April, then 4 t
    expect(series(release, "upperBound")).toEqual([0, 0, 0, 2, 4]);
    // 21 t of turnover a month, of which 9 t are there: buying 3 t a month is the limit
    expect(series(build, "lowerBound")[2]).toBe(-3);
    expect(
      rehearse({ stockpile: { ...dated, buildTonnesPerMonth: 50 } }, 3).series(build, "lowerBound")[2],
    ).toBeCloseTo(-12, 9);
  });

  it("refuses to buy what it sells", () => {
    const churning = { ...stockpile, buildPriceMultiple: 1.6 };
    expect(() => rehearse({ churning })).toThrow("expected more than buildPriceMultiple (1.6)");
  });
});

describe("joint-stockpile", () => {
  const joint = samples["joint-stockpile"];

  it("buys in the holder's market and limits all partners' releases together", () => {
    const { series } = rehearse({ joint }, 3);
    expect(series("build:joint:magnet@BBB", "lowerBound")).toEqual([0, 0, -5]);
    // 6 t held, 4 t a month at most
    expect(series("permit:joint:magnet", "upperBound")).toEqual([0, 0, 4]);
    expect(series("release:joint:magnet@CCC", "upperBound")).toEqual([0, 0, 4]);
    expect(series("release:joint:magnet@CCC", "marginalCost")[2]).toBeCloseTo(78, 12);
  });

  it("sends tonnes to the partner in need", () => {
    const { cleared, index } = play({ joint: { ...joint, from: "2025-01-01" } }, 1, (terms, _month, index) => {
      for (const id of ["ship:magnet:AAA>CCC", "ship:magnet:BBB>CCC"]) terms.upperBound[index(id)] = 0;
    });
    expect(cleared[0]!.level[index("release:joint:magnet@CCC")]).toBeCloseTo(4, 9);
    expect(cleared[0]!.level[index("release:joint:magnet@BBB")]).toBeCloseTo(0, 9);
    expect(cleared[0]!.held[0]).toBeCloseTo(6 - 4 - cleared[0]!.level[index("build:joint:magnet@BBB")]!, 9);
  });

  it("shares by fixed parts when told to", () => {
    const { series } = rehearse({ joint: { ...joint, sharing: { BBB: 0.25, CCC: 0.75 } } }, 3);
    expect(series("release:joint:magnet@BBB", "upperBound")[2]).toBe(1);
    expect(series("release:joint:magnet@CCC", "upperBound")[2]).toBe(3);
  });

  it("points at partners without a market and shares without a partner", () => {
    const [holding] = joint.holdings;
    expect(problemsOf({ joint: { ...joint, holdings: [{ ...holding, commodity: "oxide", holder: "CCC" }] } })).toEqual([
      "joint.holdings.0.holder: CCC has no market for oxide; name a partner that trades it",
    ]);
    expect(problemsOf({ joint: { ...joint, sharing: { AAA: 0.5 } } })).toEqual([
      "joint.sharing: AAA has a share but is no partner",
    ]);
  });
});
