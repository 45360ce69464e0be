import { describe, expect, test } from "vitest";
import { allPassed, checkList } from "../../src/charts/check-list.ts";
import { coverLines } from "../../src/charts/cover-lines.ts";
import { namesFrom } from "../../src/charts/names.ts";
import { roundTicks } from "../../src/charts/panel.ts";
import { priceLines } from "../../src/charts/price-lines.ts";
import { bindingRents } from "../../src/charts/rents.ts";
import { shortageStrips } from "../../src/charts/shortage-strips.ts";
import { shortfallLines } from "../../src/charts/shortfall-lines.ts";
import { timeline } from "../../src/charts/timeline.ts";
import { watchedCommodities } from "../../src/charts/watched-commodities.ts";
import { worthBars } from "../../src/charts/worth-bars.ts";
import { sampleRehearsal } from "../report/sample.ts";

const names = namesFrom();
const sample = sampleRehearsal();

test("strips: one chart per viewpoint country, earliest shortage first, every use once", () => {
  const charts = shortageStrips(sample, names);
  expect(charts.map((c) => c.countryName)).toEqual(["Japan", "United States"]);
  for (const chart of charts) {
    const firsts = chart.rows.map((r) => r.without.firstShortMonth!);
    expect(firsts).toEqual([...firsts].sort());
    expect(chart.rows.length + chart.supplied.length).toBe(15);
  }
  expect(charts[0]!.supplied).toContain("Polishing");
});

test("strips: a year's need is twelve mean months", () => {
  const row = shortageStrips(sample, names)[0]!.rows.find((r) => r.use === "defence")!;
  const use = sample.uses.find((u) => u.country === "JPN" && u.use === "defence")!;
  expect(row.needTonnesPerYear).toBeCloseTo(use.demandTonnes.reduce((a, b) => a + b, 0) / 5);
});

test("shortfall lines: three uses per country, axis from nothing to above the worst", () => {
  const grid = shortfallLines(sample, names);
  expect(grid.panels).toHaveLength(6);
  expect(grid.panels[0]!.title).toBe("Electric vehicles, Japan");
  expect(grid.domain[0]).toBe(0);
  for (const panel of grid.panels)
    for (const line of panel.lines) expect(Math.max(...line.values)).toBeLessThanOrEqual(grid.domain[1]);
});

test("prices: multiples start at one, inside is not drawn twice", () => {
  const grid = priceLines(sample, names);
  const panel = grid.panels[0]!;
  expect(panel.title).toBe("Dysprosium oxide");
  expect(panel.subtitle.replaceAll("\u00a0", " ")).toBe("before: USD 235/kg inside, USD 244/kg outside");
  expect(panel.lines.map((l) => `${l.role}${l.faint ? " faint" : ""}`)).toEqual([
    "inside",
    "outside-first faint",
    "outside-first",
    "outside-second faint",
    "outside-second",
  ]);
  for (const line of panel.lines) expect(line.values[0]).toBeCloseTo(1);
  expect(grid.marks.map((m) => m.label)).toEqual(["controls", "measures"]);
});

test("a viewpoint that is the controlling country itself is drawn once", () => {
  const panel = priceLines({ ...sample, viewpoint: ["CHN"] }, names).panels[0]!;
  expect(panel.lines.map((l) => l.role)).toEqual(["inside"]);
});

test("cover: days, only where stocks exist", () => {
  const empty = { ...sample, markets: sample.markets.map((m) => ({ ...m, coverDays: m.coverDays.map(() => 0) })) };
  expect(coverLines(empty, names).panels).toEqual([]);
  expect(coverLines(sample, names).panels).toHaveLength(6);
});

test("watched commodities come first, the liveliest others fill up", () => {
  const extra = { ...sample.markets.find((m) => m.country === "JPN")!, commodity: "gadolinium-oxide" };
  expect(watchedCommodities({ ...sample, markets: [extra, ...sample.markets] }, 7)).toEqual([
    ...watchedCommodities(sample),
    "gadolinium-oxide",
  ]);
});

describe("timeline", () => {
  test("events, then reliefs, then measures, each by beginning", () => {
    const bars = timeline(sample);
    expect(bars.map((b) => b.group)).toEqual([...Array(3).fill("pressure"), "relief", ...Array(6).fill("measure")]);
    expect(bars[0]).toMatchObject({ id: "april-2025-licences", open: true, to: 1 });
  });
  test("bars outside the run and measures without dates are left out", () => {
    const late = { ...sample.events[0]!, from: "2031-01-01" };
    const measures = sample.measures.map(({ from: _, ...m }) => m);
    expect(timeline({ ...sample, events: [late], measures })).toEqual([]);
  });
});

test("worth: dearest to lose first, the axis holds zero, countries without a figure are NaN", () => {
  const chart = worthBars({ ...sample, viewpoint: ["USA", "DEU"] }, names);
  expect(chart.rows.map((r) => r.worthUsd)).toEqual(chart.rows.map((r) => r.worthUsd).sort((a, b) => b - a));
  expect(chart.domain[0]).toBeLessThan(0);
  expect(chart.rows[0]!.byCountry[1]!.usd).toBeNaN();
  expect(chart.rows.filter((r) => r.isAssumed)).toHaveLength(2);
});

test("rents: capacities only, by the worth of a tenth more over the run", () => {
  const rows = bindingRents(sample, names);
  expect(rows.map((r) => r.tenthMoreUsd)).toEqual(rows.map((r) => r.tenthMoreUsd).sort((a, b) => b - a));
  expect(rows.find((r) => r.id === "ship:dysprosium-oxide:CHN>JPN")).toMatchObject({
    title: "Dysprosium oxide shipped from China to Japan",
    months: 36,
    firstMonth: "2025-05",
    meanUsdPerTonne: 210_000,
    tenthMoreUsd: 36 * 210_000 * 2.4,
  });
  const demand = { ...sample.activities[0]!, id: "use:x@JPN", kind: "use", rentUsdPerTonne: [1e9] };
  expect(bindingRents({ ...sample, activities: [demand] }, names)).toEqual([]);
});

test("checks: a failed one is not called passed", () => {
  expect(checkList(sample).every((c) => c.passed)).toBe(true);
  const broken = { ...sample, checks: { ...sample.checks, maxDualityGapShare: 2e-9 } };
  expect(checkList(broken).filter((c) => !c.passed)).toHaveLength(1);
  expect(allPassed(broken.checks)).toBe(false);
  expect(allPassed({ ...sample.checks, maxMassBalanceShare: Number.NaN })).toBe(false);
});

test("round ticks reach the largest value", () => {
  expect(roundTicks(0.58, 4)).toEqual([0, 0.2, 0.4, 0.6]);
  expect(roundTicks(60, 3)).toEqual([0, 20, 40, 60]);
  expect(roundTicks(0, 3)).toEqual([0, 1]);
});
