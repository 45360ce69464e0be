import type { Atoms } from "../../src/planning/atoms.ts";
import type { Candidate, Plan } from "../../src/planning/plan.ts";
import type { Policy } from "../../src/policy/kinds/index.ts";
import { parse } from "../policy/fixture.ts";
import { partners, scenarioOf, smallWorld } from "./world.ts";

/** A plan over the small chain with one future, its atoms made by hand. */
export function smallPlan(
  events: Record<string, object>,
  candidates: Record<string, object>,
  { months = 6, ...changes }: Partial<Plan> = {},
): { readonly plan: Plan; readonly atoms: Atoms } {
  const scenario = scenarioOf(events, months);
  const plan: Plan = {
    title: "small",
    description: "a test",
    start: "2025-01",
    months,
    partners,
    futures: [{ id: "f", title: "f", scenario, probability: 1, draws: 1 }],
    candidates: parse(candidates).map(({ id, ...policy }) => candidateOf(id, policy as Policy)),
    agreements: [],
    budgets: [],
    requires: [],
    excludes: [],
    targets: [],
    objective: { tailWeight: 0, tailShare: 0.05, costWeight: 1, discountPerYear: 0, count: "world" },
    budgetMultiples: [1],
    seed: 1,
    gapShare: 0.01,
    ...changes,
  };
  const atom = { id: "f", future: "f", draw: 0, probability: 1 };
  const { workbench, policies } = smallWorld("f", events, candidates, months);
  return { plan, atoms: { atoms: [atom], world: () => ({ atom, workbench, scenario, policies }) } };
}

function candidateOf(id: string, policy: Policy): Candidate {
  return {
    id,
    title: policy.title,
    decision: policy.from.slice(0, 7),
    policy,
    sizing: "scalable",
    most: 1,
    parties: [],
    costs: [],
    costRangeUsd: { low: 0, high: 0 },
    delayMonths: null,
    source: "a test",
    status: "assumed",
    note: "",
  };
}
