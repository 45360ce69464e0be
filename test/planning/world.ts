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

/** A stockpile of 40 t of oxide that sells at 1.2 times the base price, 10 t a month. */
export const pile = {
  kind: "public-stockpile",
  country: "BBB",
  commodity: "oxide",
  from: "2025-01-01",
  targetTonnes: 40,
  openingTonnes: 40,
  buildTonnesPerMonth: 0,
  buildPriceMultiple: 1,
  release: { priceMultiple: 1.2, maxTonnesPerMonth: 10 },
};

/** A plant that presses magnets, 20 t a month. */
export const press = {
  kind: "facility",
  country: "CCC",
  recipe: "press-magnet",
  capacityTonnesPerYear: 240,
  breakEvenPriceFactor: 0.9,
  from: "2025-02-01",
};
