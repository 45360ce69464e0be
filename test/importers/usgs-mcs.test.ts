import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ImportResult } from "../../src/importers/importer.ts";
import { usgsMcs } from "../../src/importers/usgs-mcs.ts";
import { faultsOf, shippedContext, temporaryFolder } from "./context.ts";

const folder = temporaryFolder();
const fixture = (year: 2025 | 2026) => join(import.meta.dirname, `fixtures/usgs-mcs-${year}.csv`);
const of2026 = await usgsMcs.read([fixture(2026)], shippedContext());
const of2025 = await usgsMcs.read([fixture(2025)], shippedContext());

const find = (result: ImportResult, table: keyof ImportResult["rows"], wanted: Record<string, unknown>) =>
  (result.rows[table] ?? []).filter((row) => Object.entries(wanted).every(([k, v]) => row[k] === v));

/** The fixture with an edit, made on its bytes so that the encoding stays. */
async function edited(year: 2025 | 2026, edit: (text: string) => string): Promise<string[]> {
  const path = join(folder, "edited.csv");
  writeFileSync(path, Buffer.from(edit(readFileSync(fixture(year), "latin1")), "latin1"));
  return faultsOf(await usgsMcs.read([path], shippedContext()), folder);
}

test("reads both releases without a fault", () => {
  expect(faultsOf(of2026, "")).toEqual([]);
  expect(faultsOf(of2025, "")).toEqual([]);
  expect(of2026.readRows).toBe(106);
  expect(of2025.readRows).toBe(50);
});

test("converts kilograms, thousands and dashes", () => {
  const gallium = { material: "gallium", year: 2024, source: "usgs-mcs-2026" };
  expect(find(of2026, "worldProduction", { ...gallium, country: "CHN" })).toEqual([
    expect.objectContaining({ stage: "refining", tonnes: 839, status: "reported", note: "Source: Asian Metal Ltd." }),
  ]);
  expect(find(of2026, "worldProduction", { ...gallium, country: "WLD" })[0]).toMatchObject({ tonnes: 848 });
  expect(find(of2026, "worldProduction", { ...gallium, country: "USA" })[0]).toMatchObject({ tonnes: 0 });
  expect(find(of2026, "worldProduction", { ...gallium, country: "JPN" })[0]).toMatchObject({ status: "estimated" });
  const manganese = find(of2026, "worldProduction", { material: "manganese", country: "CIV" });
  expect(manganese[0]).toMatchObject({ year: 2024, form: "mine production, manganese content" });
  expect(manganese[0]!.tonnes).toBeGreaterThan(100_000);
});

test("a withheld value is blank, and a range is not turned into a number", () => {
  const usa = find(of2026, "worldProduction", { material: "tellurium", country: "USA", status: "withheld" });
  expect(usa.map((r) => r.tonnes)).toEqual([null]);
  expect(find(of2026, "worldProduction", { material: "yttrium" })[0]).toMatchObject({
    tonnes: null,
    status: "reported",
    note: "printed as 10,000 - 15,000",
  });
});

test("reads import reliance with its words", () => {
  expect(find(of2026, "reliance", { material: "gallium", year: 2025 })[0]).toMatchObject({
    share: 1,
    qualifier: "exact",
  });
  const compounds = find(of2026, "reliance", { material: "rare-earths", form: "Compounds and metals" });
  expect(compounds.map((r) => [r.year, r.share, r.qualifier])).toEqual([
    [2021, 0.95, "more-than"],
    [2022, 0.95, "more-than"],
    [2023, 0.9, "more-than"],
    [2024, 0.53, "exact"],
    [2025, 0.67, "exact"],
  ]);
  const concentrates = find(of2026, "reliance", { form: "Mineral concentrates", year: 2024 });
  expect(concentrates[0]).toMatchObject({ share: null, qualifier: "net-exporter" });
});

test("reads import sources and leaves out countries given together", () => {
  const gallium = find(of2026, "importSources", { material: "gallium" });
  expect(gallium.reduce((sum, r) => sum + Number(r.share), 0)).toBeCloseTo(1, 12);
  expect(gallium[0]).toMatchObject({ importer: "USA", exporter: "CAN", years: "2021-2024", share: 0.28 });
  expect(find(of2026, "importSources", { material: "copper", exporter: "CAN" })[0]!.locator).toMatch(/printed as >99/);
  expect(of2026.leftOut.get("countries given together")).toBe(1);
  expect(of2026.leftOut.get("not on the 2025 list of critical minerals")).toBe(2);
});

test("prices go to dollars per tonne; manganese is per ten kilograms, whatever its unit column says", () => {
  expect(find(of2026, "marketPrices", { material: "gallium", year: 2024 })[0]).toMatchObject({
    value: 439,
    unit: "dollars per kilogram",
    usdPerTonne: 439_000,
  });
  expect(find(of2026, "marketPrices", { material: "manganese", year: 2021 })[0]).toMatchObject({
    value: 5.27,
    usdPerTonne: 527,
  });
});

test("the world data of 2025: notes hold the codes, titanium is in thousands, a blank says nothing", () => {
  expect(find(of2025, "worldProduction", { material: "gallium", country: "CHN", year: 2024 })[0]).toMatchObject({
    tonnes: 750,
    source: "usgs-mcs-2025-data",
  });
  expect(find(of2025, "worldProduction", { material: "boron", country: "USA", year: 2023 })[0]).toMatchObject({
    tonnes: null,
    status: "withheld",
  });
  const rutile = { form: "rutile, TiO2 content", country: "SLE", year: 2024 };
  expect(find(of2025, "worldProduction", rutile)[0]).toMatchObject({ tonnes: 60_000 });
  expect(find(of2025, "worldProduction", { material: "germanium" })).toEqual([]);
  expect(of2025.leftOut.get("blank, without a word whether it is nothing or not known")).toBeGreaterThan(15);
});

test("replaces only the releases it read", () => {
  expect(of2025.replaces.worldProduction).toEqual([{ source: "usgs-mcs-2025-data" }]);
  expect(of2026.replaces.worldProduction).toEqual([{ source: "usgs-mcs-2026" }]);
});

const china2024 = 'Gallium,China,Production,Primary production,kilograms,2024,"839,000"';

test.each([
  ["negative weight", '"839,000"', '"-839,000"', /:48: the value is negative: "-839,000"/],
  ["not a number", '"839,000"', "lots", /:48: the value is not a number or a code of the USGS: "lots"/],
  [
    "more than the world",
    '"839,000"',
    '"839,000,000"',
    /:48: CHN is said to make 839000 t of gallium.* the world 848 t/,
  ],
  ["absurd weight", '"839,000"', '"98,000,000,000,000"', /:48: .* more than is mined of anything/],
  ["mixed units", "kilograms", "metric tons", /:48: unit "metric tons" among figures in "kilograms" \(row 47\)/],
  ["unknown unit", "kilograms", "stone", /:48: unit "stone" is no weight/],
  ["unknown country", "China", "Chnia", /:48: unknown country "Chnia"/],
  [
    "unlisted label",
    "Primary production",
    "Primary prodution",
    /:48: label "world\|GALLIUM.*prodution" is not in data/,
  ],
])("names the row of a %s", async (_, got, wrong, expected) => {
  const faults = await edited(2026, (text) => text.replace(china2024, china2024.replace(got, wrong)));
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(expected);
});

test("names rows given twice, the same or with another value", async () => {
  const row = (text: string) => text.split("\n").find((line) => line.includes(china2024))!;
  expect(await edited(2026, (text) => `${text}${row(text)}\n`)).toEqual([]);
  const other = (text: string) => row(text).replace("839,000", "800,000");
  expect(await edited(2026, (text) => `${text}${other(text)}\n`)).toEqual([
    expect.stringMatching(/^edited.csv:48: .*@CHN:2024:usgs-mcs-2026 contradicts row 108$/),
    expect.stringMatching(/^edited.csv:108: .*contradicts row 48$/),
  ]);
});

test("reports all faults of all files together", async () => {
  const faults = await edited(2026, (text) => text.replaceAll("Russia,", "Rusia,").replaceAll("Japan,", "Jpaan,"));
  expect(faults.length).toBeGreaterThan(4);
  const paths = [fixture(2026), join(folder, "none.csv"), join(folder, "edited.csv")];
  const all = faultsOf(await usgsMcs.read(paths, shippedContext()), folder);
  expect(all).toContain("none.csv:1: no such file");
  expect(all.some((f) => f.includes("edited.csv"))).toBe(true);
});

test("says what was corrected, once for all rows of a correction", async () => {
  const { notes } = await usgsMcs.read([fixture(2025)], shippedContext());
  const corrected = notes.filter((n) => n.startsWith("corrected: "));
  expect(corrected).toContainEqual(
    expect.stringMatching(/\|Sierra Leone, UNIT_MEAS: "" read as "thousand metric tons" \(the cell is blank/),
  );
  expect(new Set(corrected).size).toBe(corrected.length);
});

test("stops when the publisher has repaired what a correction expects", async () => {
  const faults = await edited(2025, (text) =>
    text
      .replace("Sierra Leone,", "Sierra Leone,")
      .replace(/(Sierra Leone,"Mine production, rutile[^"]*"),,/, "$1,thousand metric tons,"),
  );
  expect(faults).toEqual([
    expect.stringMatching(
      /UNIT_MEAS of Titanium Mineral.*\|Sierra Leone is "thousand metric tons", data\/corrections.csv:\d+ expects ""/,
    ),
  ]);
});
