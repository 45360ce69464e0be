import fc from "fast-check";
import { expect, test } from "vitest";
import { shorten, table, wrap } from "../../../src/cli/render/index.ts";

test("text is cut with an ellipsis", () => {
  expect(shorten("dysprosium", 10)).toBe("dysprosium");
  expect(shorten("dysprosium", 5)).toBe("dysp…");
});

test("wrapped lines keep their words and never exceed the width", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,9}$/)), fc.integer({ min: 9, max: 40 }), (words, width) => {
      const lines = wrap(words.join(" "), width);
      expect(lines.join(" ").split(" ").filter(Boolean)).toEqual(words);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
    }),
  );
});

test("a narrow table loses the least important columns first", () => {
  const columns = [{ title: "use" }, { title: "need", drop: 2 }, { title: "worst" }, { title: "status", drop: 3 }];
  const rows = [["electric vehicles", "1,000", "34 %", "reported"]];
  expect(table(columns, rows, { width: 80 }).split("\n")[0]).toBe("use                need   worst  status");
  expect(table(columns, rows, { width: 30 }).split("\n")[0]).toBe("use               need   worst");
  expect(table(columns, rows, { width: 22 }).split("\n")[0]).toBe("use              worst");
});
