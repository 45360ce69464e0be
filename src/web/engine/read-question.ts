import { InputError, nodeAt, resolveExtends } from "../../dataset/index.ts";
import { ledgerPolicy, locating, readScenarioText, type ScenarioReading, withoutLists } from "../../ledger/index.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import type { RunQuestion } from "./asks/simulate.ts";
import { editScenario } from "./edit-scenario.ts";
import { plainName } from "./plain-name.ts";
import { Refused } from "./refused.ts";
import { checkedQuestion } from "./request-schemas.ts";
import type { EngineState } from "./state.ts";

/** A scenario as it is written. */
export interface ScenarioRead {
  readonly id: string;
  readonly reading: ScenarioReading;
  readonly yaml: string;
  /** by entry: the event of the ledger it was taken from */
  readonly ledger: ReadonlyMap<string, string>;
}

/** A question with the scenario it means. */
export interface QuestionRead extends ScenarioRead {
  readonly question: RunQuestion;
  /** as written, for these months and this viewpoint */
  readonly written: Scenario;
  readonly edited: Scenario;
  /** runs something and turns the policy problems it throws into problems at file:line:column */
  readonly locate: <T>(work: () => T) => T;
}

const folder = "scenarios";

/** Errors: InputError with every problem of question and scenario; Refused for a scenario that there is not. */
export function readQuestion(state: EngineState, asked: RunQuestion): QuestionRead {
  const question = checkedQuestion(asked);
  const read = readScenarioOf(state, question.scenario);
  const { scenario } = read.reading;
  const written: Scenario = {
    ...scenario,
    ...(question.months === undefined ? {} : { months: question.months }),
    ...(question.viewpoint === undefined ? {} : { viewpoint: checkedViewpoint(state, question.viewpoint) }),
  };
  const { dataset, vocabulary } = state;
  const uses = [...new Set(dataset.applications.map((a) => a.use))].sort();
  const edited = editScenario(written, question.edits ?? {}, {
    vocabulary,
    uses,
    ledger: (id) => ledgerPolicy(dataset, id),
  });
  return { ...read, question, written, edited, locate: (work) => locating(read.reading, work) };
}

/** The scenario of the build by its name, or the user's own text, which may extend one of the build. */
export function readScenarioOf(state: EngineState, scenario: RunQuestion["scenario"]): ScenarioRead {
  const { id, yaml } =
    typeof scenario === "string"
      ? { id: scenario, yaml: shipped(state, scenario) }
      : { id: plainName(scenario.name), yaml: scenario.yaml };
  return state.scenarios.of(`${id}\n${yaml}`, () => {
    const own = `${folder}/${id}.yaml`;
    const load = (path: string) => {
      if (path === own) return yaml;
      const text = state.data.scenarios[path];
      if (text === undefined) throw new Error("no such scenario in the workbench");
      return text;
    };
    return { id, yaml, reading: readScenarioText(own, load, state), ledger: ledgerOf(own, load) };
  });
}

/** Which entries of a scenario refer to which event of the ledger; the scenario can be read. */
function ledgerOf(path: string, load: (path: string) => string): ReadonlyMap<string, string> {
  const tree = resolveExtends(path, load, (one) => withoutLists(one));
  return new Map(
    ["events", "measures"].flatMap((section) => {
      const map = nodeAt(tree, [section]);
      const ids = map?.kind === "map" ? [...map.entries.keys()] : [];
      return ids.flatMap((id): [string, string][] => {
        const named = nodeAt(tree, [section, id, "ledger"]);
        return named?.kind === "scalar" && typeof named.value === "string" ? [[id, named.value]] : [];
      });
    }),
  );
}

function shipped(state: EngineState, id: string): string {
  const yaml = state.data.scenarios[`${folder}/${id}.yaml`];
  if (yaml === undefined) throw new Refused("no-such-scenario", `there is no scenario called "${id}"`);
  return yaml;
}

function checkedViewpoint({ vocabulary }: EngineState, viewpoint: readonly string[]): string[] {
  const unknown = viewpoint.filter((name) => !vocabulary.names.countries.includes(name));
  if (unknown.length === 0) return [...viewpoint];
  throw new InputError(
    unknown.map((name) => ({
      file: "viewpoint",
      line: 1,
      message: `unknown country "${name}"`,
      remedy: "use a three-letter ISO code or a bloc, such as JPN or EU",
    })),
  );
}
