import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { renderPlanReport } from "../../../src/report/plan/index.ts";
import { samplePlanReport } from "./sample.ts";

const report = samplePlanReport();
const options = { generatedWith: "monazite test" };
const page = renderPlanReport(report, options);
const { document } = parseHTML(page);
const text = (selector: string) =>
  [...document.querySelectorAll(selector)].map((e) => e.textContent!.replace(/\s+/g, " "));

describe("the report of a plan", () => {
  test("stands on its own, is the same each time, and escapes what plans call things", () => {
    expect(page).not.toMatch(/<script|src=|@import|url\(/);
    expect(renderPlanReport(report, options)).toBe(page);
    expect(page).not.toMatch(/<stage 2>|<2026>/);
    expect(page).toContain("&lt;stage 2&gt;");
  });

  test("every link of the contents has its section with a heading", () => {
    const targets = [...document.querySelectorAll("nav a")].map((a) => a.getAttribute("href")!.slice(1));
    expect(targets).toEqual([
      "frontier",
      "calendar",
      "worth",
      "uses",
      "split",
      "marginal",
      "regret",
      "flips",
      "costs",
      "sure",
      "basis",
    ]);
    for (const id of targets) expect(document.querySelector(`#${id} h2`)?.textContent).not.toBe("");
  });

  test("every table has a caption and heads with a scope, every picture words for it", () => {
    for (const table of document.querySelectorAll("table")) {
      expect(table.querySelector("caption")?.textContent).not.toBe("");
      for (const head of table.querySelectorAll("th")) expect(head.getAttribute("scope")).toMatch(/^(col|row)$/);
    }
    const pictures = [...document.querySelectorAll("svg")].filter((s) => s.getAttribute("aria-hidden") !== "true");
    for (const svg of pictures)
      if (svg.closest("svg") === svg && svg.parentNode?.nodeName !== "svg" && svg.hasAttribute("class"))
        expect(svg.getAttribute("aria-label")).toMatch(/\w/);
  });

  test("draws both curves twice, with a dot a budget and the plan's own budget larger", () => {
    const figures = [...document.querySelectorAll(".frontier figure")];
    expect(figures).toHaveLength(2);
    for (const figure of figures) {
      expect(figure.querySelectorAll("g[aria-label=line] path")).toHaveLength(2);
      const dots = [...figure.querySelectorAll("g[aria-label=dot] circle")];
      expect(dots.filter((d) => d.getAttribute("r") === "3")).toHaveLength(10);
      expect(dots.filter((d) => d.getAttribute("r") === "6")).toHaveLength(2);
    }
    expect(figures[1]!.querySelector("svg")!.getAttribute("aria-label")).toContain(
      "with USD\u00a02.0\u00a0bn USD\u00a029\u00a0bn on average",
    );
  });

  test("the row of the plan's own budget is marked and says what it adds", () => {
    const own = text(".frontier-table tr.own");
    expect(own).toHaveLength(1);
    expect(own[0]).toMatch(
      /^1×USD 2\.0 bn.*Nechalacho <stage 2>1\.91 bn30\.3 bn12\.4 bn31\.0 bn1\.1 %12\.0 bn30\.0 bn$/,
    );
  });

  test("the calendar has a strip for each chosen measure: preparation, growth, full output", () => {
    const strips = [...document.querySelectorAll(".gantt-strip")];
    expect(strips).toHaveLength(4);
    expect(strips.map((s) => s.querySelectorAll(".g-lead,.g-grow,.g-full").length)).toEqual([3, 3, 3, 3]);
    expect(strips.map((s) => s.querySelectorAll("line.g-tick").length)).toEqual([3, 0, 3, 3]); // recycling has no delay
  });

  test("the long table of assumed figures is folded, and no print holds it unless it is open", () => {
    const folded = document.querySelector("#basis details.long")!;
    expect(folded.hasAttribute("open")).toBe(false);
    expect(folded.querySelectorAll("tbody tr")).toHaveLength(report.assumptions.length);
    expect(text("#basis h3").at(-1)).toBe("1\u00a0assumed figure".replace("\u00a0", " "));
    const sheet = document.querySelector("style")!.textContent!;
    expect(sheet).toContain("details.long:not([open]){display:none}");
    expect(sheet).not.toMatch(/@media \(max-width/); // a sheet of paper is as narrow as a phone, but no phone
  });

  test("tiles that round alike say what changes", () => {
    const byPartner = report.nothing.byPartner.map((p) => ({ ...p, expectedLossUsd: 0.993 * p.expectedLossUsd }));
    const point = report.frontier[3]!;
    const frontier = report.frontier.with(3, { ...point, judged: { ...point.judged!, byPartner } });
    const flat = parseHTML(renderPlanReport({ ...report, frontier }, options)).document;
    expect(flat.querySelector(".card tbody tr")!.textContent!.replace(/\s+/g, " ")).toBe(
      "Products not made, on averageUSD 16.4 bnUSD 16.3 bn−0.7 %",
    );
  });

  test("says agreement by agreement what each partner is spared with and without it", () => {
    const rows = [...document.querySelectorAll("#split table")].at(-1)!.querySelectorAll("tbody tr");
    expect([...rows].map((r) => r.textContent!.replace(/\s+/g, " "))).toEqual([
      "US–Japan frameworkUnited States10.0 bn4.60 bn5.40 bn",
      "US–Japan frameworkJapan19.0 bn4.40 bn14.6 bn",
    ]);
  });

  test("where the constraints clash, the page says which", () => {
    const point = {
      ...report.frontier[0]!,
      planning: null,
      judged: null,
      conflict: ["budget of Japan", "target Recycled share"],
    };
    const clash = renderPlanReport({ ...report, frontier: [point, ...report.frontier.slice(1)] }, options);
    expect(clash).toContain("no portfolio keeps: budget of Japan; target Recycled share");
  });

  test("a plan without a split, flips or judged portfolios is a page too", () => {
    const bare = renderPlanReport(
      {
        ...report,
        split: null,
        flips: [],
        byUse: [],
        withAndWithout: [],
        marginal: [],
        costFactors: [],
        frontier: report.frontier.map((p) => ({ ...p, judged: null })),
      },
      options,
    );
    const ids = [...parseHTML(bare).document.querySelectorAll("nav a")].map((a) => a.getAttribute("href"));
    expect(ids).toEqual(["#frontier", "#calendar", "#worth", "#regret", "#sure", "#basis"]);
    expect(bare).not.toMatch(/NaN|undefined|Infinity/);
  });
});
