import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { readPlan } from "../../src/cli/io/read-plan.ts";
import { acts } from "../../src/ledger/index.ts";
import { openAtoms } from "../../src/planning/atoms.ts";
import { checkCandidates } from "../../src/planning/market-evaluator.ts";
import { costUsd } from "../../src/planning/money.ts";
import { planJsonSchema } from "../../src/planning/plan-json-schema.ts";
import { blocksOf } from "../docs/markdown.ts";

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

  test("can be done in every future: each candidate finds its markets and routes", { timeout: 60_000 }, () => {
    checkCandidates(openAtoms(dataset, plan));
  });

  test("every payer has a budget, in every year of the plan", () => {
    for (const { payer, year } of plan.candidates.flatMap((c) => c.costs))
      expect(plan.budgets.some((b) => b.payer === payer && b.fromYear <= year && year <= b.toYear)).toBe(true);
  });
});

test("the example of CONTRIBUTING.md reads, and an editor accepts it", () => {
  const { text } = blocksOf("CONTRIBUTING.md").find(
    (b) => b.language === "yaml" && b.text.includes("plan.schema.json"),
  )!;
  accepts(parse(text));
  expect(accepts.errors).toBeNull();
  const folder = mkdtempSync(join(tmpdir(), "monazite-plan-"));
  try {
    const parent = readFileSync("plans/us-japan.yaml", "utf8");
    writeFileSync(
      join(folder, "us-japan.yaml"),
      parent.replaceAll("../scenarios/", `${join(process.cwd(), "scenarios")}/`),
    );
    writeFileSync(join(folder, "mine.yaml"), text);
    const { plan } = readPlan(join(folder, "mine.yaml"), known);
    const refinery = plan.candidates.find((c) => c.id === "au-eneabba")!;
    expect(refinery.costs.reduce((sum, c) => sum + c.usd, 0)).toBeCloseTo(0.5 * 1140e6, 0);
    expect(plan.candidates.at(-1)!.policy).toMatchObject({ recipe: "reduce-dysprosium", capacityTonnesPerYear: 75 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("an editor accepts a budget of zero", () => {
  const small = parse(readFileSync("plans/small.yaml", "utf8"));
  accepts({ ...small, budgets: [{ ...small.budgets[0], usd: 0 }] });
  expect(accepts.errors).toBeNull();
});

describe("an editor marks", () => {
  const small = parse(readFileSync("plans/small.yaml", "utf8"));
  test.each([
    ["an unknown key", { ...small, month: 6 }],
    ["an unknown measure in a list", { ...small, candidates: ["us-magnets-11x"] }],
    ["an unknown key of a candidate", { ...small, candidates: [{ "us-magnets-10x": { capitl: 1 } }] }],
    ["a negative cost", { ...small, candidates: { "us-magnets-10x": { capital: -1 } } }],
    ["a negative budget", { ...small, budgets: [{ ...small.budgets[0], usd: -1 }] }],
    ["a month that is none", { ...small, start: "2026-13" }],
  ])("%s", (_, value) => {
    expect(accepts(value)).toBe(false);
  });
});
