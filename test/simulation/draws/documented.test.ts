import { expect, test } from "vitest";
import { parse } from "yaml";
import { distributionSchema } from "../../../src/simulation/draws/distribution.ts";
import { SOBOL_DIMENSIONS } from "../../../src/simulation/draws/sobol.ts";
import { uncertainSchema } from "../../../src/simulation/draws/uncertain.ts";
import { blocksOf, readDoc, tableUnder } from "../../docs/markdown.ts";
import { shippedScenario } from "../../shipped/shipped.ts";
import { samplePlan, sampleSummary } from "./sample-sweep.ts";

const doc = readDoc("docs/uncertainty.md");

test("the example of uncertain: is the shipped one, but for what it leaves out", () => {
  const [block] = blocksOf("docs/uncertainty.md").filter(({ language }) => language === "yaml");
  const { uncertain } = parse(block!.text) as { uncertain: Record<string, unknown> };
  const shipped = shippedScenario("october-2025-expansion").uncertain!;
  for (const [id, entry] of Object.entries(uncertain)) {
    const { targets, note: _, ...rest } = uncertainSchema.parse(entry);
    expect(shipped[id]).toMatchObject(rest);
    expect(shipped[id]!.targets).toEqual(expect.arrayContaining(targets));
  }
});

test("every kind of distribution is in the table, with its keys", () => {
  const kinds = distributionSchema.options.map((option) => {
    const { kind, ...keys } = option.shape;
    return { kind: [...kind.values][0]!, keys: Object.keys(keys) };
  });
  const rows = doc.split("\n").filter((line) => line.startsWith("| `"));
  for (const { kind, keys } of kinds) {
    const row = rows.find((line) => line.startsWith(`| \`${kind}\` |`));
    expect(row, kind).toBeDefined();
    for (const key of keys) expect(row).toContain(key);
  }
});

test("what it says of Sobol points is true", () => {
  expect(doc).toContain(`of which there are ${SOBOL_DIMENSIONS}`);
  expect(() => tableUnder("docs/uncertainty.md", "## What is recorded")).not.toThrow();
});

test("docs/results.md names every field of the summary", () => {
  const [, after] = readDoc("docs/results.md").split("# What `simulate --draws N --json` prints");
  const text = after!.split("\n# ")[0]!;
  const summary = sampleSummary(samplePlan("sensitivity", 40));
  const keys = (value: unknown): string[] => {
    if (Array.isArray(value)) return keys(value[0]);
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => [key, ...keys(inner)]);
  };
  for (const key of new Set(keys(summary))) expect(text, key).toMatch(new RegExp(`\`${key}(\\[\\])?\``));
});
