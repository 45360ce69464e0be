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

const MONTHS = 30;

/** Months from the one of a day on in which the lever of one of these policies changes the terms. */
function monthsChanged(id: string, chosen: readonly NamedPolicy[], from: string): number[] {
  const calendar = createCalendar(from.slice(0, 7), MONTHS);
  const compiled = compilePolicies(chosen, model, vocabulary, calendar);
  const { terms, basePriceUsdPerTonne } = compiled.model;
  const lever = compiled.levers.find((one) => one.id === id)!;
  const lastLevel = new Float64Array(terms.upperBound.length).fill(1000); // a plant that made nothing last month has nothing to sell
  return Array.from({ length: MONTHS }, (_, month) => month).filter((month) => {
    const edited = structuredClone(terms);
    if (policies.get(id)?.kind === "offtake") edited.upperBound.fill(1000); // what the plant beside it would open
    const before = Object.values(edited).map(checksum).join();
    lever.adjust({ month, lastPriceUsdPerTonne: basePriceUsdPerTonne, lastLevel }, edited);
    return Object.values(edited).map(checksum).join() !== before;
  });
}

/** Tells arrays apart that differ anywhere; infinite bounds count as one. */
function checksum(values: Float64Array): number {
  return values.reduce((sum, x, i) => sum + (Number.isFinite(x) ? x : 1) * (1 + (i % 97)), 0);
}

describe("the shipped ledger", () => {
  test("makes policies without a problem", () => {
    expect(checkLedger(dataset)).toEqual([]);
  });

  const suspensions = acting.filter((id) => policies.get(id)!.kind === "suspension");

  test.each(acting.filter((id) => !suspensions.includes(id)))("%s changes months in which it is in force", (id) => {
    const policy = policies.get(id)!;
    expect(monthsChanged(id, [policy, ...beside(policy)], policy.from)).not.toEqual([]);
  });

  test.each(suspensions)("%s keeps what it suspends from changing anything", (id) => {
    const policy = policies.get(id)!;
    const suspended = beside(policy)[0]!;
    const inside = { ...suspended, from: policy.from, to: policy.to };
    expect(monthsChanged(inside.id, [inside], policy.from)).not.toEqual([]);
    expect(monthsChanged(inside.id, [inside, policy], policy.from)).toEqual([]);
  });

  test("has the kinds of the policies, and context", () => {
    expect([...eventKinds].sort()).toEqual([...Object.keys(policyKinds), "context"].sort());
    const used = new Set(dataset.events.flatMap((event) => event.because));
    for (const reason of Object.keys(contextReasons)) expect(used).toContain(reason);
  });
});
