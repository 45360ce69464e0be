import { join } from "node:path";
import { expect, test } from "vitest";
import { ieaEv } from "../../src/importers/iea-ev.ts";
import { faultsOf, shippedContext, temporaryFolder } from "./context.ts";
import { type CutSheet, readCut, setCell, writeWorkbook } from "./workbook-writer.ts";

const folder = temporaryFolder();
const context = shippedContext();
const SHEET = "GEVO_EV_2025";

const read = (sheets: CutSheet[]) => ieaEv.read([writeWorkbook(join(folder, "ev.xlsx"), sheets)], context);

test("China's sales of cars: 6.4 million battery and 4.9 million plug-in cars in 2024, 13 million in 2030", async () => {
  const { rows, problems, rejects } = await read(readCut("iea-ev"));
  expect([...problems, ...rejects]).toEqual([]);
  const short = rows
    .energyOutlook!.filter((r) => r.region === "CHN" && r.series === "ev-sales")
    .map((r) => `${r.scenario} ${r.year} ${r.item}: ${r.value} ${r.unit}`);
  expect(short).toEqual([
    "stated-policies 2030 cars, BEV: 13000000 vehicles",
    "stated-policies 2030 cars, PHEV: 8200000 vehicles",
    "historical 2024 cars, BEV: 6400000 vehicles",
    "historical 2023 cars, BEV: 5400000 vehicles",
    "historical 2024 cars, PHEV: 4900000 vehicles",
    "historical 2022 cars, BEV: 4400000 vehicles",
    "historical 2023 cars, PHEV: 2700000 vehicles",
    "historical 2022 cars, PHEV: 1500000 vehicles",
    "stated-policies 2030 cars, FCEV: 25000 vehicles",
    "historical 2023 cars, FCEV: 520 vehicles",
    "historical 2022 cars, FCEV: 240 vehicles",
    "historical 2024 cars, FCEV: 62 vehicles",
  ]);
});

test("regions keep their names, countries get their codes, batteries their GWh", async () => {
  const { rows } = await read(readCut("iea-ev"));
  const batteries = rows.energyOutlook!.filter((r) => r.series === "battery-demand");
  expect(batteries.map((r) => [r.region, r.item, r.value, r.unit])).toEqual([
    ["World", "cars, all electric", 840, "GWh"],
    ["USA", "cars, all electric", 110, "GWh"],
    ["Rest of the world", "cars, all electric", 69, "GWh"],
  ]);
  expect(new Set(rows.energyOutlook!.map((r) => r.region))).toContain("EUU");
  expect(new Set(rows.energyOutlook!.map((r) => r.region))).toContain("KOR");
});

test("what is left out is counted, and the row that the workbook holds twice is noted", async () => {
  const { leftOut, notes } = await read(readCut("iea-ev"));
  expect(leftOut.get("exact repeat of another row")).toBe(1);
  expect(notes).toEqual([`${join(folder, "ev.xlsx")}[${SHEET}]: row 3307 repeats another exactly`]);
  expect(leftOut.get("a past year of a projection")).toBe(15);
  expect(leftOut.get("a year before the newest 3")).toBe(3);
  expect(leftOut.get("charging points are not followed here")).toBe(4);
});

test("unknown labels, a contradiction and odd numbers are reported with sheet and row", async () => {
  const sheets = readCut("iea-ev");
  setCell(sheets, SHEET, 66, 0, "Chinaa");
  setCell(sheets, SHEET, 111, 2, "EV sale");
  setCell(sheets, SHEET, 141, 7, "6.400.000");
  setCell(sheets, SHEET, 153, 7, -5);
  setCell(sheets, SHEET, 3307, 7, 5500);
  setCell(sheets, SHEET, 5323, 6, "MWh");
  const result = await read(sheets);
  const place = `ev.xlsx[${SHEET}]`;
  expect(faultsOf(result, folder)).toEqual([
    `${place}:66: unknown country "Chinaa" (name)`,
    `${place}:111: unknown parameter "EV sale"`,
    `${place}:141: value: got "6.400.000"`,
    `${place}:153: value: got -5`,
    `${place}:3306: ev-sales:trucks, BEV:IND:stated-policies:2030 contradicts row 3307`,
    `${place}:3307: ev-sales:trucks, BEV:IND:stated-policies:2030 contradicts row 3306`,
    `${place}:5323: unknown unit "MWh"`,
  ]);
});

test("another workbook is not taken for this one", async () => {
  const other = await read([{ name: "Notes", rows: [] }]);
  expect(faultsOf(other, folder)).toEqual([`ev.xlsx:1: no sheet "${SHEET}"`]);
  const sheets = readCut("iea-ev");
  setCell(sheets, SHEET, 1, 7, "amount");
  expect(faultsOf(await read(sheets), folder)).toEqual([`ev.xlsx[${SHEET}]:1: column "value" is missing`]);
});
