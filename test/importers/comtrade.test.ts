import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { comtrade } from "../../src/importers/comtrade.ts";
import { monazite } from "../cli/in-process.ts";
import { faultsOf, shippedContext, temporaryFolder } from "./context.ts";

const folder = temporaryFolder();
const context = shippedContext();
const file = "comtrade.csv";

/** In the shape of UN Comtrade, with figures of our own: its rows may not be passed on. */
const rows = [
  "year,reporter,partner,cmd,flow,value,netwgt,qty,qtyunit",
  "2022,156,392,850511,X,2000000.0,40000.0,40000.0,8",
  "2022,392,156,850511,M,2100000.0,40500.0,40500.0,8",
  "2022,156,392,850511,X,2000000.0,40000.0,40000.0,8",
  "2022,392,0,850511,M,9100000.0,140500.0,140500.0,8",
  "2022,516,490,850511,M,1342.0,16.144,16.144,8",
  "2022,76,899,250490,X,37.061,136.87,136.87,8",
  "2022,276,840,250490,X,5000.5,,0.0,-1",
  "2022,156,392,010121,X,2000.0,40.0,40.0,8",
];
const text = (extra: readonly string[] = []) => `${[...rows, ...extra].join("\n")}\n`;

async function read(content: string | Buffer) {
  const path = join(folder, file);
  writeFileSync(path, content);
  const result = await comtrade.read([path], context);
  return { ...result, flows: result.rows.tradeFlows ?? [], faults: faultsOf(result, folder) };
}

test("one flow per pair, as the exporter declares it where it does; USD and kg become thousand USD and t", async () => {
  const { flows, faults, replaces, readRows } = await read(gzipSync(text()));
  expect(faults).toEqual([]);
  expect(readRows).toBe(8);
  const source = "un-comtrade";
  const year = 2022;
  expect(flows).toEqual([
    { hs6: "850511", year, exporter: "CHN", importer: "JPN", valueThousandUsd: 2000, tonnes: 40, source },
    { hs6: "850511", year, exporter: "TWN", importer: "NAM", valueThousandUsd: 1.342, tonnes: 0.016144, source },
    { hs6: "250490", year, exporter: "DEU", importer: "USA", valueThousandUsd: 5.0005, tonnes: null, source },
  ]);
  expect(replaces).toEqual({ tradeFlows: [{ source, year }] });
});

test("counts exact repeats, the world's sum, areas that are no country and other headings", async () => {
  const { leftOut } = await read(text());
  expect(Object.fromEntries(leftOut)).toEqual({
    "exact repeat of another row": 1,
    "partner 0: World: the sum of the partners": 1,
    "partner 899: areas not elsewhere specified: no country": 1,
    "heading not of a critical mineral": 1,
  });
});

test("compares what both ends declare", async () => {
  const { notes } = await read(text());
  expect(notes).toEqual([
    `${join(folder, "comtrade.csv")}: row 4 repeats another exactly`,
    "2 flows as the exporter declares them (free on board); 1 only as the importer does, freight and insurance included",
    "1 flows without a weight: blank or zero in the source",
    "declared at both ends: 1 of 3 flows; 1 of them worth 100,000 USD or more",
    "value imported over value exported: median 1.05, quartiles 1.05 and 1.05, from 1.05 to 1.05; 1 of 1 within a factor of two",
    "furthest apart: 850511 CHN to JPN 2022: 2100000 USD imported, 2000000 USD exported (1.05)",
  ]);
});

test("a declaration given with other figures is rejected, all its rows", async () => {
  const { faults, flows } = await read(text(["2022,276,840,250490,X,99,10,10,8"]));
  expect(faults).toEqual([
    `${file}:8: the declaration has another value, netwgt, qty, qtyunit in row 10`,
    `${file}:10: the declaration has another value, netwgt, qty, qtyunit in row 8`,
  ]);
  expect(flows.map((f) => f.hs6)).toEqual(["850511", "850511"]);
});

test.each([
  ["2022,156,410,850511,X,-5,1,1,8", 'value is "-5"'],
  ["2022,156,410,850511,X,5,-1,1,8", 'netwgt is "-1"'],
  ["2022,156,410,850511,X,5,9e12,1,8", 'netwgt is "9e12"'],
  ["2022,156,410,850511,Z,5,1,1,8", 'flow is "Z"'],
  ["22,156,410,850511,X,5,1,1,8", 'year is "22"'],
  ["2022,156,777,850511,X,5,1,1,8", 'unknown country "777" in partner'],
  ["2022,156,410,010121,X,-5,1,1,8", 'value is "-5"'],
  ["2022,156,410,010121,X,1e13,1,1,8", 'value is "1e13"'],
  ["2022,156,410,010121,X,5,x,1,8", 'netwgt is "x"'],
  ["2022,156,410,010121,Z,5,1,1,8", 'flow is "Z"'],
  ["1822,156,410,010121,X,5,1,1,8", 'year is "1822"'],
  ["2022,777,410,010121,X,5,1,1,8", 'unknown country "777" in reporter'],
  ["2022,156,410,magnets,X,5,1,1,8", 'cmd is "magnets"'],
  ["2022,156,410,85051110,X,5,1,1,8", 'cmd is "85051110"'],
  ["2022,156,410,850511,X,5,1,1", "the row cannot be split into cells: Expected Number of Columns: 9 Found: 8"],
])("names the row: %s", async (row, message) => {
  expect((await read(text([row]))).faults).toEqual([`${file}:10: ${message}`]);
});

test("names a header that lacks columns, another delimiter, and a file that is cut short", async () => {
  expect((await read(text().replace("netwgt", "weight"))).faults[0]).toMatch(
    /^comtrade.csv:1: the header .* lacks netwgt$/,
  );
  expect((await read(text().replaceAll(",", ";"))).faults[0]).toMatch(/lacks year, reporter/);
  const whole = gzipSync(text());
  expect((await read(whole.subarray(0, whole.length - 20))).faults[0]).toMatch(/the gzip file is cut short/);
});

test("is refused for the dataset that ships", async () => {
  const path = join(folder, file);
  writeFileSync(path, text());
  const { code, stderr } = await monazite("data", "import", "comtrade", path);
  expect(code).toBe(2);
  expect(stderr).toContain("UN Comtrade's terms forbid passing its rows on: name a folder of your own with --into");
});

test("headings that are none here are counted when they are sound: totals, chapters, lost zeros", async () => {
  const sound = ["TOTAL", "85", "10121"].map((cmd) => `2022,156,410,${cmd},X,5,,1,8`);
  const { faults, leftOut } = await read(text([...sound, "2022,8,410,010121,RX,5.5,1e3,1,8"]));
  expect(faults).toEqual([]);
  expect(leftOut.get("heading not of a critical mineral")).toBe(5);
});

async function readTwo(second: string) {
  const [one, two] = [join(folder, "a.csv"), join(folder, "b.csv")];
  writeFileSync(one, text());
  writeFileSync(two, second);
  const result = await comtrade.read([one, two], context);
  return { ...result, faults: faultsOf(result, folder) };
}

test("a row that another file has too is dropped and counted with that file, whatever further columns it has", async () => {
  const alone = (await read(text())).flows;
  for (const second of [
    text(),
    `flow,cmd,partner,reporter,year,netwgt,value,mode\nX,850511,392,156,2022,40000,2000000,0\nX,250490,840,276,2022,,5000.50,0\n`,
  ]) {
    const { faults, leftOut, rows: tables } = await readTwo(second);
    expect(faults).toEqual([]);
    expect(tables.tradeFlows).toEqual(alone);
    const count = second === text() ? 4 : 2;
    expect(leftOut.get(`exact repeat of a row of ${join(folder, "a.csv")}`)).toBe(count);
  }
});

test("a declaration with other figures in another file is rejected in both, with the columns and the place", async () => {
  const { faults } = await readTwo(`${rows[0]}\n2022,156,392,850511,X,2000001,40000.0,40000.0,8\n`);
  expect(faults).toEqual([
    `a.csv:2: the declaration has another value in ${join(folder, "b.csv")}:2`,
    `b.csv:2: the declaration has another value in ${join(folder, "a.csv")}:2`,
  ]);
});

test("one file named twice is a mistake of the command, not of its rows", async () => {
  const path = join(folder, file);
  writeFileSync(path, text());
  expect(faultsOf(await comtrade.read([path, path], context), folder)).toEqual([`${file}:1: the file is named twice`]);
});
