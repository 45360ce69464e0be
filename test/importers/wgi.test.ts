import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { statisticsTables } from "../../src/dataset/index.ts";
import { wgi } from "../../src/importers/wgi.ts";
import { faultsOf, shippedContext, temporaryFolder } from "./context.ts";
import { type CutSheet, readCut, setCell, writeWorkbook } from "./workbook-writer.ts";

const folder = temporaryFolder();
const context = shippedContext();

const read = (sheets: CutSheet[], name = "wgi.xlsx") => wgi.read([writeWorkbook(join(folder, name), sheets)], context);

test("keeps the six estimates of the newest year, under ISO codes", async () => {
  const { rows, problems, rejects, leftOut, notes } = await read(readCut("wgi"));
  expect([...problems, ...rejects]).toEqual([]);
  const of = (country: string) =>
    rows.governance!.filter((r) => r.country === country).map((r) => [r.indicator, r.year, r.estimate]);
  expect(of("CHN")).toEqual([
    ["voice-and-accountability", 2022, -1.6095749139785767],
    ["political-stability", 2022, -0.44107362627983093],
    ["government-effectiveness", 2022, 0.49503201246261597],
    ["regulatory-quality", 2022, -0.41841763257980347],
    ["rule-of-law", 2022, -0.04144398495554924],
    ["control-of-corruption", 2022, 0.015970248728990555],
  ]);
  expect(new Set(rows.governance!.map((r) => r.country))).toEqual(new Set(["AND", "AIA", "CHN", "ROU", "USA", "COD"]));
  expect(of("AIA")).toHaveLength(5);
  expect(leftOut.get("no estimate for the country (#N/A)")).toBe(1);
  expect(leftOut.get("Netherlands Antilles: dissolved in 2010")).toBe(6);
  expect(notes[0]).toContain("ZAR → COD");
});

test("the shipped table is that of the publisher's workbook: 213 countries, and the cut agrees with it", async () => {
  const file = statisticsTables.governance.file;
  const lines = readFileSync(join("data", file), "utf8").trimEnd().split("\n");
  expect(new Set(lines.slice(1).map((line) => line.split(",")[0])).size).toBe(213);
  expect(lines).toHaveLength(1 + 213 * 6 - 5);
  const { rows } = await read(readCut("wgi"));
  for (const r of rows.governance!)
    expect(lines).toContain([r.country, r.indicator, r.year, r.estimate, r.source, r.locator].join(","));
});

test("every fault is reported with sheet and row, all at once", async () => {
  const sheets = readCut("wgi");
  setCell(sheets, "RuleofLaw", 54, 1, "CHM");
  setCell(sheets, "RuleofLaw", 215, 140, "1,37");
  setCell(sheets, "ControlofCorruption", 215, 140, 110.4);
  setCell(sheets, "ControlofCorruption", 178, 1, "USA");
  setCell(sheets, "GovernmentEffectiveness", 15, 140, "Estimates");
  const result = await read([...sheets.filter((s) => s.name !== "RegulatoryQuality"), { name: "Index", rows: [] }]);
  expect(faultsOf(result, folder)).toEqual([
    "wgi.xlsx[GovernmentEffectiveness]:1: 0 columns of estimates for 2022, the newest year of the workbook",
    'wgi.xlsx:1: no sheet "RegulatoryQuality"',
    'wgi.xlsx[RuleofLaw]:54: unknown country code "CHM"',
    'wgi.xlsx[RuleofLaw]:215: estimate of 2022: got "1,37"',
    "wgi.xlsx[ControlofCorruption]:215: USA was given before, in row 178",
    'wgi.xlsx[Index]:1: unknown sheet "Index"',
  ]);
  expect(result.rejects[0]!.cells).toMatchObject({ B: "CHM" });
});

test("an estimate out of all bounds is no estimate", async () => {
  const sheets = readCut("wgi");
  setCell(sheets, "ControlofCorruption", 215, 140, 110.4);
  expect(faultsOf(await read(sheets), folder)).toEqual([
    "wgi.xlsx[ControlofCorruption]:215: estimate of 2022: got 110.4",
  ]);
});

test("what is no workbook, or only half of one, is said to be so", async () => {
  const text = join(folder, "wgi.csv");
  writeFileSync(text, "iso3,country,indicator,year,estimate\n");
  const half = join(folder, "half.xlsx");
  writeFileSync(half, readFileSync(writeWorkbook(join(folder, "whole.xlsx"), readCut("wgi"))).subarray(0, 2000));
  const faults = async (...paths: string[]) => {
    const result = await wgi.read(paths, context);
    expect(result.rows).toEqual({});
    return faultsOf(result, folder);
  };
  expect((await faults(text))[0]).toMatch(/^wgi\.csv:1: not a readable \.xlsx workbook/);
  expect((await faults(half))[0]).toMatch(/^half\.xlsx:1: not a readable \.xlsx workbook/);
  expect(await faults(join(folder, "none.xlsx"))).toEqual(["none.xlsx:1: no such file"]);
  expect(await faults(half, text)).toEqual([`wgi.csv:1: a second workbook beside ${half}`]);
});
