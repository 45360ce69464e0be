import { expect, test } from "vitest";
import { csvField, sheetField } from "../../src/dataset/index.ts";

test.each([
  ["=SUM(A1)", "'=SUM(A1)"],
  ["+1 Inc.", "'+1 Inc."],
  ["-cmd|x", "'-cmd|x"],
  ["@me", "'@me"],
  ["\tx", "'\tx"],
  ["\rx", '"\'\rx"'],
  ["a\rb", '"a\rb"'],
  ['=a,"b"', '"\'=a,""b"""'],
  ["-", "'-"],
])("%j is kept from being a formula: %j", (text, cell) => {
  expect(sheetField(text)).toBe(cell);
});

test.each([
  [-0.5, "-0.5"],
  [-1e-7, "-1e-7"],
  ["-0.5", "-0.5"],
  ["-1.5e-3", "-1.5e-3"],
  ["2016–2020", "2016–2020"],
  ["a-b", "a-b"],
  [null, ""],
  [0, "0"],
] as const)("%j stays what it is: %j", (value, cell) => {
  expect(sheetField(value)).toBe(cell);
});

test("a table that is read back gets no apostrophes", () => {
  expect(csvField("=x")).toBe("=x");
  expect(csvField(" x")).toBe('" x"');
});
