import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { formatProblems, readDataset } from "../../src/dataset/index.ts";

const folder = join(import.meta.dirname, "../../data");
const present = existsSync(join(folder, "sources.csv"));

describe(`the shipped dataset${present ? "" : " (skipped: data/sources.csv is not there yet)"}`, () => {
  it.skipIf(!present)("parses and passes every check", () => {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".csv"));
    const files = new Map(names.map((name) => [name.split(sep).join("/"), readFileSync(join(folder, name), "utf8")]));
    const { dataset, problems } = readDataset(files);
    expect(formatProblems(problems)).toBe("");
    expect(dataset.production.length).toBeGreaterThan(20);
  });
});
