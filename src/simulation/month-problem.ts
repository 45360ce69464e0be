import type { Network, Terms } from "../market/problem.ts";
import type { Workbench } from "./rehearse.ts";
import { named, runPolicies } from "./rehearse.ts";
import type { Scenario } from "./scenario.ts";

/** The quadratic problem of one month of a scenario with all its measures; undefined when the month is not of the run. */
export function monthProblem(
  workbench: Workbench,
  scenario: Scenario,
  month: string,
): { readonly network: Network; readonly terms: Terms } | undefined {
  let problem: { network: Network; terms: Terms } | undefined;
  const policies = [...named(scenario.events), ...named(scenario.measures)];
  runPolicies(workbench, scenario, policies, (label, network, terms) => {
    if (label === month) problem = { network, terms: copyOf(terms) };
  });
  return problem;
}

function copyOf(terms: Terms): Terms {
  return {
    referenceLevel: terms.referenceLevel.slice(),
    lowerBound: terms.lowerBound.slice(),
    upperBound: terms.upperBound.slice(),
    marginalCost: terms.marginalCost.slice(),
    slope: terms.slope.slice(),
  };
}
