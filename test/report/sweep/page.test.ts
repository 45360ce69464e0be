import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
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

test("tables tell money, shortages and what matters", () => {
  const rows = [...document.querySelectorAll("tbody tr")].map((r) => r.textContent!.replace(/\s+/g, " "));
  expect(rows.some((r) => /^Products not made/.test(r))).toBe(true);
  expect(rows.some((r) => /^Electric vehiclesJapan\d\d %neverJan 2027/.test(r))).toBe(true);
  expect(rows.some((r) => /^Stocks\d\d %/.test(r))).toBe(true);
});
