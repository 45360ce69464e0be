import { describe, expect, test } from "vitest";
import { labelledArticles } from "../../bench/reading/articles.ts";
import { markdownTable, precisionAndRecall, totalsOf } from "../../bench/reading/totals.ts";
import { readLexicon } from "../../src/cli/io/read-dataset.ts";
import { readDoc } from "./markdown.ts";

const articles = labelledArticles();
const totals = totalsOf(articles, readLexicon());

describe("docs/reading.md", () => {
  test("prints the precision and recall that are measured (npx tsx bench/reading/table.ts)", () => {
    expect(readDoc("docs/reading.md")).toContain(markdownTable(totals));
  });

  test("says how many articles there are", () => {
    const held = articles.filter((a) => a.set === "held").length;
    expect(readDoc("docs/reading.md")).toContain(`${articles.length} short articles, ${held} of them held back`);
  });
});

describe("the labelled articles", () => {
  test("are at least ten of each language, some with nothing to find, in both sets", () => {
    for (const language of ["de", "en", "ja"])
      for (const set of ["tune", "held"]) {
        const some = articles.filter((a) => a.language === language && a.set === set);
        expect(some.filter((a) => a.events.length === 0).length).toBeGreaterThan(0);
        expect(articles.filter((a) => a.language === language).length).toBeGreaterThanOrEqual(10);
      }
  });

  test.each(totals.filter((t) => t.group !== "all"))("$set $group is read no worse than it was", ({ set, counts }) => {
    const [precision, recall] = precisionAndRecall(counts.event);
    expect(precision).toBeGreaterThanOrEqual(set === "tune" ? 0.95 : 0.8);
    expect(recall).toBeGreaterThanOrEqual(set === "tune" ? 0.95 : 0.5);
  });

  test("articles with nothing to find give nothing", () => {
    const empty = new Set(articles.filter((a) => a.events.length === 0).map((a) => a.id));
    const faults = totals.flatMap((t) => t.faults).filter((fault) => empty.has(fault.split(/[: ]/)[0]!));
    expect(faults).toEqual([]);
  });
});
