import { didYouMean, quote } from "../../dataset/index.ts";
import { type Policy, policySchema } from "../../policy/kinds/index.ts";
import type { Scenario } from "../scenario.ts";
import { drawablePaths, fieldAt, fieldPath, isDate } from "./field-path.ts";
import { changeOf, drawPolicy, inputValue, scenarioInputs } from "./scenario-inputs.ts";
import type { UncertainTarget } from "./uncertain.ts";

/** Something `uncertain:` says that cannot be drawn; the path leads from the scenario to it. */
export interface UncertainProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly remedy: string;
}

/** Every problem of a scenario's uncertain inputs: names, fields, and values that a policy would refuse at an extreme. */
export function uncertainProblems(scenario: Scenario): UncertainProblem[] {
  const taken = new Map<string, string>();
  const problems = Object.entries(scenario.uncertain ?? {}).flatMap(([id, entry]) =>
    entry.targets.flatMap((target, i): UncertainProblem[] => {
      const at = ["uncertain", id, "targets", i] as const;
      const found = targetProblem(scenario, target, changeOf(entry).change.startsWith("shift"), at);
      if (found) return [found];
      const key = `${target.event ?? target.measure}.${target.field}`;
      const other = taken.get(key);
      taken.set(key, id);
      if (other === undefined) return [];
      const message = `${key} is drawn by "${other}" already`;
      return [{ path: [...at, "field"], message, remedy: "let one input draw it" }];
    }),
  );
  return problems.length > 0 ? problems : refusedValues(scenario);
}

function targetProblem(
  scenario: Scenario,
  target: UncertainTarget,
  dates: boolean,
  at: readonly (string | number)[],
): UncertainProblem | undefined {
  const [key, section] =
    target.event === undefined ? (["measure", "measures"] as const) : (["event", "events"] as const);
  const name = (target.event ?? target.measure)!;
  const policies = scenario[section];
  if (!Object.hasOwn(policies, name))
    return {
      path: [...at, key],
      message: `unknown ${key} ${quote(name)}`,
      remedy: didYouMean(name, Object.keys(policies)),
    };
  const current = fieldAt(policies[name], fieldPath(target.field));
  if (dates ? isDate(current) : typeof current === "number") return undefined;
  const wanted = dates ? "a date to shift" : "a number to draw";
  const got =
    current === undefined ? `${name} has no field ${quote(target.field)}` : `${name}.${target.field} is not ${wanted}`;
  return {
    path: [...at, "field"],
    message: `${got}, expected ${wanted}`,
    remedy: didYouMean(target.field, drawablePaths(policies[name], dates)),
  };
}

/** Beyond this many inputs of one policy only each alone and all together are tried. */
const MOST_CORNERS = 10;

/** Every policy must stay valid when its inputs take their smallest and largest values, in any combination. */
function refusedValues(scenario: Scenario): UncertainProblem[] {
  const inputs = scenarioInputs(scenario);
  const touched = new Map<string, number[]>();
  inputs.forEach((input, i) => {
    for (const { section, policy } of input.targets) {
      const key = JSON.stringify([section, policy]);
      const list = touched.get(key) ?? [];
      touched.set(key, list);
      if (!list.includes(i)) list.push(i);
    }
  });
  const problems = new Map<string, UncertainProblem>();
  for (const [key, list] of touched) {
    const [section, name] = JSON.parse(key) as ["events" | "measures", string];
    for (const corner of corners(list.length)) {
      let policy: Policy = scenario[section][name]!;
      list.forEach((i, k) => {
        const input = inputs[i]!;
        for (const target of input.targets)
          if (target.section === section && target.policy === name && corner[k] !== undefined)
            policy = drawPolicy(policy, input, target, inputValue(input, corner[k]!));
      });
      const parsed = policySchema.safeParse(policy);
      if (parsed.success) continue;
      const ids = list.filter((_, k) => corner[k] !== undefined).map((i) => inputs[i]!.id);
      const { path, message } = parsed.error.issues[0]!;
      const blamed = ids.find((id) =>
        inputs.find((x) => x.id === id)!.targets.some((t) => String(t.path) === String(path)),
      );
      const id = blamed ?? ids[0]!;
      if (problems.has(id)) continue;
      const drawn = list.flatMap((i, k) =>
        corner[k] === undefined ? [] : [`${inputs[i]!.id} = ${inputValue(inputs[i]!, corner[k]!)}`],
      );
      problems.set(id, {
        path: ["uncertain", id],
        message: `with ${drawn.join(", ")}, ${name}${path.length > 0 ? `.${path.join(".")}` : ""} is refused: ${message}`,
        remedy: "narrow the range",
      });
    }
  }
  return [...problems.values()];
}

/** Percentile 0 or 1 for each input, undefined = left alone; single ones first, so that the smallest cause is named. */
function* corners(count: number): Generator<readonly (number | undefined)[]> {
  for (let k = 0; k < count; k++)
    for (const end of [0, 1]) yield Array.from({ length: count }, (_, i) => (i === k ? end : undefined));
  const all = count > MOST_CORNERS ? [0, 2 ** count - 1] : Array.from({ length: 2 ** count }, (_, n) => n);
  for (const n of all) yield Array.from({ length: count }, (_, i) => Math.floor(n / 2 ** i) % 2);
}
