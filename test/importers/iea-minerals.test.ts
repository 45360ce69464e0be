import { join } from "node:path";
import { expect, test } from "vitest";
import { ieaMinerals } from "../../src/importers/iea-minerals.ts";
import { faultsOf, shippedContext, temporaryFolder } from "./context.ts";
import { type CutSheet, readCut, setCell, writeWorkbook } from "./workbook-writer.ts";

const folder = temporaryFolder();
const context = shippedContext();
const SUPPLY = "2 Total supply for key minerals";
const DEMAND = "1 Total demand for key minerals";

const read = (sheets: CutSheet[]) => ieaMinerals.read([writeWorkbook(join(folder, "iea.xlsx"), sheets)], context);

test("magnet rare earths of 2024: China mines 45.8 of 75.1 kt and refines 73.8 of 80.8 kt", async () => {
  const { rows, problems, rejects } = await read(readCut("iea-minerals"));
  expect([...problems, ...rejects]).toEqual([]);
  const of = (stage: string) =>
    Object.fromEntries(
      rows
        .worldProduction!.filter((r) => r.material === "rare-earths" && r.stage === stage)
        .map((r) => [r.country, r.tonnes]),
    );
  expect(of("mining")).toEqual({
    ...{ CHN: 45787.35, MMR: 12071.9626, AUS: 3234.59342, USA: 6859.81997, OTH: 7145.06429, WLD: 75098.7903 },
  });
  expect(of("refining")).toEqual({
    ...{ CHN: 73756.6702, MYS: 3625.23562, AUS: 0, USA: 961.35, OTH: 2461.87124, WLD: 80805.127 },
  });
});

test("the total of cobalt refining, mislabelled in the workbook, is corrected and noted", async () => {
  const { rows, notes } = await read(readCut("iea-minerals"));
  const cobalt = rows.worldProduction!.filter((r) => r.form === "Cobalt - Refining");
  expect(cobalt.find((r) => r.country === "WLD")!.tonnes).toBe(250149.738);
  expect(notes).toEqual([expect.stringMatching(/^corrected: G24, label: "Total clean technologies" read as "Total"/)]);
});

test("projections are the base case; demand has three scenarios, and 2024 is history", async () => {
  const { rows } = await read(readCut("iea-minerals"));
  const short = (series: string, item: string, region: string) =>
    rows
      .energyOutlook!.filter((r) => r.series === series && r.item === item && r.region === region)
      .map((r) => `${r.scenario} ${r.year} ${r.value}`);
  expect(short("refined-supply", "Magnet rare earth elements - Refining", "CHN")).toEqual([
    "historical 2024 73756.6702",
    "base-case 2030 81126.6512",
    "base-case 2035 86444.7019",
    "base-case 2040 86444.7019",
  ]);
  const dysprosium = short("cleantech-demand", "Dysprosium", "World");
  expect(dysprosium).toHaveLength(16);
  expect(dysprosium.slice(0, 2)).toEqual(["historical 2024 1531.13", "stated-policies 2030 2985.87"]);
  expect(short("demand-wind", "Dysprosium", "World")[0]).toBe("historical 2024 856.818");
});

test("figures printed twice are kept once, sensitivity cases and sums are left out and counted", async () => {
  const { rows, leftOut } = await read(readCut("iea-minerals"));
  const ev = rows.energyOutlook!.filter((r) => r.series === "demand-electric-vehicles" && r.item === "Cobalt");
  expect(ev.map((r) => r.locator)).toEqual(Array(16).fill("sheet 1, row 23"));
  expect(leftOut.get("a figure that an earlier sheet gave")).toBe(9 * 16);
  expect(leftOut.get("a sensitivity case beside the base case")).toBe(2);
  expect(leftOut.get("a sum over minerals")).toBe(6);
});

test("an unknown label, a mended one, a comma, a contradiction and a lost sheet: all with sheet and row", async () => {
  const sheets = readCut("iea-minerals");
  setCell(sheets, SUPPLY, 24, 6, "Total");
  setCell(sheets, SUPPLY, 61, 0, "Myanmarr");
  setCell(sheets, SUPPLY, 62, 1, "3,23");
  setCell(sheets, SUPPLY, 63, 2, -9.1);
  setCell(sheets, DEMAND, 24, 0, "Grid batteries");
  setCell(sheets, "4.3 EV", 9, 1, 66.9);
  const result = await read(sheets.filter((s) => s.name !== "4.2 Wind"));
  expect(faultsOf(result, folder)).toEqual([
    'iea.xlsx:1: no sheet "4.2 Wind"',
    `iea.xlsx[${DEMAND}]:24: unknown sector "Grid batteries"`,
    `iea.xlsx[${SUPPLY}]:62: historical 2024: got "3,23"`,
    `iea.xlsx[${SUPPLY}]:63: historical 2030: got -9.1`,
    `iea.xlsx[${SUPPLY}]:61: unknown country "Myanmarr" (name)`,
    expect.stringMatching(/\]:24: label of G24 is "Total", data\/corrections\.csv:\d+ expects "Total clean tech/),
    "iea.xlsx[4.3 EV]:9: demand-electric-vehicles of Cobalt, historical 2024: 66900 t, an earlier sheet says 66507.1 t",
  ]);
});

test("countries that do not add up to the total are noted", async () => {
  const sheets = readCut("iea-minerals");
  setCell(sheets, SUPPLY, 60, 1, 55.78735);
  const { notes } = await read(sheets);
  expect(notes[0]).toBe("Magnet rare earth elements - Mining: countries add up to 85.1 kt, the total says 75.1 kt");
});
