import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatProblem, InputError, parseDataset, readDataset, tableNames, tables } from "../../src/dataset/index.ts";
import { changed, smallFiles, withLine } from "./small.ts";

const messages = (files: ReadonlyMap<string, string>) => readDataset(files).problems.map(formatProblem);

describe("parseDataset", () => {
  it("reads rows with numbers as numbers, their place and their name", () => {
    const dataset = parseDataset(smallFiles());
    expect(dataset.production[0]).toEqual({
      kind: "mine",
      recipe: "bastnaesite",
      country: "CHN",
      commodity: "bastnaesite",
      value: 250000,
      unit: "t/year",
      year: 2024,
      low: null,
      high: null,
      status: "reported",
      source: "usgs",
      locator: "table 1",
      note: "",
      file: "production.csv",
      line: 2,
      figure: "production/mine:bastnaesite@CHN:bastnaesite",
    });
    expect(dataset.production.at(-1)?.figure).toBe("production/dispose@CHN:ndpr-oxide");
    expect(dataset.trade[0]).toMatchObject({ commodity: "ndpr-metal", figure: "trade/ndpr-metal:CHN>JPN" });
    expect(dataset.facilities[0]?.value).toBeNull();
    expect(structuredClone(dataset)).toEqual(dataset);
  });

  it("reads CRLF, a byte order mark and quoted newlines alike", () => {
    const files = new Map([...smallFiles()].map(([file, text]) => [file, `\uFEFF${text.replaceAll("\n", "\r\n")}`]));
    expect(parseDataset(files)).toEqual(parseDataset(smallFiles()));
    const noted = changed("demand.csv", "table 1,", 'table 1,"two\nlines"');
    expect(parseDataset(noted).demand[0]?.note).toBe("two\nlines");
  });

  it("reports an empty dataset table by table", () => {
    const { problems } = readDataset(new Map());
    expect(problems).toHaveLength(tableNames.length);
    expect(problems.every((p) => p.message === "the table is missing")).toBe(true);
  });

  it.each(tableNames)("misses %s", (name) => {
    const files = smallFiles();
    const file = name === "trade" ? "trade/ndpr-metal.csv" : tables[name].file;
    files.delete(file);
    expect(messages(files).join("\n")).toContain(`${tables[name].file}:1: the table is missing`);
  });

  it("reports an empty file, a header alone, a ragged row and an unknown table", () => {
    expect(messages(smallFiles().set("demand.csv", ""))[0]).toMatch(
      /^demand.csv:1: the file is empty; start it with the header application,/,
    );
    expect(messages(changed("demand.csv", /motors.*\n/, ""))[0]).toContain("no rows follow the header");
    expect(messages(withLine("demand.csv", "motors,CHN,1"))).toEqual([
      "demand.csv:3: the row has 3 cells, the header has 11; add or remove commas; put text with commas in quotes",
    ]);
    expect(messages(smallFiles().set("demnad.csv", "a"))[0]).toContain(
      'no such table is known; did you mean "demand.csv"?',
    );
  });

  it("wants the header exactly", () => {
    expect(messages(changed("demand.csv", "country", "contry"))).toEqual([
      expect.stringContaining('demand.csv:1: column "country" is missing'),
      'demand.csv:1:13: unknown column "contry"; did you mean "country"?',
    ]);
    expect(messages(changed("demand.csv", "application,country", "country,application"))[0]).toContain("out of order");
    expect(messages(changed("demand.csv", "application,country", "country,country")).join()).toContain("comes twice");
  });

  it("reports cells at line and column, all of them at once", () => {
    const files = changed("demand.csv", "9000,t/year,2024", '"9,000",t/yr,24');
    expect(messages(files)).toEqual([
      expect.stringMatching(/^demand.csv:2:12: value: "9,000" is not a number; enter a number/),
      'demand.csv:2:20: unit: "t/yr" is not t/year; did you mean "t/year"?',
      expect.stringMatching(/^demand.csv:2:25: year: 24 is outside 1900 to 2100; /),
    ]);
    expect(() => parseDataset(files)).toThrow(InputError);
  });

  it("points at any damage, and never throws anything but InputError", () => {
    const files = smallFiles();
    const spot = fc.record({
      file: fc.constantFrom(...files.keys()),
      at: fc.nat(2000),
      cut: fc.nat(5),
      add: fc.string({ unit: fc.constantFrom('"', ",", "\n", "x", "-", " ", "\u0000", "9"), maxLength: 4 }),
    });
    fc.assert(
      fc.property(spot, ({ file, at, cut, add }) => {
        const text = files.get(file)!;
        const from = at % text.length;
        const damaged = new Map(files).set(file, text.slice(0, from) + add + text.slice(from + cut));
        const { problems } = readDataset(damaged);
        for (const p of problems) {
          expect(formatProblem(p)).toMatch(/^[\w/*.-]+\.csv:\d+(:\d+)?: .+; .+/s);
          expect(p.line).toBeGreaterThan(0);
        }
        if (problems.length > 0) expect(() => parseDataset(damaged)).toThrow(InputError);
      }),
      { numRuns: 300 },
    );
  });

  it("meets garbage with an InputError", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...smallFiles().keys()),
        fc.string({ unit: "binary", maxLength: 200 }),
        (file, garbage) => {
          expect(() => parseDataset(smallFiles().set(file, garbage))).toThrow(InputError);
        },
      ),
    );
  });
});
