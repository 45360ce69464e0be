import { InputError, nodeAt, parentPath, resolveExtends } from "../../dataset/index.ts";
import { loadScenario, withoutLists } from "../../ledger/index.ts";
import type { Plan } from "../../planning/plan.ts";
import { withoutCandidateList } from "../../planning/plan-tree.ts";
import { resolvePlan } from "../../planning/resolve-plan.ts";
import { uncertainProblems } from "../../simulation/draws/uncertain-problems.ts";
import type { PlanRequest } from "./asks/plan.ts";
import { plainName } from "./plain-name.ts";
import { Refused } from "./refused.ts";
import type { EngineState } from "./state.ts";

export interface PlanRead {
  /** the same for the same plan */
  readonly key: string;
  readonly id: string;
  readonly plan: Plan;
  readonly notes: readonly string[];
}

/** A plan of the build by name, or the user's own text; its scenarios are those of the build. Errors: InputError, Refused. */
export function readPlan(state: EngineState, { plan }: PlanRequest): PlanRead {
  const id = typeof plan === "string" ? plan : plainName(plan.name);
  const own = `plans/${id}.yaml`;
  const text = typeof plan === "string" ? state.data.plans[own] : plan.yaml;
  if (text === undefined) throw new Refused("no-such-plan", `there is no plan called "${id}"`);
  const key = `${id}\n${text}`;
  return state.plans.of(key, () => {
    const load = (path: string) => {
      const found = path === own ? text : (state.data.plans[path] ?? state.data.scenarios[path]);
      if (found === undefined) throw new Error("no such file in the workbench");
      return found;
    };
    return { key, id, ...resolved(state, own, load) };
  });
}

function resolved(
  { dataset, vocabulary, data }: EngineState,
  own: string,
  load: (path: string) => string,
): Pick<PlanRead, "plan" | "notes"> {
  const tree = resolveExtends(own, load, (one) => withoutCandidateList(withoutLists(one)));
  const events = nodeAt(tree, ["events"]);
  return resolvePlan(tree, {
    dataset,
    vocabulary,
    scenario(name) {
      const path = parentPath(own, name);
      if (data.scenarios[path] === undefined) return undefined;
      const reading = loadScenario(path, load, dataset, vocabulary, events?.kind === "map" ? events : undefined);
      const undrawable = uncertainProblems(reading.value);
      if (undrawable.length > 0)
        throw new InputError(undrawable.map(({ path: at, ...problem }) => ({ ...reading.positionOf(at), ...problem })));
      return reading.value;
    },
  });
}
