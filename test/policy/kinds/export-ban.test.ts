import { describe, expect, it } from "vitest";
import { valueShareAt } from "../../../src/policy/rush.ts";
import { problemsOf, rehearse, smallModel } from "../fixture.ts";

const ban = { kind: "export-ban", materials: ["oxide"], origins: ["AAA"] };
const free = Number.POSITIVE_INFINITY;

describe("export-ban", () => {
  it("leaves the days outside the ban their share of 20 t", () => {
    const { series } = rehearse({ ban: { ...ban, from: "2025-03-16", to: "2025-04-10" } });
    // 15 of 31 days of March and 20 of 30 days of April are free
    expect(series("ship:oxide:AAA>BBB", "upperBound")).toEqual([
      free,
      free,
      (15 / 31) * 20,
      20 * (1 - 10 / 30),
      free,
      free,
    ]);
  });

  it("leaves the open days their share of what a quota left of the flow, not of what there was before it", () => {
    // 20 of 30 days of September and 6 of 30 of November are open; the quota lets a third of the 20 t pass from August on
    const { termsOf, index, model } = rehearse({ ban: { ...ban, from: "2010-09-21", to: "2010-11-24" } }, 5, "2010-08");
    const ship = index("ship:oxide:AAA>BBB");
    const cap = (month: number, lastTonnes: number) => {
      const lastLevel = model.baseLevel.slice();
      lastLevel[ship] = lastTonnes;
      return termsOf(month, { lastLevel }).upperBound[ship];
    };
    expect([cap(0, 20), cap(1, 6.6), cap(2, 4.4), cap(3, 0), cap(4, 1.32)]).toEqual([
      ...[free, expect.closeTo((6.6 * 20) / 30, 12), 0, expect.closeTo((6.6 * 6) / 30, 12), free],
    ]);
  });

  it("lets no more pass for a flow that had grown, and counts from the flow before each stop", () => {
    const first = { ...ban, from: "2010-09-21", to: "2010-12-10" };
    const pause = { kind: "suspension", of: "ban", from: "2010-10-01", to: "2010-11-30" };
    const { termsOf, index, model } = rehearse({ ban: first, pause }, 5, "2010-08");
    const ship = index("ship:oxide:AAA>BBB");
    const cap = (month: number, lastTonnes: number) => {
      const lastLevel = model.baseLevel.slice();
      lastLevel[ship] = lastTonnes;
      return termsOf(month, { lastLevel }).upperBound[ship];
    };
    expect([cap(0, 20), cap(1, 30), cap(2, 20), cap(3, 9), cap(4, 12)]).toEqual([
      ...[free, expect.closeTo((20 * 20) / 30, 12), free, free, expect.closeTo((12 * 21) / 31, 12)],
    ]);
  });

  it("touches neither other materials nor other origins", () => {
    const { series } = rehearse({ ban }, 3);
    expect(series("ship:magnet:AAA>BBB", "upperBound")).toEqual([free, free, free]);
  });

  it("opens leaks for a share of what is blocked, at a premium", () => {
    const leakage = { share: 0.1, premiumShare: 0.5, via: "CCC" };
    const { series, model } = rehearse({ ban: { ...ban, from: "2025-03-16", leakage } }, 4);
    // 0.1 × 20 t × 16/31, then 0.1 × 20 t
    expect(series("leak:ban:oxide:AAA>BBB", "upperBound")).toEqual([0, 0, expect.closeTo((2 * 16) / 31, 12), 2]);
    // freight 110 − 100, and half of 110 on top
    expect(series("leak:ban:oxide:AAA>BBB", "marginalCost")[2]).toBe(10 + 55);
    expect(model.activities.some((a) => a.kind === "leak" && a.destination === "CCC")).toBe(false);
  });

  it("makes buyers stock up from the announcement to the start", () => {
    const { series } = rehearse({ ban: { ...ban, announced: "2025-02-15", rush: { coverFactor: 2 } } }, 3);
    // At 42 t a tonne is worth 110. Wanting twice the cover, it is valued as at 21 t: twice that. Half of February.
    expect(series("store:oxide@BBB:0", "marginalCost")).toEqual([110, 165, 110]);
    expect(series("store:oxide@BBB:1", "marginalCost")).toEqual([110, 165, 110]);
  });

  it("needs a day of announcement and a stock to rush with", () => {
    expect(problemsOf({ ban: { ...ban, rush: { coverFactor: 2 } } })).toEqual([
      "ban.rush: a rush needs the day it began; give `announced`",
    ]);
    const magnets = { ...ban, materials: ["magnet"], announced: "2025-02-01", rush: { coverFactor: 2 } };
    expect(problemsOf({ magnets })).toEqual([
      "magnets.rush: no buyer in the destinations keeps a stock of these commodities",
    ]);
  });

  it("reads the cover curve by straight lines", () => {
    const stock = smallModel().stocks[0]!;
    expect([0, 0.5, 1, 1.5, 3].map((at) => valueShareAt(stock, at))).toEqual([3, 2, 1, 0.9, 0.8]);
  });
});
