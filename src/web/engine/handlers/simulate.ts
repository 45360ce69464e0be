import { chooseWatched } from "../../../simulation/draws/watch.ts";
import { type ComputedRun, named, viewpointOf } from "../../../simulation/rehearse.ts";
import type { PolicyNote } from "../../../simulation/result.ts";
import type { Scenario } from "../../../simulation/scenario.ts";
import { withoutEffect } from "../../../simulation/without-effect.ts";
import type { RunQuestion, Shown, SimulateAnswer } from "../asks/simulate.ts";
import { runLines } from "../run-lines.ts";
import { runsOf, untouchedOf } from "../runs.ts";
import type { EngineState } from "../state.ts";
import type { Talk } from "../talk.ts";

/** Runs a scenario with its edits: the events alone, told as a partial answer, and with the measures. */
export async function simulate(
  state: EngineState,
  question: RunQuestion,
  talk: Talk<"simulate">,
): Promise<SimulateAnswer> {
  const { read, runs } = runsOf(state, question);
  const { edited } = read;
  const viewpoint = viewpointOf(runs.bench.workbench, edited);
  const shown = shownOf(state, question, viewpoint);
  const policies = [...named(edited.events), ...named(edited.measures)];
  const answer = (of: readonly ComputedRun[], complete: boolean): SimulateAnswer => {
    const untouched = untouchedOf(state, read, viewpoint, of);
    const [without, withAll] = of.map((run) => runLines(run, viewpoint, untouched));
    return {
      question,
      title: edited.title,
      months: of[0]!.months,
      viewpoint,
      without: without!,
      with: withAll ?? null,
      complete,
      events: notesOf(edited.events),
      measures: notesOf(edited.measures),
      withoutEffect: withoutEffect(edited, policies).map(({ id, because }) => ({ id, because })),
      shown,
    };
  };
  const without = runs.without();
  if (Object.keys(edited.measures).length === 0) return answer([without], true);
  talk.partial(answer([without], false));
  await talk.pause();
  return answer([without, runs.with()!], true);
}

function notesOf(policies: Scenario["events"]): PolicyNote[] {
  return named(policies).map(({ id, kind, title, from, to, source, status }) => ({
    id,
    kind,
    title,
    from,
    to,
    source,
    status,
  }));
}

/** Chosen by the scenario as it is written, so that panels stay where they are while sliders move. */
function shownOf(state: EngineState, { scenario, months }: RunQuestion, viewpoint: readonly string[]): Shown {
  const { read, runs } = runsOf(state, { scenario, ...(months === undefined ? {} : { months }) });
  const without = runs.without();
  const events = { events: read.edited.events, measures: {} };
  const watched = chooseWatched(without, without, events, state.vocabulary, viewpoint);
  return {
    uses: watched.plottedUses,
    commodities: [...new Set(watched.prices.map((p) => p.commodity))],
  };
}
