import { join } from "node:path";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readScenario } from "../../src/cli/io/read-scenario.ts";
import { readVersioned } from "../../src/cli/io/run-store.ts";
import { type Dataset, parseDataset } from "../../src/dataset/index.ts";
import type { Candidate, Future, Plan } from "../../src/planning/plan.ts";
import { isScalable } from "../../src/planning/scale-policy.ts";
import { plusMonths } from "../../src/policy/calendar.ts";
import type { Policy } from "../../src/policy/kinds/index.ts";
import type { Scenario } from "../../src/simulation/scenario.ts";

const FUTURES = [
  "us-japan-framework",
  "full-stop-japan",
  "faster-demand",
  "taiwan-strait",
  "truce-general-licences",
] as const;

export interface PlanningWorkload {
  readonly dataset: Dataset;
  readonly tables: ReadonlyMap<string, string>;
  readonly plan: Plan;
}

/**
 * A plan of shipped scenarios: their events as futures, the measures of the US–Japan framework as candidates, and the
 * same again a year later at 0.6 and 1.4 of their size until there are enough. Costs are made up: the bench is about pace.
 */
export async function planningWorkload({
  candidates = 40,
  draws = 4,
  months = 60,
  futures = FUTURES.length,
}: {
  readonly candidates?: number;
  readonly draws?: number;
  readonly months?: number;
  readonly futures?: number;
} = {}): Promise<PlanningWorkload> {
  const { tables } = await readVersioned();
  const dataset = parseDataset(tables);
  const known = { dataset, vocabulary: vocabularyOf(dataset) };
  const scenarioOf = (id: string): Scenario =>
    readScenario(join(import.meta.dirname, "../../scenarios", `${id}.yaml`), known).scenario;
  const measures = Object.entries(scenarioOf("us-japan-framework").measures);
  const all = ["", "-later", "-last"].flatMap((suffix, round) =>
    measures.map(([id, policy]) => candidateOf(`${id}${suffix}`, sized(policy, round))),
  );
  const chosen = FUTURES.slice(0, futures);
  return {
    dataset,
    tables,
    plan: {
      title: "bench",
      description: "shipped scenarios with made-up costs",
      start: "2026-01",
      months,
      partners: [
        { id: "USA", title: "United States", countries: ["USA"] },
        { id: "JPN", title: "Japan", countries: ["JPN"] },
      ],
      futures: chosen.map((id): Future => {
        const { measures: _none, uncertain = {}, ...scenario } = scenarioOf(id);
        const ofEvents = Object.entries(uncertain).filter(([, { targets }]) =>
          targets.every((t) => t.event !== undefined),
        );
        return {
          id,
          title: scenario.title,
          scenario: { ...scenario, measures: {}, uncertain: Object.fromEntries(ofEvents) },
          probability: 1 / chosen.length,
          draws,
        };
      }),
      candidates: all.slice(0, candidates),
      agreements: [],
      budgets: ["USA", "JPN"].map((payer) => ({ payer, fromYear: 2026, toYear: 2035, mostUsd: 600e6 })),
      requires: [],
      excludes: [],
      targets: [],
      objective: { tailWeight: 0.3, tailShare: 0.05, costWeight: 1, discountPerYear: 0.03, count: "partners" },
      budgetMultiples: [1],
      seed: 1,
      gapShare: 0.01,
    },
  };
}

const SIZES = [1, 0.6, 1.4] as const;

function sized(policy: Policy, round: number): Policy {
  const later = { ...policy, from: plusMonths(policy.from, 6 * round) };
  const factor = SIZES[round]!;
  if (later.kind === "facility") return { ...later, capacityTonnesPerYear: factor * later.capacityTonnesPerYear };
  return later;
}

function candidateOf(id: string, policy: Policy): Candidate {
  const usd = 1e6 * (20 + (id.length % 7) * 15);
  return {
    id,
    title: policy.title,
    decision: policy.from.slice(0, 7),
    policy,
    sizing: isScalable(policy.kind) && id.length % 4 === 0 ? "scalable" : "on-off",
    most: 1,
    parties: [],
    costs: [{ payer: id.length % 2 === 0 ? "USA" : "JPN", year: 2027, usd }],
    costRangeUsd: { low: 0.7 * usd, high: 1.6 * usd },
    delayMonths: policy.kind === "facility" ? { kind: "triangular", low: -3, mode: 3, high: 24 } : null,
    source: policy.source,
    status: "assumed",
    note: "",
  };
}
