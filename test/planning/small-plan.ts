import type { Candidate, Plan } from "../../src/planning/plan.ts";
import type { NamedPolicy } from "../../src/policy/kinds/index.ts";
import { parse } from "../policy/fixture.ts";
import { partners, scenarioOf } from "./world.ts";

/** A plan over the small chain: futures by id with their events, candidates by id. */
export function smallPlan(
  futures: Record<string, { events: Record<string, object>; probability: number }>,
  candidates: readonly Candidate[],
  more: Partial<Plan> = {},
): Plan {
  return {
    title: "Small plan",
    description: "of a test",
    start: "2025-01",
    months: 6,
    partners,
    futures: Object.entries(futures).map(([id, { events, probability }]) => ({
      id,
      title: `future ${id}`,
      scenario: scenarioOf(events),
      probability,
      draws: 1,
    })),
    candidates,
    agreements: [],
    budgets: [],
    requires: [],
    excludes: [],
    targets: [],
    objective: { tailWeight: 0.2, tailShare: 0.25, costWeight: 1, discountPerYear: 0, count: "partners" },
    budgetMultiples: [0, 1],
    seed: 1,
    gapShare: 0.01,
    ...more,
  };
}

/** A candidate of one policy; its parties are who pays unless given. */
export function candidateOf(
  id: string,
  policy: object,
  costs: readonly (readonly [payer: string, usd: number])[],
  more: Partial<Candidate> = {},
): Candidate {
  const [{ id: _, ...parsed }] = parse({ [id]: policy }) as [NamedPolicy];
  const total = costs.reduce((sum, [, usd]) => sum + usd, 0);
  return {
    id,
    title: `measure ${id}`,
    decision: "2024-11",
    policy: parsed,
    sizing: "on-off",
    most: 1,
    parties: [...new Set(costs.map(([payer]) => payer))],
    costs: costs.map(([payer, usd]) => ({ payer, year: 2025, usd })),
    costRangeUsd: { low: total / 2, high: 2 * total },
    delayMonths: null,
    source: "a test",
    status: "assumed",
    note: "",
    ...more,
  };
}
