import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import {
  closest,
  InputError,
  MOST_YAML_BYTES,
  nodeAt,
  type Path,
  type Position,
  parentPath,
  positionOf,
  resolveExtends,
} from "../../dataset/index.ts";
import { loadScenario, withoutLists } from "../../ledger/index.ts";
import type { Plan } from "../../planning/plan.ts";
import { withoutCandidateList } from "../../planning/plan-tree.ts";
import { resolvePlan } from "../../planning/resolve-plan.ts";
import type { PolicyProblem } from "../../policy/problem.ts";
import { uncertainProblems } from "../../simulation/draws/uncertain-problems.ts";
import type { Known } from "./read-scenario.ts";

export interface ReadPlan {
  /** the file's name without its ending */
  readonly id: string;
  readonly plan: Plan;
  /** what a reader of the answer must know: what was left out of the scenarios, years without a budget */
  readonly notes: readonly string[];
  /** what the model cannot do of candidates and events, at the lines of the plan that say it */
  readonly located: (error: PolicyProblem) => InputError;
  /** where a rule of the plan is written; a need or an alternative of a measure is at its candidate */
  readonly ruleAt: (kind: "budget" | "requirement" | "exclusion" | "target", index: number) => Position;
}

/** Reads a plan with all it extends, its scenarios and measures. Errors: InputError with every problem at file:line:column. */
export function readPlan(path: string, { dataset, vocabulary }: Known): ReadPlan {
  const near = relative(process.cwd(), path);
  const shown = near === "" || near.startsWith("..") ? path : near;
  const tree = resolveExtends(shown, readText, (one) => withoutCandidateList(withoutLists(one)));
  const events = nodeAt(tree, ["events"]);
  const scenario = (name: string) => {
    const file = parentPath(shown, name);
    if (!existsSync(file)) return undefined;
    const reading = loadScenario(file, readText, dataset, vocabulary, events?.kind === "map" ? events : undefined);
    const undrawable = uncertainProblems(reading.value);
    if (undrawable.length > 0)
      throw new InputError(undrawable.map(({ path: at, ...problem }) => ({ ...reading.positionOf(at), ...problem })));
    return reading.value;
  };
  const { plan, notes } = resolvePlan(tree, { dataset, vocabulary, scenario });
  const at = (...where: Path) => positionOf(tree, where);
  return {
    id: basename(path).replace(/\.ya?ml$/, ""),
    plan,
    notes,
    located: (error) =>
      new InputError(
        error.problems.map(({ path: [id = "", ...rest], message }) => {
          const section = (["candidates", "decided"] as const).find((list) => plan[list]?.some((c) => c.id === id));
          const [what, ...remedies] = message.split("; ");
          const place = section ? at(section, id, "policy", ...rest) : at("events", id, ...rest);
          const remedy = remedies.length > 0 ? remedies.join("; ") : "correct the plan, or leave it out";
          return { ...place, message: `${[id, ...rest].join(".")}: ${what}`, remedy };
        }),
      ),
    ruleAt: (kind, index) => {
      if (kind === "budget") return at("budgets", index);
      if (kind === "target") return at("targets", plan.targets[index]?.place ?? index);
      const id = kind === "requirement" ? plan.requires[index]?.candidate : plan.excludes[index]?.[0];
      return at("candidates", id ?? "");
    },
  };
}

/** Files that are there: beside the one that is not, and in plans/. */
function planRemedy(path: string): string {
  const files = [...new Set([dirname(path), "plans"])].flatMap((folder) =>
    yamlIn(folder).map((name) => join(folder, name)),
  );
  const near = files.find((file) => closest(basename(path), [basename(file)]).length > 0);
  if (near !== undefined) return `did you mean ${near}?`;
  if (files.length > 0) return `files that are there: ${files.join(", ")}`;
  return "monazite plan takes a plan file (YAML); docs/planning.md says what is in one";
}

function yamlIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort();
  } catch {
    return []; // no such folder, or it may not be read: then it holds nothing to choose from
  }
}

function readText(path: string): string {
  const fail = (message: string, remedy: string): never => {
    throw new InputError([{ file: path, line: 1, message, remedy }]);
  };
  if (!existsSync(path)) return fail("no such file", planRemedy(path));
  if (!statSync(path).isFile()) return fail("not a file", "name a file, such as plans/us-japan.yaml");
  const { size } = statSync(path);
  if (size > MOST_YAML_BYTES)
    return fail(`the file has ${size} bytes, at most ${MOST_YAML_BYTES} are read`, "is this the right file?");
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    return fail(`cannot be read (${error instanceof Error ? error.message : error})`, "check that you may read it");
  }
}
