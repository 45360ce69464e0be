import { describe, expect, test } from "vitest";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { measureKinds, validateTree } from "../../src/dataset/index.ts";
import { checkMeasures } from "../../src/planning/check-measures.ts";
import { measureEntry } from "../../src/planning/measure.ts";
import { createCalendar } from "../../src/policy/calendar.ts";
import { compilePolicies } from "../../src/policy/compile.ts";
import { type NamedPolicy, policySchema } from "../../src/policy/kinds/index.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";

const dataset = readDataset();
const { model } = openWorkbench(dataset);
const vocabulary = vocabularyOf(dataset);
const policies = dataset.measures.map(
  ({ id }, i): NamedPolicy => ({
    ...validateTree(measureEntry(dataset, dataset.measures[i]!), policySchema).value,
    id,
  }),
);

test("every shipped measure makes a policy", () => {
  expect(checkMeasures(dataset)).toEqual([]);
});

test("there are enough of them, of every kind, stage and status", () => {
  expect(dataset.measures.length).toBeGreaterThanOrEqual(45);
  expect(new Set(dataset.measures.map((m) => m.kind))).toEqual(new Set(measureKinds));
  expect(new Set(dataset.measures.map((m) => m.status))).toEqual(new Set(["reported", "estimated", "assumed"]));
  for (const stage of ["mining", "separation", "metal", "magnet", "recycling", "refining"])
    expect(dataset.measures.filter((m) => m.stage === stage).length).toBeGreaterThanOrEqual(5);
});

test("together they fit the model: names, markets and routes", () => {
  const { levers } = compilePolicies(policies, model, vocabulary, createCalendar("2026-10", 60));
  expect(levers.map((l) => l.id).sort()).toEqual(policies.map((p) => p.id).sort());
});

describe("a plant costs what plants cost", () => {
  // USD of capital per tonne a year: from what Shin-Etsu paid in Vietnam to three times what is announced in the United States
  test.each(dataset.measures.filter((m) => m.stage === "magnet" && m.kind === "facility"))("$id", ({ id, capital }) => {
    const policy = policies.find((p) => p.id === id)!;
    if (policy.kind !== "facility") throw new Error("not a plant");
    const perTonne = capital / policy.capacityTonnesPerYear;
    expect(perTonne).toBeGreaterThan(25_000);
    expect(perTonne).toBeLessThan(220_000);
  });
});

test("what is reported says who said how much of it is public money", () => {
  const rows = dataset.measures.filter((m) => m.status === "reported" && m.publicShare < 1);
  for (const row of rows)
    expect.soft(`${row.locator} ${row.note}`, row.id).toMatch(/public|state (loan|support|money)/);
  expect(dataset.measures.find((m) => m.id === "fr-caremag")!.payers).toEqual(["FRA:0.66", "JPN:0.34"]);
});

test("what is reported says where, and cites somebody else", () => {
  const rows = [...dataset.measures, ...dataset.measureTerms, ...dataset.agreements, ...dataset.agreementTerms];
  for (const row of rows.filter((r) => r.status === "reported")) {
    expect.soft(row.locator, row.figure).not.toBe("");
    expect.soft(row.source, row.figure).not.toBe("monazite-assumption");
  }
});
