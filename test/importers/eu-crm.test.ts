import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { euCrm2023 } from "../../src/importers/eu-crm.ts";
import { faultsOf, shippedContext, temporaryFolder } from "./context.ts";

const folder = temporaryFolder();
const context = shippedContext();
const supply = "Material,Stage,Country,Share,t";
const uses = "Material,Application,Share,NACE sector,VA in million €";

function file(name: string, lines: readonly string[], encoding: BufferEncoding = "utf8"): string {
  writeFileSync(join(folder, name), `${lines.join("\n")}\n`, encoding);
  return join(folder, name);
}

const read = (...paths: string[]) => euCrm2023.read(paths, context);

test("supply shares of the world and the EU, rows of the real files", async () => {
  const { rows, problems, rejects, leftOut, notes } = await read(
    file("fact_GlobalSupplyShares&t.csv", [
      supply,
      "Nickel,E,Albania,0.2%,1.0",
      "Copper,E,Albania,<0.1%,1.0",
      "Gypsum,E,Albania,0.1%,1.0",
      "Gallium,P,China,93.8%,1.3",
    ]),
    file("fact_EUSupplyShares&t.csv", [supply, "Niobium,P,Brasil,82%,1", "Silicon metal,P,Germany,6,0.8"]),
  );
  expect([...problems, ...rejects]).toEqual([]);
  const short = rows.supplyShares!.map((r) =>
    [r.material, r.stage, r.market, r.country, r.share, r.below, r.tradeParameter].join(" "),
  );
  expect(short).toEqual([
    "nickel mining WLD ALB 0.002 no 1",
    "copper mining WLD ALB 0.001 yes 1",
    "gallium refining WLD CHN 0.938 no 1.3",
    "niobium refining EUU BRA 0.82 no 1",
    "silicon refining EUU DEU 0.06 no 0.8",
  ]);
  expect(leftOut.get("on neither list of critical minerals (USGS 2025, EU 2023)")).toBe(1);
  expect(notes.find((n) => n.startsWith("Gallium"))).toBe(
    "Gallium, processing, supply of WLD: shares add up to 93.8 %",
  );
  expect(notes.find((n) => n.startsWith("corrected: Silicon metal P Germany"))).toBeDefined();
});

test("a correction stops the import once the publisher has mended the row", async () => {
  const result = await read(file("EUSupply mended.csv", [supply, "Silicon metal,P,Germany,7%,0.8"]));
  expect(faultsOf(result, folder)).toHaveLength(1);
  expect(faultsOf(result, folder)[0]).toMatch(
    /^EUSupply mended\.csv:2: Share of Silicon metal P Germany is "7%", data\/corrections\.csv:\d+ expects "6"$/,
  );
});

test("uses: sector as its code, repeats once, uses without a sector or a figure left out", async () => {
  const lines = [
    uses,
    'Neodymium,Magnets,80%,"C25 - Manufacture of fabricated metal products, except machinery and equipment",163568',
    'Copper,"Manufacture, Transport, Automotive, Electrical",10%,"C29 - Manufacture of motor\nvehicles, trailers and semi-trailers",194448',
    'Copper,"Building construction, building plant",>0%,C32 - Other manufacturing,45912',
    "Cobalt,Other,6%,,",
    "Magnesium,Construction,13%,C25 - Manufacture of fabricated metal products,163568",
    "Magnesium,Construction,13%,C25 - Manufacture of fabricated metal products,163568",
  ];
  for (const encoding of ["utf8", "latin1"] as const) {
    // windows-1252 has the euro sign at 0x80, which latin1 writes for U+0080
    const text = encoding === "latin1" ? lines.map((line) => line.replace("€", "\u0080")) : lines;
    const { rows, problems, rejects, leftOut, notes } = await read(file(`UseShares ${encoding}.csv`, text, encoding));
    expect([...problems, ...rejects]).toEqual([]);
    expect(notes[0]).toMatch(/: row 7 repeats another exactly$/);
    expect(rows.useShares!.map((r) => [r.material, r.application, r.share, r.sector, r.valueAddedMillionEur])).toEqual([
      ["neodymium", "Magnets", 0.8, "C25", 163568],
      ["copper", "Manufacture, Transport, Automotive, Electrical", 0.1, "C29", 194448],
      ["magnesium", "Construction", 0.13, "C25", 163568],
    ]);
    expect([...leftOut]).toEqual([
      ["a use whose share is printed as >0%", 1],
      ["a use that the source puts into no sector", 1],
      ["exact repeat of another row", 1],
    ]);
  }
});

test("every fault has file and row, all in one report", async () => {
  const result = await read(
    file("global supply.csv", [
      supply,
      "Nickle,E,Albania,0.2%,1.0",
      "Nickel,X,Albania,0.2%,1.0",
      "Nickel,E,Albanien,0.2%,1.0",
      'Nickel,E,Albania,"0,2%",1.0',
      "Nickel,E,Algeria,0.2,1.0",
      "Nickel,E,Angola,104%,1.0",
      "Nickel,E,Angola,-4%,1.0",
      "Nickel,E,Brazil,4%,11",
      "Nickel,E,Brazil,4%,1.0,0",
      "Nickel,P,China,30%,1.0",
      "Nickel,P,China,31%,1.0",
    ]),
    file("supply.csv", [supply, "Nickel,E,Albania,0.2%,1.0"]),
    file(
      "EUSupply semicolons.csv",
      [supply, "Nickel,E,Albania,4%,1"].map((line) => line.replaceAll(",", ";")),
    ),
    file("UseShares.csv", [
      uses,
      "Cobalt,Magnets,7%,fabricated metal products,163568",
      "Cobalt,Magnets,7%,C25 - x,1e3",
    ]),
    join(folder, "EUSupply again.csv"),
  );
  expect(faultsOf(result, folder)).toEqual([
    'supply.csv:1: "supply.csv" does not say what it holds: the columns for the world and the EU are the same',
    "EUSupply semicolons.csv:1: the header is separated by a semicolon, expected a comma",
    `EUSupply again.csv:1: holds the same table as ${join(folder, "EUSupply semicolons.csv")}`,
    "global supply.csv:10: the row has 6 cells, the header has 5",
    'global supply.csv:2: unknown material "Nickle"',
    'global supply.csv:3: Stage "X"',
    'global supply.csv:4: unknown country "Albanien" (name)',
    'global supply.csv:5: Share: got "0,2%": a decimal comma',
    'global supply.csv:6: Share: got "0.2": the % sign is missing',
    'global supply.csv:7: Share: got "104%": not a share',
    'global supply.csv:8: Share: got "-4%": not a share',
    'global supply.csv:9: t: got "11"',
    "global supply.csv:11: nickel:refining@CHN contradicts row 12",
    "global supply.csv:12: nickel:refining@CHN contradicts row 11",
    'UseShares.csv:2: NACE sector: got "fabricated metal products"',
    'UseShares.csv:3: value added: got "1e3"',
  ]);
});

test("a file that is not there is named", async () => {
  expect(faultsOf(await read(join(folder, "EUSupply none.csv")), folder)).toEqual([
    "EUSupply none.csv:1: no such file",
  ]);
});

test("the shipped shares: China refines all dysprosium and 93.8 % of gallium", () => {
  const lines = readFileSync("data/statistics/supply_shares.csv", "utf8").split("\n");
  expect(lines.find((l) => l.startsWith("dysprosium,refining,WLD,CHN,"))).toMatch(/,CHN,1,no,/);
  expect(lines.find((l) => l.startsWith("gallium,refining,WLD,CHN,"))).toMatch(/,CHN,0\.938,no,/);
});

test("a file of the world's supply alone leaves the EU's and the uses in place", async () => {
  const { replaces } = await read(file("GlobalSupply only.csv", [supply, "Nickel,E,Albania,0.2%,1.0"]));
  expect(replaces).toEqual({ supplyShares: [{ source: "eu-crm-2023", market: "WLD" }], useShares: [] });
});
