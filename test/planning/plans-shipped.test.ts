import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { readPlan } from "../../src/cli/io/read-plan.ts";
import { acts } from "../../src/ledger/index.ts";
import { costUsd } from "../../src/planning/money.ts";
import { planJsonSchema } from "../../src/planning/plan-json-schema.ts";

const dataset = readDataset();
const known = { dataset, vocabulary: vocabularyOf(dataset) };
const published = readFileSync("plans/plan.schema.json", "utf8");
const accepts = new Ajv2020({ formats: { date: true } }).compile(JSON.parse(published));
const files = readdirSync("plans").filter((name) => name.endsWith(".yaml"));

test("the published schema is the one the code makes; if not: npm run schema", () => {
  const ledgerIds = dataset.events.filter(acts).map((event) => event.id);
  const measureIds = dataset.measures.map((measure) => measure.id);
  expect(published).toBe(`${JSON.stringify(planJsonSchema(measureIds, ledgerIds), null, 2)}\n`);
});

describe.each(files)("%s", (file) => {
  const { plan } = readPlan(`plans/${file}`, known);

  test("an editor accepts it", () => {
    accepts(parse(readFileSync(`plans/${file}`, "utf8")));
    expect(accepts.errors).toBeNull();
  });

  test("costs what its measures say: something, within low and high", () => {
    expect(
      costUsd(
        plan,
        plan.candidates.map(() => 1),
      ),
    ).toBeGreaterThan(1e6);
    for (const { costs, costRangeUsd, id } of plan.candidates) {
      const sum = costs.reduce((all, cost) => all + cost.usd, 0);
      expect.soft(sum, id).toBeGreaterThanOrEqual(costRangeUsd.low * (1 - 1e-9));
      expect.soft(sum, id).toBeLessThanOrEqual(costRangeUsd.high * (1 + 1e-9));
    }
  });

  test("every payer has a budget, in every year of the plan", () => {
    for (const { payer, year } of plan.candidates.flatMap((c) => c.costs))
      expect(plan.budgets.some((b) => b.payer === payer && b.fromYear <= year && year <= b.toYear)).toBe(true);
  });
});

describe("an editor marks", () => {
  const small = parse(readFileSync("plans/small.yaml", "utf8"));
  test.each([
    ["an unknown key", { ...small, month: 6 }],
    ["an unknown measure in a list", { ...small, candidates: ["us-magnets-11x"] }],
    ["an unknown key of a candidate", { ...small, candidates: [{ "us-magnets-10x": { capitl: 1 } }] }],
    ["a negative cost", { ...small, candidates: { "us-magnets-10x": { capital: -1 } } }],
    ["a budget of zero", { ...small, budgets: [{ ...small.budgets[0], usd: 0 }] }],
    ["a month that is none", { ...small, start: "2026-13" }],
  ])("%s", (_, value) => {
    expect(accepts(value)).toBe(false);
  });
});
