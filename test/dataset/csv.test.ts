import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../src/dataset/index.ts";

const rows = (text: string) => readCsv("t.csv", text).records.map((r) => r.fields);
const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;

describe("readCsv", () => {
  it("splits plain and quoted fields, with any newline and a byte order mark", () => {
    expect(rows('\uFEFFa,b\r\n1,"x, ""y""\nz"\r\n')).toEqual([
      ["a", "b"],
      ["1", 'x, "y"\nz'],
    ]);
    expect(rows("a,b\n1,\n\n,2")).toEqual([
      ["a", "b"],
      ["1", ""],
      ["", "2"],
    ]);
    expect(rows("a\rb\r")).toEqual([["a"], ["b"]]);
    expect(rows("")).toEqual([]);
  });

  it("knows line and column of every field, across quoted newlines", () => {
    const { records } = readCsv("t.csv", 'a,"b\nc",d\ne,f');
    expect(records[0]).toMatchObject({ line: 1, lines: [1, 1, 2], columns: [1, 3, 4] });
    expect(records[1]).toMatchObject({ line: 3, columns: [1, 3] });
  });

  it("reports each fault at its place and goes on", () => {
    const { problems } = readCsv("t.csv", 'a,b\nx"y,1\n"p"q,2\n3,"open\n');
    expect(problems.map((p) => [p.line, p.column])).toEqual([
      [2, 2],
      [3, 4],
      [4, 3],
    ]);
    expect(problems[2]?.message).toContain("never closed");
  });

  it("refuses an enormous file without reading it", () => {
    const started = performance.now();
    expect(readCsv("t.csv", "x".repeat(100_000_000)).problems).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("reads back what was written, and as csv-parse does", () => {
    const field = fc.string({ unit: fc.constantFrom("a", "1", ",", '"', "\n", " ", "é", ";"), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (table) => {
        const text = table.map((record) => record.map(quoted).join(",")).join("\n");
        expect(rows(text)).toEqual(table);
        expect(rows(text)).toEqual(parse(text, { relax_column_count: true }));
      }),
    );
  });

  it("agrees with csv-parse on raw text that both accept", () => {
    const raw = fc.string({ unit: fc.constantFrom("a", "b", ",", '"', "\n"), maxLength: 20 });
    fc.assert(
      fc.property(raw, (text) => {
        let oracle: string[][];
        try {
          oracle = parse(text, { relax_column_count: true, skip_empty_lines: true, record_delimiter: "\n" });
        } catch {
          expect(readCsv("t.csv", text).problems.length).toBeGreaterThan(0);
          return;
        }
        expect(rows(text)).toEqual(oracle);
        expect(readCsv("t.csv", text).problems).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
