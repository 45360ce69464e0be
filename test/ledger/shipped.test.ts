import { describe, expect, test } from "vitest";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { contextReasons, eventKinds } from "../../src/dataset/index.ts";
import { acts, checkLedger, ledgerPolicy } from "../../src/ledger/index.ts";
import { createCalendar } from "../../src/policy/calendar.ts";
import { compilePolicies } from "../../src/policy/compile.ts";
import { type NamedPolicy, policyKinds } from "../../src/policy/kinds/index.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";

const dataset = readDataset();
const acting = dataset.events.filter(acts).map((event) => event.id);
const { model } = openWorkbench(dataset);
const vocabulary = vocabularyOf(dataset);
const policies = new Map(acting.map((id): [string, NamedPolicy] => [id, { ...ledgerPolicy(dataset, id), id }]));

/** What an event needs beside it: the event a suspension is of, the plant an offtake takes from. */
function beside(policy: NamedPolicy): NamedPolicy[] {
  if (policy.kind === "suspension") return [policies.get(policy.of)!];
  if (policy.kind !== "offtake") return [];
  return [
    {
      id: "plant",
      kind: "facility",
      title: "A plant",
      from: "2025-05-01",
      to: null,
      country: policy.origin,
      recipe: "separate-seg-mount-weld",
      capacityTonnesPerYear: 1500,
      delayMonths: 0,
      rampMonths: 0,
      breakEvenPriceFactor: 1,
      source: "test",
      status: "assumed",
    },
  ];
}

describe("the shipped ledger", () => {
  test("makes policies without a problem", () => {
    expect(checkLedger(dataset)).toEqual([]);
  });

  test.each(acting)("%s compiles into a lever that does something while it is in force", (id) => {
    const policy = policies.get(id)!;
    const calendar = createCalendar(policy.from.slice(0, 7), 24);
    const { levers } = compilePolicies([policy, ...beside(policy)], model, vocabulary, calendar);
    expect(levers.map((lever) => lever.id)).toContain(id);
  });

  test("has the kinds of the policies, and context", () => {
    expect([...eventKinds].sort()).toEqual([...Object.keys(policyKinds), "context"].sort());
    const used = new Set(dataset.events.flatMap((event) => event.because));
    for (const reason of Object.keys(contextReasons)) expect(used).toContain(reason);
  });
});
