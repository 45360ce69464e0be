import { describe, expect, it } from "vitest";
import { valueShareAt } from "../../../src/policy/rush.ts";
import { baseView, copyTerms, problemsOf, rehearse, smallModel } from "../fixture.ts";

const ban = { kind: "export-ban", materials: ["oxide"], origins: ["AAA"] };
const quota = { kind: "quota", materials: ["oxide"], origins: ["AAA"] };
const free = Number.POSITIVE_INFINITY;

/** Plays months in which the route carries so many tonnes and every quota passes so many: what the ban lets through. */
function rehearsed(policies: Record<string, object>, start: string, months: number) {
  const { model, levers, index } = rehearse(policies, months, start);
  const ship = index("ship:oxide:AAA>BBB");
  const leak = model.activities.findIndex((a) => a.kind === "leak");
  const levelOf = (tonnes: number, passed: number) =>
    model.baseLevel.map((tonnesBefore, a) =>
      a === ship ? tonnes : model.activities[a]!.kind === "permit" ? passed : tonnesBefore,
    );
  let last = model.baseLevel;
  const run = (tonnes: readonly number[], passed: number) =>
    tonnes.map((carried, month) => {
      const view = { ...baseView(model, month), lastLevel: month === 0 ? model.baseLevel : last };
      const terms = copyTerms(model);
      for (const lever of levers) lever.adjust(view, terms);
      last = levelOf(carried, passed);
      for (const lever of levers) lever.carryOver?.(view, last, model.basePriceUsdPerTonne, terms);
      return { cap: terms.upperBound[ship]!, leak: terms.upperBound[leak]! };
    });
  return { run, model, levers };
}

const played = (policies: Record<string, object>, start: string, tonnes: readonly number[], passed: number) => () =>
  rehearsed(policies, start, tonnes.length).run(tonnes, passed);

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

  it("leaves the open days their share of what a quota left of the flow, as long as it admits as much", () => {
    // 20 of 30 days of September and 6 of 30 of November are open; the quota lets 8 of the 20 t pass from August on
    const policies = {
      ban: { ...ban, from: "2010-09-21", to: "2010-11-24", leakage: { share: 0.1, premiumShare: 0, via: "CCC" } },
      quota: { ...quota, from: "2010-08-01", quotaTonnesPerYear: 96 },
    };
    const months = played(policies, "2010-08", [6.6, 4.4, 0, 1.32, 6.6], 8);
    const open = [free, (6.6 * 20) / 30, 0, (6.6 * 6) / 30, free];
    expect(months().map(({ cap }) => cap)).toEqual(open.map((t) => (t === free ? free : expect.closeTo(t, 12))));
    // the way around takes a tenth of what the ban blocks, so that no more leaves than without it
    const leaks = [0, 0.66 * (10 / 30), 0.66, 0.66 * (24 / 30), 0];
    expect(months().map(({ leak }) => leak)).toEqual(leaks.map((t) => expect.closeTo(t, 12)));
  });

  it("starts a second run of the same levers without the memory of the first", () => {
    const { run } = rehearsed(
      { ban: { ...ban, from: "2010-09-16" }, quota: { ...quota, quotaTonnesPerYear: 96, from: "2010-01-01" } },
      "2010-08",
      2,
    );
    // 8 t are used up in August of one run, not of the other: half of 6.6 t, half of the base flow
    expect(run([6.6, 3.3], 8)[1]!.cap).toBeCloseTo(3.3, 12);
    expect(run([6.6, 10], 5)[1]!.cap).toBeCloseTo(10, 12);
  });

  it("forgets what a quota of last year left once another is in force", () => {
    const policies = {
      ban: { ...ban, from: "2011-01-16" },
      old: { ...quota, from: "2010-01-01", to: "2010-12-31", quotaTonnesPerYear: 12 },
      renewed: { ...quota, from: "2011-01-01", quotaTonnesPerYear: 120 },
    };
    // the old quota of 1 t a month is used up in December: 0; 15 of 31 days of January are open
    expect(played(policies, "2010-12", [0, 5], 1)()[1]!.cap).toBeCloseTo((20 * 15) / 31, 12);
  });

  it("does not count a cause that has ended: a ban or a closure of the month before", () => {
    const second = { ...ban, from: "2025-04-29", to: "2025-06-10" };
    const first = { ...ban, from: "2025-03-01", to: "2025-03-31" };
    const closure = { kind: "route-closure", between: ["AAA"], lossShare: 1, from: "2025-03-01", to: "2025-03-31" };
    // 28 of 30 days of April and 20 of 30 of June are open
    for (const before of [first, closure]) {
      const caps = played({ before, second }, "2025-03", [0, 18, 0, 13], 0)().map(({ cap }) => cap);
      expect(caps).toEqual([0, expect.closeTo((20 * 28) / 30, 12), 0, expect.closeTo((20 * 20) / 30, 12)]);
    }
  });

  it("leaves the one day between two bans, and counts days that both stop once", () => {
    const two = (from: string) =>
      played({ a: { ...ban, to: "2025-04-09" }, b: { ...ban, from } }, "2025-03", [0, 0], 0)()[1]!.cap;
    expect(two("2025-04-11")).toBeCloseTo(20 / 30, 12);
    expect(two("2025-04-10")).toBeCloseTo(0, 12);
    expect(two("2025-04-05")).toBeCloseTo(0, 12);
    const same = { ...ban, from: "2025-04-16" };
    expect(played({ a: same, b: same }, "2025-03", [20, 10], 0)()[1]!.cap).toBeCloseTo(10, 12);
  });

  it("takes the open days of what a licence of this month admits", () => {
    const licence = {
      ...ban,
      kind: "licence",
      processingWorkingDays: 0,
      approvals: [{ from: "2025-01-01", approvalShare: 0.3 }],
    };
    const policies = { ban: { ...ban, from: "2025-04-16" }, licence: { ...licence, from: "2025-01-01" } };
    // 15 of 30 days of 6 t
    expect(played(policies, "2025-03", [6, 3], 0)()[1]!.cap).toBeCloseTo(3, 2);
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
