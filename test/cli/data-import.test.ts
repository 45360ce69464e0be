import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeEach, expect, test } from "vitest";
import { monazite } from "./in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "monazite-import-"));
const data = join(folder, "data");
const fixture = join(import.meta.dirname, "../importers/fixtures/usgs-mcs-2026.csv");
const broken = join(folder, "broken.csv");
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(() => {
  rmSync(data, { recursive: true, force: true });
  cpSync("data", data, { recursive: true });
  rmSync(join(data, "statistics"), { recursive: true });
  mkdirSync(join(data, "statistics"));
  const text = readFileSync(fixture, "latin1")
    .replace('"839,000"', '"-839,000"')
    .replace("Gallium,Russia,", "Gallium,Rusia,");
  writeFileSync(broken, Buffer.from(text, "latin1"));
});

const tables = () => readdirSync(join(data, "statistics")).sort();

test("writes all tables of the import and says what it did", async () => {
  const { code, stdout } = await monazite("data", "import", "usgs-mcs", fixture, "--into", data);
  expect(code).toBe(0);
  expect(tables()).toEqual(["import_sources.csv", "prices.csv", "production.csv", "reliance.csv"]);
  expect(stdout).toMatch(/rows read +106\n/);
  expect(stdout).toMatch(/left out: not on the 2025 list of critical minerals +2\n/);
  const production = readFileSync(join(data, "statistics/production.csv"), "utf8");
  expect(production).toMatch(
    /^gallium,refining,.*,CHN,2024,839,reported,usgs-mcs-2026,GALLIUM,Source: Asian Metal Ltd\.$/m,
  );
  const again = await monazite("data", "import", "usgs-mcs", fixture, "--into", data);
  expect(again.stdout).toMatch(/changed: nothing, the tables already hold these rows/);
  expect(readFileSync(join(data, "statistics/production.csv"), "utf8")).toBe(production);
});

test("writes nothing when any row is bad, and names every one", async () => {
  const { code, stdout, stderr } = await monazite("data", "import", "usgs-mcs", broken, "--into", data);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain(`${broken}:48: the value is negative: "-839,000"`);
  expect(stderr).toContain(`${broken}:50: unknown country "Rusia"`);
  expect(tables()).toEqual([]);
});

test("--keep-good writes the good rows and puts the others into a file", async () => {
  const { code, stdout } = await monazite("data", "import", "usgs-mcs", broken, "--into", data, "--keep-good");
  expect(code).toBe(0);
  const rejects = join(data, "rejects-usgs-mcs.csv");
  expect(stdout).toContain(`the rejected rows are in ${rejects}`);
  const lines = readFileSync(rejects, "utf8").trim().split("\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/broken.csv,48,"the value is negative/);
  const production = readFileSync(join(data, "statistics/production.csv"), "utf8");
  expect(production).toMatch(/^gallium,.*,JPN,2024,3,/m);
  expect(production).not.toMatch(/^gallium,.*,CHN,2024,/m);
});

test("--keep-good does not help a file that cannot be read", async () => {
  writeFileSync(broken, readFileSync(fixture, "latin1").replaceAll(",", ";"));
  const { code, stderr } = await monazite("data", "import", "usgs-mcs", fixture, broken, "--into", data, "--keep-good");
  expect(code).toBe(2);
  expect(stderr).toMatch(/separated by a semicolon, expected a comma/);
  expect(tables()).toEqual([]);
});

test("--dry-run writes nothing", async () => {
  const { code, stdout } = await monazite("data", "import", "usgs-mcs", fixture, "--into", data, "--dry-run");
  expect(code).toBe(0);
  expect(stdout).toMatch(/nothing written \(--dry-run\); would change: .*production.csv/);
  expect(tables()).toEqual([]);
});

test("a rejects file does not hinder the dataset", async () => {
  await monazite("data", "import", "usgs-mcs", broken, "--into", data, "--keep-good");
  cpSync("data/statistics/materials.csv", join(data, "statistics/materials.csv"));
  expect(existsSync(join(data, "rejects-usgs-mcs.csv"))).toBe(true);
  expect((await monazite("--data", data, "data", "check")).stdout).toMatch(/rows in order/);
});

test("lists the sources, and knows them when misspelt", async () => {
  expect((await monazite("data", "import", "--list")).stdout).toMatch(
    /^usgs-mcs\n {2}USGS Mineral Commodity Summaries/m,
  );
  const { code, stderr } = await monazite("data", "import", "usgs-msc", fixture);
  expect(code).toBe(2);
  expect(stderr).toMatch(/unknown source "usgs-msc"; did you mean "usgs-mcs"\?/);
  expect((await monazite("data", "import", "usgs-mcs")).stderr).toMatch(
    /no file was named; usgs-mcs takes the CSV files/,
  );
});

test("into a folder of one's own: says where, and what to ask next, and that works", async () => {
  const own = join(folder, "mine");
  const { code, stdout } = await monazite("data", "import", "usgs-mcs", fixture, "--into", own);
  expect(code).toBe(0);
  expect(stdout).toContain(
    `changed: ${join(own, "statistics/production.csv")}, ${join(own, "statistics/reliance.csv")}`,
  );
  expect(stdout).toMatch(new RegExp(`\nto see them: monazite --data ${own} dependence JPN\n$`));
  expect(readdirSync(own, { recursive: true, encoding: "utf8" }).sort()).toEqual([
    "statistics",
    ...["import_sources", "prices", "production", "reliance"].map((name) => join("statistics", `${name}.csv`)),
  ]);
  // the shipped rows of other releases stay in the table that covers the shipped one
  expect(readFileSync(join(own, "statistics/production.csv"), "utf8")).toMatch(/^lithium,.*iea/m);
  const line = `4 tables of ${own}/ lie over the shipped ones\n`;
  const asked = await monazite("--data", own, "dependence", "JPN", "--commodity", "gallium");
  expect({ code: asked.code, stderr: asked.stderr }).toEqual({ code: 0, stderr: line });
  expect(asked.stdout).toContain("usgs-mcs-2026");
  const check = await monazite("--data", own, "data", "check");
  expect({ code: check.code, stderr: check.stderr }).toEqual({ code: 0, stderr: line });
  expect((await monazite("--data", own, "--quiet", "events", "cn-2010-09-stop-japan")).stderr).toBe("");
});

test("a table of one's own stands in the place of the shipped one", async () => {
  const own = join(folder, "over");
  mkdirSync(own);
  const prices = readFileSync("data/prices.csv", "utf8").replace(
    /^dysprosium-oxide,WLD,[\d.]+/m,
    "dysprosium-oxide,WLD,123456",
  );
  expect(prices).toContain("123456");
  writeFileSync(join(own, "prices.csv"), prices);
  const { stdout, stderr } = await monazite("--data", own, "explain", "prices/dysprosium-oxide@WLD", "--json");
  expect(stderr).toBe(`1 table of ${own}/ lies over the shipped ones\n`);
  expect(stdout).toContain("123456");
  expect((await monazite("--data", data, "explain", "prices/dysprosium-oxide@WLD")).stderr).toBe(""); // whole
});

test("--into takes a folder, not what is or is called like a file", async () => {
  const typo = join(folder, "typo.csv");
  const { code, stderr } = await monazite("data", "import", "usgs-mcs", fixture, "--into", typo);
  expect(code).toBe(2);
  expect(stderr).toBe(
    `--into ${typo}: is called like a file; name a folder, such as my-data: tables are written under it\n`,
  );
  expect(existsSync(typo)).toBe(false);
  expect((await monazite("data", "import", "usgs-mcs", fixture, "--into", fixture)).stderr).toContain(
    "is a file; name a folder",
  );
  const below = await monazite("data", "import", "usgs-mcs", fixture, "--into", "README.md/x");
  expect(below).toMatchObject({ code: 2, stderr: expect.stringContaining("README.md is a file; name a folder") });
});

const KINDS: readonly [string, string][] = [
  ["baci", "t,i,j,k,v,q"],
  ["comtrade", "classification,year,reporter,partner,cmd,flow,value,netwgt"],
  ["eu-crm-2023", "Material,Stage,Country,Share,t"],
  ["usgs-mcs", readFileSync(fixture, "latin1").split("\n", 1)[0]!],
  ["wmd", "commodity,Country,Country_ISO,unit,data_source,year,quantity"],
];
test.each(KINDS)(
  "a file of %s is known by its header, plain or gzip, whatever it was given to",
  async (source, header) => {
    const plain = join(folder, "published.csv");
    const packed = join(folder, "published.csv.gz");
    writeFileSync(plain, `${header}\n`);
    writeFileSync(packed, gzipSync(`${header}\n`));
    for (const [other] of [...KINDS, ["wgi"], ["iea-ev"], ["iea-minerals"]] as const)
      for (const path of [plain, packed]) {
        const { code, stderr } = await monazite("data", "import", other, path, "--into", data);
        expect(code).toBe(2);
        const line = `${path}:1: this looks like a file for: monazite data import ${source} ${path}; ${other} takes `;
        if (other === source) expect(stderr).not.toContain("looks like a file for");
        else expect(stderr).toMatch(new RegExp(`^${line.replaceAll(/[.()]/g, "\\$&")}[^\n]*\n$`));
      }
  },
);

test("a workbook is no CSV, and a file of nobody is told in one line", async () => {
  const path = join(folder, "book.xlsx");
  writeFileSync(path, "PK\u0003\u0004rest");
  const { stderr } = await monazite("data", "import", "usgs-mcs", path, "--into", data);
  expect(stderr).toMatch(
    /^.*book\.xlsx:1: this is a workbook or a zip archive, not CSV; iea-ev, iea-minerals, wgi take workbooks; [^\n]*\n$/,
  );
  const odd = join(folder, "odd.csv");
  writeFileSync(odd, "a,b,c\n1,2,3\n");
  expect((await monazite("data", "import", "usgs-mcs", odd, "--into", data)).stderr).toMatch(
    /^.*odd\.csv:1: the header is "a,b,c": 12 columns are missing; the header must hold MCS chapter,[^\n]*\n$/,
  );
  expect((await monazite("data", "import", "baci", odd, "--into", data)).stderr).toMatch(
    /^.*odd\.csv:1: the header is "a,b,c"; expected t,i,j,k,v,q\n$/,
  );
});

test.each(["wmd", "comtrade"])("rows of %s are not written where the dataset ships", async (source) => {
  const before = readFileSync("data/statistics/production.csv", "utf8");
  for (const into of [["--into", "data"], []]) {
    const { code, stderr } = await monazite("data", "import", source, fixture, ...into);
    expect(code).toBe(2);
    expect(stderr).toMatch(/: name a folder of your own with --into, such as --into my-data\n$/);
  }
  expect(readFileSync("data/statistics/production.csv", "utf8")).toBe(before);
});
