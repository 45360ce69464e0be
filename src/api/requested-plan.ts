import {
  InputError,
  nodeAt,
  type Path,
  type Problem,
  parentPath,
  positionOf,
  resolveExtends,
} from "../dataset/index.ts";
import { loadScenario, withoutLists } from "../ledger/index.ts";
import type { Conflict } from "../planning/conflicts.ts";
import type { Plan } from "../planning/plan.ts";
import { withoutCandidateList } from "../planning/plan-tree.ts";
import { resolvePlan } from "../planning/resolve-plan.ts";
import type { PolicyProblem } from "../policy/problem.ts";
import { uncertainProblems } from "../simulation/draws/uncertain-problems.ts";
import type { Body } from "./body.ts";
import type { Placed } from "./jobs/faults.ts";
import type { Library } from "./library.ts";
import { planRequest, readRequest, requested } from "./requested.ts";

export interface RequestedPlan {
  readonly id: string;
  readonly plan: Plan;
  /** what a reader of the answer must know: what was left out of the scenarios, years without a budget */
  readonly notes: readonly string[];
  readonly placed: Placed;
}

/** The plan of a body with all it extends, its scenarios and measures. Errors: InputError with every problem */
export function requestedPlan(body: Body, library: Library): RequestedPlan {
  const { document } = readRequest(body, planRequest, "plan");
  const { id, path, load } = requested(document, "plans", library);
  const { dataset, vocabulary, texts } = library;
  const tree = resolveExtends(path, load, (one) => withoutCandidateList(withoutLists(one)));
  const events = nodeAt(tree, ["events"]);
  const scenario = (name: string) => {
    const file = parentPath(path, name);
    if (!texts.documents.has(file)) return undefined;
    const reading = loadScenario(file, load, dataset, vocabulary, events?.kind === "map" ? events : undefined);
    const undrawable = uncertainProblems(reading.value);
    if (undrawable.length > 0)
      throw new InputError(undrawable.map(({ path: at, ...problem }) => ({ ...reading.positionOf(at), ...problem })));
    return reading.value;
  };
  const { plan, notes } = resolvePlan(tree, { dataset, vocabulary, scenario });
  const at = (...where: Path) => positionOf(tree, where);
  return { id, plan, notes, placed: { policies: (error) => located(error, plan, at), rules: ruleAt(plan, at) } };
}

type At = (...where: Path) => Omit<Problem, "message" | "remedy">;

/** What the model cannot do of candidates and events, at the lines of the plan that say it. */
function located(error: PolicyProblem, plan: Plan, at: At): InputError {
  return new InputError(
    error.problems.map(({ path: [id = "", ...rest], message }) => {
      const candidate = plan.candidates.some((c) => c.id === id);
      const [what, ...remedies] = message.split("; ");
      const place = candidate ? at("candidates", id, "policy", ...rest) : at("events", id, ...rest);
      const remedy = remedies.length > 0 ? remedies.join("; ") : "correct the plan, or leave it out";
      return { ...place, message: `${[id, ...rest].join(".")}: ${what}`, remedy };
    }),
  );
}

/** Where a rule of the plan is written; a need or an alternative of a measure is at its candidate. */
const ruleAt =
  (plan: Plan, at: At) =>
  ({ kind, index }: Conflict): ReturnType<At> => {
    if (kind === "budget") return at("budgets", index);
    if (kind === "target") return at("targets", plan.targets[index]?.place ?? index);
    const id = kind === "requirement" ? plan.requires[index]?.candidate : plan.excludes[index]?.[0];
    return at("candidates", id ?? "");
  };
