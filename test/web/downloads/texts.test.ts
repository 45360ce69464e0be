import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvText } from "../../../src/web/downloads/csv.ts";
import { jsonText } from "../../../src/web/downloads/json.ts";
import { fileName } from "../../../src/web/downloads/save.ts";

test("a table comes back from CSV as another reader reads it", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 20 }).filter((s) => !/^[=+\-@\t\r]/.test(s));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
      const read = parse(csvText(["a", "b"], rows), { record_delimiter: "\r\n" });
      expect(read).toEqual([["a", "b"], ...rows]);
    }),
  );
});

test("numbers have a decimal point, what is missing is empty, a formula is text", () => {
  expect(csvText(["a", "b", "c", "d"], [[1234.5, null, Number.NaN, '=HYPERLINK("x")']])).toBe(
    'a,b,c,d\r\n1234.5,,,"\'=HYPERLINK(""x"")"\r\n',
  );
  expect(csvText(["a"], [[-3]])).toBe("a\r\n-3\r\n");
});

test("typed arrays and maps become plain JSON", () => {
  const value = { months: Float64Array.of(1, 0.5), by: new Map([["JPN", new Set(["x"])]]) };
  expect(JSON.parse(jsonText(value))).toEqual({ months: [1, 0.5], by: { JPN: ["x"] } });
});

test("names of files have no sign that a system could refuse", () => {
  expect(fileName("chain", "JPN", undefined, "a/b:c d")).toBe("monazite-chain-JPN-a-b-c-d");
});
