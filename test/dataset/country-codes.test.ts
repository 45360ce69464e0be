import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COUNTRY_CODE_TABLES, countryCodesOf } from "../../src/dataset/index.ts";

const files = new Map(COUNTRY_CODE_TABLES.map((name) => [name, readFileSync(join("data", name), "utf8")]));

test("alpha-3, M49 with and without zeros, and BACI's own numbers mean one country", () => {
  const codes = countryCodesOf(files);
  for (const [code, country] of [
    ["BRA", "BRA"],
    ["76", "BRA"],
    ["076", "BRA"],
    ["840", "USA"],
    ["842", "USA"], // BACI and Comtrade: with Puerto Rico and the Virgin Islands
    ["251", "FRA"],
    ["490", "TWN"],
  ])
    expect(codes(code!)).toEqual({ id: country, isGroup: false });
});

test("groups are known, and stay apart from countries; what nobody defines is not", () => {
  const codes = countryCodesOf(files);
  for (const [code, group] of [
    ["R20", "R20"],
    ["697", "R20"],
    ["EU", "EU"],
    ["EUU", "EUU"],
    ["OTH", "OTH"],
    ["WLD", "WLD"],
    ["XRW", "XRW"],
  ])
    expect(codes(code!)).toEqual({ id: group, isGroup: true });
  expect(["XYZ", "843", "", "Brazil"].map(codes)).toEqual([undefined, undefined, undefined, undefined]);
});

test("a table that is missing is named", () => {
  expect(() => countryCodesOf(new Map([...files].filter(([name]) => name !== "blocs.csv")))).toThrow(
    "blocs.csv:1: the table is missing",
  );
});
