import type { World } from "../../src/planning/judge-atom.ts";
import type { Plan } from "../../src/planning/plan.ts";
import type { Policy } from "../../src/policy/kinds/index.ts";
import type { Scenario } from "../../src/simulation/scenario.ts";
import { parse, smallModel, vocabulary } from "../policy/fixture.ts";

/** The small chain of the policy tests as a world: AAA alone mines, BBB and CCC are the partners of most tests. */
export function smallWorld(
  atom: string,
  events: Record<string, object>,
  candidates: Record<string, object>,
  months = 6,
): World {
  return {
    atom: { id: atom },
    workbench: { model: smallModel(), vocabulary, assumptions: [], contractingRatePerMonth: () => 0.2 },
    scenario: scenarioOf(events, months),
    policies: parse(candidates),
  };
}

export function scenarioOf(events: Record<string, object>, months = 6): Scenario {
  return {
    title: "small",
    description: "a test",
    start: "2025-01",
    months,
    viewpoint: ["BBB"],
    events: Object.fromEntries(parse(events).map(({ id, ...policy }) => [id, policy as Policy])),
    measures: {},
  };
}

export const partners: Plan["partners"] = [
  { id: "b", title: "Beland", countries: ["BBB"] },
  { id: "c", title: "Celand", countries: ["CCC"] },
];
