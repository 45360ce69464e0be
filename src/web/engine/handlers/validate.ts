import { InputError } from "../../../dataset/index.ts";
import { PolicyProblem } from "../../../policy/problem.ts";
import { scenarioChains } from "../../../simulation/chains.ts";
import { named, runPolicies } from "../../../simulation/rehearse.ts";
import type { ValidateAnswer, ValidateRequest } from "../asks/scenario.ts";
import { completionsAt } from "../completions.ts";
import { plainName } from "../plain-name.ts";
import type { WebProblem } from "../protocol.ts";
import { readQuestion } from "../read-question.ts";
import type { EngineState } from "../state.ts";

/** What is wrong with a scenario's text, each at its line and column; and what may stand at a place of it. */
export function validate(state: EngineState, { name, yaml, offset }: ValidateRequest): ValidateAnswer {
  return {
    problems: problemsOf(state, { name, yaml }),
    completions: offset === undefined ? [] : completionsAt(state, yaml, Math.min(Math.max(0, offset), yaml.length)),
  };
}

/** Those of the text; where it can be read, those that its policies have with the model, which a run of a month finds. */
function problemsOf(
  state: EngineState,
  scenario: { readonly name: string; readonly yaml: string },
): readonly WebProblem[] {
  try {
    const { edited, locate } = readQuestion(state, { scenario });
    const { workbench } = state.benches.open(scenarioChains(edited, state.vocabulary));
    const policies = [...named(edited.events), ...named(edited.measures)];
    locate(() => runPolicies(workbench, { ...edited, months: 1 }, policies, undefined, { record: "light" }));
    return [];
  } catch (error) {
    if (error instanceof InputError || error instanceof PolicyProblem) return problemsIn(error, scenario.name);
    throw error;
  }
}

function problemsIn(error: InputError | PolicyProblem, name: string): WebProblem[] {
  const own = `scenarios/${plainName(name)}.yaml`;
  if (error instanceof InputError)
    return error.problems.map((problem) => (problem.file === own ? { ...problem, file: name } : problem));
  return error.problems.map(({ path, message }) => ({
    file: name,
    line: 1,
    message: `${path.join(".")}: ${message}`,
    remedy: "correct it",
  }));
}
