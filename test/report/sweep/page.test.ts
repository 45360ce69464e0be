import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { renderSweep } from "../../../src/cli/render/sweep.ts";
import { policySchema } from "../../../src/policy/kinds/index.ts";
import { fanGrid } from "../../../src/report/sweep/fan-plot.ts";
import { renderSweepReport } from "../../../src/report/sweep/index.ts";
import { samplePlan, sampleSummary } from "../../simulation/draws/sample-sweep.ts";

const summary = sampleSummary(samplePlan("random", 400));
const page = renderSweepReport(summary, { generatedWith: "monazite test" });
const { document } = parseHTML(page);

test("the page stands on its own and is the same each time", () => {
  expect(page).not.toMatch(/<script|src=|https?:\/\/(?!www\.w3\.org)/);
  expect(renderSweepReport(summary, { generatedWith: "monazite test" })).toBe(page);
});

test("what scenarios and data call things is escaped", () => {
  expect(document.querySelector("h1")?.textContent).toBe("A <test>");
  expect(page).not.toContain("<of>");
});

test("says what was drawn, and what of the scenario lies outside its months", () => {
  const plan = samplePlan("random", 40);
  const ban = {
    kind: "export-ban",
    title: "Once",
    from: "2010-09-21",
    to: "2010-11-24",
    source: "s",
    status: "assumed",
  };
  const events = { old: policySchema.parse({ ...ban, materials: ["dysprosium"], origins: ["CHN"] }) };
  const later = policySchema.parse({
    ...ban,
    from: "2030-01-01",
    to: null,
    materials: ["dysprosium"],
    origins: ["CHN"],
  });
  const pageOf = (withoutMeasures: boolean, measures: object = { later }) => {
    const scenario = { ...plan.scenario, events, measures } as typeof plan.scenario;
    const html = renderSweepReport(sampleSummary({ ...plan, withoutMeasures, scenario }), { generatedWith: "x" });
    return parseHTML(html).document;
  };
  const told = (doc: ReturnType<typeof pageOf>) => doc.querySelector("header .about")!.textContent;
  const warned = (doc: ReturnType<typeof pageOf>) => [...doc.querySelectorAll(".warning")].map((p) => p.textContent);
  expect(told(pageOf(false))).toMatch(/^Every draw is the run with all measures; none is without them/);
  expect(told(pageOf(true))).toMatch(/^Every draw is the run of the events without the measures;/);
  expect(told(pageOf(false, {}))).toMatch(/it has no measures\.$/);
  expect(warned(pageOf(false))).toEqual([
    expect.stringMatching(
      /^Outside the months of the run: old .* ends 2010-11-24, before the scenario begins 2027-01;/,
    ),
    expect.stringMatching(/^Outside the months of the run: later \(2030-01-01\) begins after the run ends in 2027-02;/),
  ]);
  expect(warned(pageOf(true)).length).toBe(1);
  expect(renderSweep(summary)).not.toContain("Outside the months");
});

test("there is a fan for every series, with two bands, a line and words for it", () => {
  const figures = [...document.querySelectorAll("figure.panel")];
  expect(figures.map((f) => f.querySelector("h3")?.textContent)).toEqual([
    "Electric vehicles, Japan",
    "Dysprosium oxide, Japan",
  ]);
  for (const figure of figures) {
    expect(figure.querySelectorAll("g[aria-label=area] path")).toHaveLength(2);
    expect(figure.querySelectorAll("g[aria-label=line] path")).toHaveLength(1);
    expect(figure.querySelector("svg")?.getAttribute("aria-label")).toMatch(/nine of ten draws between/);
  }
});

test("of too few blocks the page says why there are no indices", () => {
  const few = renderSweepReport(sampleSummary(samplePlan("sensitivity", 4)), { generatedWith: "monazite test" });
  expect(few).toContain("Not told: 4 draws are 1 block of 4 (inputs + 2), below 10");
  expect(few).not.toContain("with others</th>");
});

test("a run of two years or less has a tick a month, a longer one a tick a year", () => {
  const months = (count: number) =>
    Array.from({ length: count }, (_, i) => `${2027 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`);
  const panel = (count: number) => {
    const flat = Array.from({ length: count }, () => 1);
    const fan = { id: "a", title: "a", unit: "t", p05: flat, p25: flat, p50: flat, p75: flat, p95: flat, mean: flat };
    const ticks = [{ at: 0, label: "0" }];
    return { title: "a", subtitle: "", fan, domain: [0, 2] as const, ticks, description: "" };
  };
  const labels = (count: number) => {
    const { document } = parseHTML(String(fanGrid([panel(count)], months(count))));
    return [...document.querySelectorAll("[aria-label='x-axis tick label'] text")].map((t) => t.textContent);
  };
  expect(labels(6)).toEqual(["2027", "Feb", "Mar", "Apr", "May", "Jun"]);
  expect(labels(36)).toEqual(["2027", "2028", "2029"]);
});

test("tables tell money, shortages and what matters", () => {
  const rows = [...document.querySelectorAll("tbody tr")].map((r) => r.textContent!.replace(/\s+/g, " "));
  expect(rows.some((r) => /^Products not made/.test(r))).toBe(true);
  expect(rows.some((r) => /^Electric vehiclesJapan\d\d %neverJan 2027/.test(r))).toBe(true);
  expect(rows.some((r) => /^Stocks\d\d %/.test(r))).toBe(true);
});
