import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { baci } from "../../src/importers/baci.ts";
import { faultsOf, shippedContext, temporaryFolder } from "./context.ts";

const folder = temporaryFolder();
const context = shippedContext();
const cut = (name: string) => join(import.meta.dirname, "fixtures/baci", name);

/** Figures of BACI 2024 in the shape CEPII publishes: padded numbers, NA where no quantity is known. */
const published = [
  "t,i,j,k,v,q",
  "2024,156,392,850511,    156879.570,      3714.509",
  "2024,156,516,850511,        20.359,         1.658",
  "2024,490,516,850511,         0.069,         0.011",
  "2024,490,392,250490,         1.807,            NA",
  "2024,156,392,010121,         5.000,         0.100",
  "",
].join("\n");

async function read(content: string | Buffer, name = "BACI_HS17_Y2024_V202601.csv") {
  const path = join(folder, name);
  writeFileSync(path, content);
  const result = await baci.read([path], context);
  const flows = result.rows.tradeFlows ?? [];
  return { ...result, flows, faults: faultsOf(result, folder) };
}

const file = "BACI_HS17_Y2024_V202601.csv";
const withRow = (row: string) => `${published}${row}\n`;

test("reads the published columns: thousand USD, tonnes, NA, Taiwan's code; other headings are counted", async () => {
  for (const content of [published, gzipSync(published)]) {
    const { flows, leftOut, faults, readRows, replaces } = await read(content);
    expect(faults).toEqual([]);
    expect(readRows).toBe(5);
    const source = "cepii-baci-202601";
    expect(flows).toEqual([
      {
        hs6: "850511",
        year: 2024,
        exporter: "CHN",
        importer: "JPN",
        valueThousandUsd: 156879.57,
        tonnes: 3714.509,
        source,
      },
      { hs6: "850511", year: 2024, exporter: "CHN", importer: "NAM", valueThousandUsd: 20.359, tonnes: 1.658, source },
      { hs6: "850511", year: 2024, exporter: "TWN", importer: "NAM", valueThousandUsd: 0.069, tonnes: 0.011, source },
      { hs6: "250490", year: 2024, exporter: "TWN", importer: "JPN", valueThousandUsd: 1.807, tonnes: null, source },
    ]);
    expect([...leftOut]).toEqual([["heading not of a critical mineral", 1]]);
    expect(replaces).toEqual({ tradeFlows: [{ source, year: 2024 }] });
  }
});

test("headings of another revision come under today's, and those that became one are added up", async () => {
  const old =
    "t,i,j,k,v,q\n2006,156,392,811230,10.5,0.012\n2006,156,392,811292,20.25,0.1\n2006,156,392,252810,3,NA\n2006,156,392,252890,4,8\n";
  const { flows, faults } = await read(old, "BACI_HS02_Y2006_V202601.csv");
  expect(faults).toEqual([]);
  expect(flows.map((f) => [f.hs6, f.valueThousandUsd, f.tonnes])).toEqual([
    ["811292", 30.75, 0.112],
    ["252800", 7, null],
  ]);
  const now = await read(old.replaceAll("2006", "2024"));
  expect(now.flows.map((f) => f.valueThousandUsd)).toEqual([20.25]);
  expect(now.leftOut.get("heading not of a critical mineral")).toBe(3);
});

test("the extracts give the same flows as the published file: USD and thousand USD, ISO2 NA is Namibia", async () => {
  const full = await baci.read([cut("hs17_2024_cut.csv")], context);
  const top = await baci.read([cut("topflows_cut.csv")], context);
  const valueOnly = await baci.read([cut("value_only_cut.csv")], context);
  for (const r of [full, top, valueOnly]) expect([...r.problems, ...r.rejects]).toEqual([]);
  const of = (r: typeof full, hs6: string, year: number, flow: string) =>
    r.rows.tradeFlows!.find((f) => f.hs6 === hs6 && f.year === year && `${f.exporter}>${f.importer}` === flow);
  expect(of(full, "850511", 2024, "CHN>JPN")).toMatchObject({ valueThousandUsd: 156879.57, tonnes: 3714.509 });
  expect(of(top, "850511", 2024, "CHN>JPN")).toMatchObject({ valueThousandUsd: 156879.57, tonnes: 3715 });
  expect(of(top, "850511", 2023, "TWN>NAM")).toMatchObject({ valueThousandUsd: 14.297, tonnes: null });
  expect(of(full, "850511", 2024, "CHN>NAM")).toMatchObject({ valueThousandUsd: 20.359 });
  expect(of(valueOnly, "811292", 2022, "CHN>JPN")).toMatchObject({ valueThousandUsd: 24553.618, tonnes: null });
});

test("gallium, germanium and hafnium are the same flow, counted once", async () => {
  const { rows, leftOut } = await baci.read([cut("topflows_cut.csv")], context);
  const shared = rows.tradeFlows!.filter((f) => f.hs6 === "811292");
  expect(leftOut.get("the same flow under another mineral of its heading")).toBe(2 * shared.length);
});

test("an exact repeat is dropped, counted and noted; a contradiction takes both rows", async () => {
  const again = await read(withRow("2024,156,392,850511,156879.57,3714.509"));
  expect(again.faults).toEqual([]);
  expect(again.leftOut.get("exact repeat of another row")).toBe(1);
  expect(again.notes).toEqual([`${join(folder, file)}: row 7 repeats another exactly`]);
  expect(again.flows).toHaveLength(4);
  const magnets = (flows: readonly Readonly<Record<string, unknown>>[]) =>
    flows.filter((flow) => flow.hs6 === "850511");
  const other = await read(withRow("2024,156,392,850511,1,1"));
  expect(other.faults).toEqual([
    `${file}:2: the flow has other figures in row 7`,
    `${file}:7: the flow has other figures in row 2`,
  ]);
  expect(magnets(other.flows)).toHaveLength(magnets(again.flows).length - 1);
  expect(other.flows).toHaveLength(3);
  expect(other.rejects[0]!.cells).toMatchObject({ valueThousandUsd: "156879.57", tonnes: "3714.509", hs6: "850511" });
});

test.each([
  ["2024,156,392,260600,-1,1", 'v is "-1"'],
  ["2024,156,392,260600,12 000,1", 'v is "12 000"'],
  ["2024,156,392,260600,1e12,1", 'v is "1e12"'],
  ["2024,156,392,260600,1,-0.5", 'q is "-0.5"'],
  ["2024,156,392,260600,1,9e9", 'q is "9e9"'],
  ["2024,156,999,260600,1,1", 'unknown country "999" in j'],
  ["2023,156,392,260600,1,1", "t is 2023, the file's name says 2024"],
  ["20x4,156,392,260600,1,1", 't is "20x4"'],
  ["2024,156,392,bauxite,1,1", 'k is "bauxite"'],
  ["2024,156,392,999999,1,t", 'q is "t"'],
  ["2024,156,156,260600,1,1", "156 ships to itself"],
  ["2024,156,392,260600,1,5000000", "5000000 t for 1000 USD are 0.0002 USD per tonne"],
  ["2024,156,392,260600,9e8,0.5", "0.5 t for 900000000000 USD are 1800000000000 USD per tonne"],
] as const)("names the row: %s", async (row, message) => {
  const { faults, flows } = await read(withRow(row));
  expect(faults).toEqual([`${file}:7: ${message}`]);
  expect(flows).toHaveLength(4);
});

test("one flow in two files is given twice, even where the second spells the countries otherwise", async () => {
  const extract = "year,exporter,exporter_name,importer,importer_name,hs6,material,value_kusd,qty_t\n";
  const rows = "2024,CHN,China,JPN,Japan,850511,magnets,7,3\n2024,CHN,China,DEU,Germany,850511,magnets,7,3\n";
  const other = "baci_hs17_v202601_2024_extract.csv";
  writeFileSync(join(folder, file), published);
  writeFileSync(join(folder, other), extract + rows);
  const result = await baci.read([join(folder, file), join(folder, other)], context);
  expect(faultsOf(result, folder)).toEqual([
    `${file}:2: the flow has other figures in ${join(folder, other)}:2`,
    `${other}:2: the flow has other figures in ${join(folder, file)}:2`,
  ]);
  expect(result.rows.tradeFlows!.filter((f) => f.importer === "JPN" && f.hs6 === "850511")).toEqual([]);
});

test("flows of states that are no more are added up under the others, and counted", async () => {
  const rows = "2002,magnets,850511,DE,CS,392000,\n2002,magnets,850511,DE,AN,1000,\n";
  const extract = `year,material,hs6,exporter_iso2,importer_iso2,value_usd,qty_t\n${rows}`;
  const { flows, leftOut, faults } = await read(extract, "baci_hs02_v202601_2002_topflows.csv");
  expect(faults).toEqual([]);
  expect(flows.map((f) => [f.exporter, f.importer, f.valueThousandUsd])).toEqual([["DEU", "OTH", 393]]);
  expect(leftOut.get("added to another flow that is the same under today's names")).toBe(1);
});

test("rows that cannot be split are named, and the rows behind them keep their number", async () => {
  const broken = published.replace("2024,490,516", "2024,156,528,850511\n2024,490,516,850511,1,1,1\n2024,490,517");
  const { faults } = await read(broken);
  expect(faults.toSorted()).toEqual([
    `${file}:4: the row cannot be split into cells: Expected Number of Columns: 6 Found: 4`,
    `${file}:5: the row cannot be split into cells: Expected Number of Columns: 6 Found: 7`,
    `${file}:6: unknown country "517" in j`,
  ]);
});

test("whole files that cannot be used: cut short, other delimiter, other columns, name without revision", async () => {
  const long = gzipSync(
    `t,i,j,k,v,q\n${Array.from({ length: 30_000 }, (_, i) => `2024,156,392,850511,${(i * 7919) % 50_021},1`).join("\n")}`,
  );
  expect((await read(long.subarray(0, long.length >> 1))).faults[0]).toMatch(
    /^BACI\S+:\d{4,}: the gzip file is cut short: it ends after row \d{4,}$/,
  );
  expect((await read(published.replaceAll(",", ";"))).faults).toEqual([
    `${file}:1: the columns are parted by ";", expected ","`,
  ]);
  const { problems } = await read(published.replace("t,i,j,k,v,q", "t,i,j,k,v,w"));
  expect(problems[0]!.remedy).toMatch(/^"w": .*expected t,i,j,k,v,q/);
  expect((await read(published, "trade.csv")).faults).toEqual([
    "trade.csv:1: the name does not tell the revision of the Harmonized System",
  ]);
  expect((await read("", file)).faults).toEqual([`${file}:1: the file is empty`]);
  expect(faultsOf(await baci.read([join(folder, "none.csv")], context), folder)).toEqual(["none.csv:1: no such file"]);
});

test("a file of nothing but faults is one fault more, and a header alone is one", async () => {
  const { problems, rejects, leftOut } = await read(`t,i,j,k,v,q\n${"2024,156,392,850511,-1,1\n".repeat(10_001)}`);
  expect(problems.map((p) => p.message)).toEqual(["10000 rows cannot be used; no others were looked at"]);
  expect(rejects).toHaveLength(10_000);
  expect(leftOut.size).toBe(0);
  expect((await read("t,i,j,k,v,q\n")).faults).toEqual([`${file}:1: no rows follow the header`]);
});

test("the shipped flows are those of the year 2024 of BACI: China's magnets weigh 137 kt", () => {
  const lines = readFileSync("data/statistics/trade/850511.csv", "utf8").trim().split("\n").slice(1);
  const tonnes = lines
    .map((l) => l.split(","))
    .filter((c) => c[1] === "CHN")
    .reduce((sum, c) => sum + Number(c[4]), 0);
  expect(tonnes / 1000).toBeCloseTo(137, 0);
});
