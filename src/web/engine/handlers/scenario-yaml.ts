import { stringify } from "yaml";
import type { Scenario } from "../../../simulation/scenario.ts";
import type { ScenarioYamlAnswer } from "../asks/scenario.ts";
import type { RunQuestion, ScenarioEdits } from "../asks/simulate.ts";
import { drawable, notDrawn } from "../drawable.ts";
import { readQuestion } from "../read-question.ts";
import type { EngineState } from "../state.ts";

/**
 * The scenario of a question as a file of its own: nothing extended, nothing taken from the ledger by name, every default
 * written out. `monazite simulate` gives the numbers of the question for it.
 */
export function scenarioYaml(state: EngineState, asked: RunQuestion): ScenarioYamlAnswer {
  const { id, written, edited: asEdited, question } = readQuestion(state, asked);
  const edited = drawable(asEdited);
  const fixed = notDrawn(written, edited);
  const name = id.split("/").at(-1)!;
  const head = [`# ${name}, written by the workbench of Monazite`, ...editLines(question.edits ?? {})];
  if (fixed.length > 0) head.push(`# not drawn any more: ${fixed.join(", ")}`);
  const isEdited = question.edits !== undefined && Object.keys(question.edits).length > 0;
  return {
    fileName: `${name}${isEdited ? "-edited" : ""}.yaml`,
    yaml: `${head.join("\n")}\n${stringify(inOrder(edited), { lineWidth: 120, aliasDuplicateObjects: false })}`,
  };
}

function editLines(edits: ScenarioEdits): string[] {
  return Object.entries(edits)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => {
      const said = Array.isArray(value)
        ? value.join(", ")
        : typeof value === "object"
          ? Object.keys(value).join(", ")
          : value;
      return `# ${key}: ${said}`;
    });
}

/** Keys in the order in which the shipped files have them; those that are not there are left out. */
function inOrder(scenario: Scenario): Partial<Scenario> {
  const { title, description, start, months, viewpoint, chains, stockCoverFactor, events, measures, uncertain } =
    scenario;
  const all = { title, description, start, months, viewpoint, chains, stockCoverFactor, events, measures, uncertain };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<Scenario>;
}
