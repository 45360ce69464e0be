import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { manualFile, manualSections, withSections } from "../../scripts/data-manual.ts";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { findFigure, tables } from "../../src/dataset/index.ts";

const text = readFileSync(manualFile, "utf8");
const dataset = readDataset();
const prose = text.replace(/<!-- begin (\w+):[\s\S]*?<!-- end \1 -->/g, "");

describe("docs/data.md", () => {
  it("has the tables, balances and sources of the shipped data (otherwise: npx tsx scripts/data-manual.ts)", () => {
    expect(text).toBe(withSections(text, manualSections(dataset)));
  });

  it("describes every table and lists every source", () => {
    for (const table of Object.values(tables)) expect(text).toContain(`### ${table.file}`);
    for (const source of dataset.sources) expect(text).toContain(`\`${source.id}\``);
  });

  it("names figures that exist", () => {
    const stems = Object.values(tables).map((table) => table.file.replace(/(\/\*)?\.csv$/, ""));
    const named = [...prose.matchAll(/`([a-z_]+)\/([^`\s]+)`/g)].filter(
      ([, stem, rest]) => stems.includes(stem!) && !rest!.endsWith(".csv"),
    );
    expect(named.length).toBeGreaterThan(5);
    const unknown = named
      .map(([, stem, rest]) => `${stem}/${rest}`)
      .filter((id) => findFigure(dataset, id).figures.every(({ figure }) => figure !== id));
    expect(unknown).toEqual([]);
  });

  it("quotes no number that is not in data/", () => {
    const folder = join(import.meta.dirname, "../../data");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".csv"));
    const cells = files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
    const known = new Set([...numbersIn(cells), ...numbersIn(withoutSeparators(cells))]);
    // customs headings; the width of a 5–95 % range in standard deviations; licence versions; a code page
    const explained = ["284610", "284690", "280530", "3.29", "2.0", "4.0", "1252"];
    const quoted = numbersIn(withoutSeparators(prose)).filter((n) => n.length > 2);
    expect(quoted.length).toBeGreaterThan(20);
    expect(quoted.filter((n) => !known.has(n) && !explained.includes(n))).toEqual([]);
  });

  it("says which markers are missing", () => {
    expect(() => withSections("no markers", { counts: "1" })).toThrow(/section counts has no markers; put "<!-- begin/);
  });
});

function withoutSeparators(page: string): string {
  return page.replaceAll(/(?<=\d),(?=\d{3}\b)/g, "");
}

/** Numbers as written. */
function numbersIn(page: string): string[] {
  return [...page.matchAll(/(?<![\w.])\d+(?:\.\d+)?/g)].map(([number]) => number);
}
