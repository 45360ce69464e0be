import fc from "fast-check";
import { expect, test } from "vitest";
import { columnsOf, wrapWide } from "../../../src/cli/render/wide.ts";

test("Japanese breaks anywhere and takes two columns a character", () => {
  expect(columnsOf("輸出a")).toBe(5);
  expect(wrapWide("中国は輸出を禁止した。", 8)).toEqual(["中国は輸", "出を禁止", "した。"]);
});

test("words stay whole where they fit", () => {
  expect(wrapWide("China bans gallium", 10)).toEqual(["China bans", "gallium"]);
  expect(wrapWide("", 10)).toEqual([]);
});

test("no line is too wide and nothing but white space is lost", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "輸", "ー", "é"), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 20 }), (of, width) => {
      const lines = wrapWide(of, width);
      for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      expect(lines.join("").replaceAll(" ", "")).toBe(of.replaceAll(" ", ""));
    }),
  );
});
