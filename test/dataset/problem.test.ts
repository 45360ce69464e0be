import { describe, expect, it } from "vitest";
import { formatProblem, formatProblems, InputError, sortProblems } from "../../src/dataset/index.ts";

const at = (line: number, column?: number) => ({ file: "a.csv", line, column, message: "bad", remedy: "mend it" });

describe("problems", () => {
  it("are worded as file:line:column: message; remedy", () => {
    expect(formatProblem(at(3, 5))).toBe("a.csv:3:5: bad; mend it");
    expect(formatProblem(at(3))).toBe("a.csv:3: bad; mend it");
  });

  it("are listed up to a cap that says how many more there are", () => {
    const text = formatProblems([at(1), at(2), at(3)], 2);
    expect(text.split("\n")).toEqual(["a.csv:1: bad; mend it", "a.csv:2: bad; mend it", "… and 1 more problems"]);
  });

  it("travel together in an InputError, in reading order", () => {
    const error = new InputError(sortProblems([at(9), at(2, 4), at(2, 1)]));
    expect(error.problems.map((p) => [p.line, p.column])).toEqual([
      [2, 1],
      [2, 4],
      [9, undefined],
    ]);
    expect(error.message).toContain("a.csv:9");
  });
});
