import { expect, test } from "vitest";
import { readCountries } from "../../src/importers/country.ts";
import { readMapping } from "../../src/importers/mapping.ts";
import { shippedContext } from "./context.ts";

const countries = readCountries(shippedContext());
const row = { file: "x.csv", row: 7, cells: {} };

test("NA is Namibia", () => {
  expect(countries.find("iso2", "NA")).toBe("NAM");
  expect(countries.find("m49", "516")).toBe("NAM");
  expect(countries.find("name", "Namibia")).toBe("NAM");
});

test("knows the publishers' spellings", () => {
  const names = {
    "Korea, Republic of": "KOR",
    "Congo (Kinshasa)": "COD",
    Burma: "MMR",
    "Côte d’Ivoire": "CIV",
    "United\u00a0States": "USA",
  };
  for (const [name, code] of Object.entries(names)) expect(countries.find("name", name)).toBe(code);
  expect(countries.find("name", "World total (rounded)")).toBe("WLD");
  expect(countries.find("m49", "36")).toBe("AUS");
  expect(countries.find("m49", "490")).toBe("TWN");
});

test("an unknown country is a problem with its row and the nearest name", () => {
  expect(countries.find("name", "Austrlia")).toBeUndefined();
  expect(countries.unknown(row, "name", "Austrlia")).toEqual({
    file: "x.csv",
    line: 7,
    message: 'unknown country "Austrlia" (name)',
    remedy: 'did you mean "australia"? otherwise add it to data/mappings/countries.csv',
  });
});

const mappingOf = (text: string) => () =>
  readMapping(
    { files: new Map([["mappings/x.csv", `label,material,stage,form,factor,skip\n${text}`]]), progress: () => {} },
    "x",
  );

test("a label is kept or left out, once", () => {
  expect(mappingOf("a,gallium,,metal,,\nb,,,,,not critical\n")().find("b")).toMatchObject({ skip: "not critical" });
  expect(mappingOf("a,gallium,,,,\na,gallium,,,,\n")).toThrow(/"a" comes twice/);
  expect(mappingOf("a,,,,,\n")).toThrow(/expected a material or a reason to skip/);
  expect(mappingOf("a,gallium,,,,\n")().unlisted(row, "b").message).toBe('label "b" is not in data/mappings/x.csv');
});
