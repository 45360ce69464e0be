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

  const sections = readDoc("docs/indicators.md").split(/^## /m).slice(1);
  const appliedIn = (section: string) => appliedIndicators.filter(({ id }) => section.includes(commandOf(id)));

  test.each(appliedIndicators.map(({ id }) => id))("%s has a section with its input file", (id) => {
    const section = sections.find((text) => text.includes(commandOf(id)));
    expect(section).toBeDefined();
    expect(section).toMatch(/^```(csv|json)$/m);
  });

  const withFile = sections
    .filter((text) => appliedIn(text).length > 0)
    .map((section) => ({ title: section.split("\n")[0]!, section }));

  test.each(withFile)("the input file of $title gives what is said", ({ section }) => {
    const [, , file, said] = /^```(csv|json)\n([^`]*)```\n\n(`.*)$/m.exec(section) ?? [];
    const stated = [...(said ?? "").matchAll(/`(\w+)` (-?[\d.]+)/g)].map(([, name, value]) => [name, Number(value)]);
    expect(stated.length).toBeGreaterThan(0);
    for (const indicator of appliedIn(section))
      expect(rounded(indicator.compute("input", file!)[0])).toMatchObject(Object.fromEntries(stated));
  });

  test("the published case of GeoPolRisk is the one printed", () => {
    const geopolrisk = appliedIndicators.find(({ id }) => id === "geopolrisk")!;
    const [nickel] = geopolrisk.compute("geopolrisk.json", readDoc("examples/geopolrisk.json"));
    const digits = (name: string) => Number((nickel![name] as number).toPrecision(5));
    expect(readDoc("docs/indicators.md")).toContain(
      `HHI ${digits("hhi")}, import risk ${digits("importRisk")}, score ${digits("score")}, price ${digits("price")} USD/kg, cf ${digits("cf")}.`,
    );
  });
});

/** How a section names the command that its input file is for. */
function commandOf(id: string): string {
  return `\`monazite indicators ${id} --input `;
}
