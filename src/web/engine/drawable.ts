import { uncertainProblems } from "../../simulation/draws/uncertain-problems.ts";
import type { Scenario } from "../../simulation/scenario.ts";

/** An edited scenario without the uncertain inputs that its policies would refuse, such as an end that could be drawn before its beginning. */
export function drawable(scenario: Scenario): Scenario {
  let { uncertain = {} } = scenario;
  for (;;) {
    const refused = new Set(uncertainProblems({ ...scenario, uncertain }).map(({ path }) => String(path[1])));
    const left = Object.entries(uncertain).filter(([id]) => !refused.has(id));
    if (left.length === Object.keys(uncertain).length)
      return scenario.uncertain ? { ...scenario, uncertain } : scenario;
    uncertain = Object.fromEntries(left);
  }
}

/** Uncertain inputs of a scenario as written of which nothing is drawn once it is edited. */
export function notDrawn(written: Scenario, edited: Scenario): string[] {
  return Object.keys(written.uncertain ?? {}).filter((id) => edited.uncertain?.[id] === undefined);
}
