import { describe, expect, test } from "vitest";
import * as indicators from "../../src/indicators/index.ts";
import { appliedIndicators } from "../../src/indicators/input/index.ts";
import { blocksOf, readDoc } from "./markdown.ts";

const examples = blocksOf("docs/indicators.md")
  .filter(({ language }) => language === "js")
  .flatMap(({ text }) => text.split("\n"))
  .map((line) => {
    const [expression, answer] = line.split("; // → ");
    return { expression: expression!, answer };
  });

/** Evaluates an expression of the document with the functions of the room by name. */
function evaluate(expression: string): unknown {
  return new Function(...Object.keys(indicators), `return (${expression});`)(...Object.values(indicators));
}

/** The same with its numbers to 12 digits. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part) => (typeof part === "number" ? Number(part.toPrecision(12)) : part)),
  );
}

describe("docs/indicators.md", () => {
  test.each(examples)("$expression is $answer", ({ expression, answer }) => {
    expect(answer).toBeDefined();
    expect(rounded(evaluate(expression))).toEqual(rounded(evaluate(answer!)));
  });

  test("works an example of every indicator", () => {
    const notShown = new Set(["apparentConsumption", "geoPolRiskInstability", "geoPolRiskBatch"]);
    const functions = Object.entries(indicators).filter(
      ([name, value]) => typeof value === "function" && !notShown.has(name),
    );
    const unused = functions
      .map(([name]) => name)
      .filter((name) => !examples.some((e) => e.expression.includes(`${name}(`)));
    expect(unused).toEqual([]);
  });

  test("names every indicator of the command line", () => {
    const text = readDoc("docs/indicators.md");
    expect(appliedIndicators.map(({ id }) => id).filter((id) => !text.includes(id))).toEqual([]);
  });
});
