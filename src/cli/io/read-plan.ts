import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { InputError, MOST_YAML_BYTES, nodeAt, parentPath, resolveExtends } from "../../dataset/index.ts";
import { loadScenario, withoutLists } from "../../ledger/index.ts";
import type { Plan } from "../../planning/plan.ts";
import { withoutCandidateList } from "../../planning/plan-tree.ts";
import { resolvePlan } from "../../planning/resolve-plan.ts";
import { uncertainProblems } from "../../simulation/draws/uncertain-problems.ts";
import type { Known } from "./read-scenario.ts";

export interface ReadPlan {
  /** the file's name without its ending */
  readonly id: string;
  readonly plan: Plan;
  /** what a reader of the answer must know: what was left out of the scenarios, years without a budget */
  readonly notes: readonly string[];
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
  return { id: basename(path).replace(/\.ya?ml$/, ""), plan, notes };
}

function readText(path: string): string {
  const fail = (message: string, remedy: string): never => {
    throw new InputError([{ file: path, line: 1, message, remedy }]);
  };
  if (!existsSync(path)) return fail("no such file", `see ${join(path, "..")} for the files there are`);
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
