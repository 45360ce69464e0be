import { scenarioChains } from "../../../simulation/chains.ts";
import type { Scenario } from "../../../simulation/scenario.ts";
import type { EntryNote, ScenarioAnswer } from "../asks/scenario.ts";
import type { RunQuestion } from "../asks/simulate.ts";
import { drawable, notDrawn } from "../drawable.ts";
import { readQuestion } from "../read-question.ts";
import { slidersOf } from "../sliders.ts";
import type { EngineState } from "../state.ts";

/** A scenario as timeline, switches and sliders show it: every entry it has or had before the edits. */
export function scenario(state: EngineState, asked: RunQuestion): ScenarioAnswer {
  const { id, written, edited, ledger, yaml } = readQuestion(state, asked);
  const toDraw = drawable(edited);
  return {
    id,
    title: edited.title,
    description: edited.description,
    start: edited.start,
    months: edited.months,
    viewpoint: edited.viewpoint,
    events: entriesOf(written.events, edited.events, ledger),
    measures: entriesOf(written.measures, edited.measures, ledger),
    sliders: slidersOf(written),
    chains: [...scenarioChains(edited, state.vocabulary)].sort(),
    uncertain: Object.entries(toDraw.uncertain ?? {}).map(([key, { title, source, status, note = "" }]) => ({
      id: key,
      title,
      source,
      status,
      note,
    })),
    notDrawn: notDrawn(written, toDraw),
    yaml,
  };
}

/** Entries as they are now, or were before they were switched off; in order of their first day. */
function entriesOf(
  written: Scenario["events"],
  edited: Scenario["events"],
  ledger: ReadonlyMap<string, string>,
): EntryNote[] {
  const ids = [...new Set([...Object.keys(written), ...Object.keys(edited)])];
  return ids
    .map((id): EntryNote => {
      const policy = (edited[id] ?? written[id])!;
      const { kind, title, from, to, source, status, note = null } = policy;
      const added = !Object.hasOwn(written, id);
      const off = !Object.hasOwn(edited, id);
      return {
        id,
        kind,
        title,
        from,
        to,
        source,
        status,
        note,
        off,
        added,
        about: about(policy),
        ledger: ledger.get(id) ?? null,
      };
    })
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1));
}

const ABOUT = ["materials", "stages", "commodity", "mine", "recipe", "recipes", "uses", "origins", "destinations"];
const WHERE = ["country", "countries", "partners", "of", "facility"];

/** The names in a policy that say what and whom it concerns. */
function about(policy: Scenario["events"][string]): EntryNote["about"] {
  const named = [...ABOUT, ...WHERE].flatMap((key): [string, string[]][] => {
    const value: unknown = Reflect.get(policy, key);
    const names = [value].flat().filter((name): name is string => typeof name === "string");
    return names.length === 0 ? [] : [[key, names]];
  });
  return Object.fromEntries(named);
}
