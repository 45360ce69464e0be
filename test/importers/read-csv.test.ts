import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { type CsvShape, readSourceCsv, type SourceRow } from "../../src/importers/read-csv.ts";

const folder = mkdtempSync(join(tmpdir(), "monazite-csv-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(content: string | Buffer, shape: Partial<CsvShape> = {}) {
  const path = join(folder, "x.csv");
  writeFileSync(path, content);
  const rows: SourceRow[] = [];
  const reading = await readSourceCsv(path, { columns: ["Country", "Value"], ...shape }, (r) => rows.push(r));
  return { ...reading, cells: rows.map((r) => r.cells), at: rows.map((r) => r.row) };
}

const plain = "Country,Value\nCôte d’Ivoire,1\nNA,2\n";

test("reads UTF-8 with and without byte order mark, and gzip whatever the name says", async () => {
  for (const content of [plain, `\uFEFF${plain}`, gzipSync(plain), plain.replaceAll("\n", "\r\n")]) {
    const { cells, at, problems, rows } = await read(content);
    expect(problems).toEqual([]);
    expect(rows).toBe(2);
    expect(at).toEqual([2, 3]);
    expect(cells).toEqual([
      { Country: "Côte d’Ivoire", Value: "1" },
      { Country: "NA", Value: "2" },
    ]);
  }
});

test("reads a character that is cut by the end of a chunk", async () => {
  const long = `Country,Value\n${"a".repeat(262_144 - 15)}ôb,1\n`;
  const { cells, problems } = await read(long);
  expect(problems).toEqual([]);
  expect(cells[0]!.Country!.endsWith("aôb")).toBe(true);
});

const cp1252 = Buffer.from("Country,Value\nC\xf4te d\x92Ivoire,\x97\n", "latin1");

test("reads windows-1252 only where the publisher uses it", async () => {
  expect((await read(cp1252, { windows1252: true })).cells).toEqual([{ Country: "Côte d’Ivoire", Value: "—" }]);
  const { problems, cells } = await read(cp1252);
  expect(cells).toEqual([]);
  expect(problems[0]!.message).toBe("the text is not UTF-8");
});

test("refuses UTF-16, archives and binary data", async () => {
  const utf16 = Buffer.from(`\uFEFF${plain}`, "utf16le");
  expect((await read(utf16)).problems[0]!.message).toMatch(/UTF-16/);
  expect((await read(Buffer.from("PK\x03\x04xx"))).problems[0]!.message).toMatch(/zip archive/);
  expect((await read(Buffer.from("Country,Value\n\0\0,1\n"))).problems[0]!.message).toMatch(/binary/);
  expect((await read("")).problems[0]!.message).toBe("the file is empty");
});

test("names the delimiter it got and the one it expected", async () => {
  const { problems, cells } = await read(plain.replaceAll(",", ";"));
  expect(cells).toEqual([]);
  expect(problems.map((p) => p.message)).toEqual(["the header is separated by a semicolon, expected a comma"]);
  expect((await read(plain, { delimiter: ";" })).problems[0]!.message).toMatch(/a comma, expected a semicolon/);
});

test("names a missing column and what looks like it", async () => {
  const { problems } = await read(plain.replace("Value", "Valeu"));
  expect(problems).toEqual([
    { file: join(folder, "x.csv"), line: 1, message: 'column "Value" is missing', remedy: '"Valeu" looks like it' },
  ]);
});

test("says after which row a gzip file is cut short", async () => {
  const many = `Country,Value\n${Array.from({ length: 50_000 }, (_, i) => `C${(i * 7919) % 50_021},${i}`).join("\n")}\n`;
  const whole = gzipSync(many);
  const { problems } = await read(whole.subarray(0, whole.length >> 1));
  const [, reached] = /cut short: it ends after row (\d+)/.exec(problems[0]!.message)!;
  expect(Number(reached)).toBeGreaterThan(1000);
  expect(Number(reached)).toBeLessThan(49_000);
  const broken = Buffer.from(whole);
  broken.fill(0xff, 2000, 2100);
  expect((await read(broken)).problems[0]!.message).toMatch(/damaged|cut short/);
});

test("rejects rows with too few or too many cells and goes on", async () => {
  const { rejects, cells, rows } = await read("Country,Value\nCHN\nAUS,1\nUSA,1,2\n");
  expect(cells).toEqual([{ Country: "AUS", Value: "1" }]);
  expect(rows).toBe(3);
  expect(rejects.map((r) => [r.row, r.problem.message])).toEqual([
    [2, "the row has 1 cells, the header has 2"],
    [4, "the row has 3 cells, the header has 2"],
  ]);
});

test("names a quote that is never closed, and a file that is not there", async () => {
  expect((await read('Country,Value\n"CHN,1\n')).problems[0]!.message).toMatch(/quote/i);
  const { problems } = await readSourceCsv(join(folder, "none.csv"), { columns: ["a"] }, () => {});
  expect(problems[0]!.message).toBe("no such file");
});
