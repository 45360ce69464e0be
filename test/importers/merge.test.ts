import { expect, test } from "vitest";
import type { ImportResult } from "../../src/importers/importer.ts";
import { mergeTables } from "../../src/importers/merge.ts";
import { writeCsv } from "../../src/importers/write-csv.ts";

const header = "material,form,year,value,unit,usdPerTonne,source,locator";
const file = "statistics/prices.csv";
const before = `${header}\ngallium,metal,2024,439,dollars per kilogram,439000,old,\ngallium,metal,2024,450,dollars per kilogram,450000,other,\n`;
const row = (year: number, value: number) => ({
  material: "gallium",
  form: "metal",
  year,
  value,
  unit: "dollars per kilogram",
  usdPerTonne: null,
  source: "old",
  locator: 'GALLIUM, "7N"',
});
const result = (rows: ImportResult["rows"]): ImportResult => ({
  rows,
  replaces: { marketPrices: [{ source: "old" }] },
  readRows: 0,
  leftOut: new Map(),
  notes: [],
  problems: [],
  rejects: [],
});

test("replaces the rows of the source, keeps the rest, sorts by key", () => {
  const changes = mergeTables(new Map([[file, before]]), result({ marketPrices: [row(2025, 580), row(2023, 365)] }));
  expect(changes.get(file)).toBe(
    [
      header,
      'gallium,metal,2023,365,dollars per kilogram,,old,"GALLIUM, ""7N"""',
      "gallium,metal,2024,450,dollars per kilogram,450000,other,",
      'gallium,metal,2025,580,dollars per kilogram,,old,"GALLIUM, ""7N"""',
      "",
    ].join("\n"),
  );
});

test("the same rows in another order give the same bytes, and then nothing changes", () => {
  const rows = [row(2021, 1), row(2022, 2), row(2023, 3)];
  const once = mergeTables(new Map([[file, before]]), result({ marketPrices: rows }));
  const again = mergeTables(new Map([[file, once.get(file)!]]), result({ marketPrices: rows.toReversed() }));
  expect(again.size).toBe(0);
});

test("refuses rows that the table could not be read back with", () => {
  const merge = (rows: readonly object[]) => () =>
    mergeTables(new Map([[file, before]]), result({ marketPrices: rows as never }));
  expect(merge([row(2025, 1), row(2025, 2)])).toThrow(/would be there twice, also in line 3/);
  expect(merge([row(2025, -1)])).toThrow(/-1 is outside 0 to/);
});

test("tables in several files: one file a heading, an empty one goes", () => {
  const flow = (hs6: string) => ({
    hs6,
    year: 2024,
    exporter: "CHN",
    importer: "NAM",
    valueThousandUsd: 1,
    tonnes: 2,
    source: "b",
  });
  const old = "year,exporter,importer,valueThousandUsd,tonnes,source\n2024,CHN,USA,1,2,b\n";
  const changes = mergeTables(new Map([["statistics/trade/850511.csv", old]]), {
    ...result({ tradeFlows: [flow("811292")] }),
    replaces: { tradeFlows: [{ hs6: "850511", source: "b" }] },
  });
  expect(changes.get("statistics/trade/850511.csv")).toBeNull();
  expect(changes.get("statistics/trade/811292.csv")).toMatch(/^year,exporter.*\n2024,CHN,NAM,1,2,b\n$/);
});

test("writes a field in quotes only where it must be", () => {
  expect(
    writeCsv(
      ["a", "b"],
      [
        ["x y", ' "z'],
        [null, 0.1],
      ],
    ),
  ).toBe('a,b\nx y," ""z"\n,0.1\n');
});
