import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { renderReport } from "../../src/report/index.ts";
import type { Rehearsal } from "../../src/simulation/result.ts";
import { sampleRehearsal } from "./sample.ts";

const OPTIONS = { generatedWith: "monazite 0.1.0", datasetVersion: "2026-10" };
const report = renderReport(sampleRehearsal(), OPTIONS);
const { document } = parseHTML(report);

describe("the report stands on its own", () => {
  test("same input, same bytes", () => {
    expect(renderReport(sampleRehearsal(), OPTIONS)).toBe(report);
  });

  test("asks nothing of a network and runs nothing", () => {
    expect(document.querySelectorAll("script, link, img, iframe, object, embed, image, use").length).toBe(0);
    expect(report).not.toMatch(/@import|url\(|\ssrc=|\son[a-z]+=/i);
  });

  test("warns of what lies outside the months before it says anything else", () => {
    const old = { id: "old", title: "Once", because: "ends before", date: "2010-11-24", month: "2025-01" } as const;
    const warned = renderReport({ ...sampleRehearsal(), withoutEffect: [old] }, OPTIONS);
    const found = parseHTML(warned).document;
    expect(found.querySelector(".answer > :first-child")!.textContent).toContain(
      "old (“Once”) ends 2010-11-24, before",
    );
    expect(document.querySelector(".warning")).toBeNull();
  });

  test("stays small", () => {
    expect(report.length).toBeLessThan(600_000);
  });
});

describe("the report can be read without seeing it", () => {
  test("has one h1, and every section a heading it is named by", () => {
    expect(document.querySelectorAll("h1").length).toBe(1);
    for (const section of document.querySelectorAll("main > section[id]"))
      expect(section.querySelector(`#${section.getAttribute("aria-labelledby")}`)?.textContent).toBeTruthy();
  });

  test("the two prices stand beside what trades at the dearer one", () => {
    const cells = [...document.querySelectorAll("#two-prices tbody tr *")].map((e) =>
      e.textContent?.replaceAll("\u00a0", " "),
    );
    expect(cells).toEqual(
      expect.arrayContaining(["Dysprosium oxide", "USD 200/kg", "USD 210/kg", "USD 855/kg", "10 t, 10 %"]),
    );
  });

  test("every picture is either described or hidden", () => {
    for (const svg of document.querySelectorAll("svg"))
      expect(svg.getAttribute("aria-hidden") === "true" || Boolean(svg.getAttribute("aria-label"))).toBe(true);
  });

  test("every table has a caption, every id is unique", () => {
    for (const table of document.querySelectorAll("table"))
      expect(table.querySelector("caption")?.textContent).toBeTruthy();
    const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("the contents lead to the sections", () => {
    const targets = [...document.querySelectorAll("nav a")].map((a) => a.getAttribute("href")!.slice(1));
    expect(targets).toEqual([
      "shortages",
      "worst-uses",
      "prices",
      "two-prices",
      "timeline",
      "worth",
      "cover",
      "chain",
      "rents",
      "assumptions",
      "checks",
    ]);
    for (const id of targets) expect(document.getElementById(id)).not.toBeNull();
  });

  test("assumed measures are marked", () => {
    expect(document.querySelectorAll("#worth .assumed").length).toBe(2);
  });
});

test("hostile text stays text", () => {
  const evil = `</style></title><script>alert(1)</script><img src=x onerror="alert(2)">'"&\u0000\u001b[31m`;
  const sample = sampleRehearsal();
  const hostile: Rehearsal = {
    ...sample,
    scenario: evil,
    title: evil,
    description: evil,
    viewpoint: ["JPN", "LUX"],
    events: sample.events.map((e) => ({
      ...e,
      title: evil,
      source: `javascript:alert(3)//${evil}`,
      kind: evil,
      status: evil,
    })),
    measures: sample.measures.map((m) => ({
      ...m,
      title: evil,
      source: `https://example.org/"><script>`,
      status: evil,
    })),
    assumptions: [{ figure: evil, value: evil, note: evil }],
  };
  const names = {
    countries: { JPN: evil, CHN: evil },
    commodities: { "dysprosium-oxide": evil },
    uses: { defence: evil },
  };
  const text = renderReport(hostile, { generatedWith: evil, datasetVersion: evil, names });
  expect(text).not.toMatch(/<script|<img|(?!\n)\p{Cc}/u);
  const page = parseHTML(text).document;
  expect(page.querySelector("h1")!.textContent).toContain("<script>alert(1)</script>");
  for (const a of page.querySelectorAll("a")) expect(a.getAttribute("href")).toMatch(/^(https?:|#)/);
});

describe("less than a full rehearsal", () => {
  const sample = sampleRehearsal();

  test("without measures there is nothing to compare", () => {
    const page = parseHTML(renderReport({ ...sample, withoutMeasures: null, measures: [] }, OPTIONS)).document;
    expect(page.querySelector("#worth")).toBeNull();
    expect(page.querySelector("main")!.textContent).not.toContain("without measures");
    expect(page.querySelectorAll("#shortages .which").length).toBe(0);
  });

  test("an empty run is a page all the same", () => {
    const empty: Rehearsal = {
      ...sample,
      months: [],
      markets: [],
      uses: [],
      activities: [],
      stockpiles: [],
      paid: [],
      viewpoint: ["JPN"],
      events: [],
      measures: [],
      withoutMeasures: null,
      summary: [],
      assumptions: [],
    };
    expect(renderReport(empty, OPTIONS)).toContain("In Japan, no end use runs short.");
  });

  test("one month and a country of which nothing is known", () => {
    const page = renderReport({ ...sample, months: ["2025-01"], viewpoint: ["XXX"] }, OPTIONS);
    expect(page).toContain("XXX");
  });
});

test("sources are named from the table that is passed", () => {
  const page = renderReport(sampleRehearsal(), {
    ...OPTIONS,
    sources: {
      "https://example.org/announcement": { title: "Announcement 18 of 2025", url: "https://example.org/18" },
    },
  });
  expect(page).toContain(`<a href="https://example.org/18" rel="noreferrer">Announcement 18 of 2025</a>`);
});
