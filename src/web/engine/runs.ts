import { scenarioChains } from "../../simulation/chains.ts";
import { usesOf } from "../../simulation/draws/watch.ts";
import { type ComputedRun, named, runPolicies } from "../../simulation/rehearse.ts";
import type { Rehearsal } from "../../simulation/result.ts";
import { touchedCommodities, untouchedApplications } from "../../simulation/touched.ts";
import type { RunQuestion } from "./asks/simulate.ts";
import type { Bench } from "./benches.ts";
import { type QuestionRead, readQuestion } from "./read-question.ts";
import type { EngineState } from "./state.ts";

/** The runs of a question, each computed when first asked for. */
export interface RunsOfQuestion {
  readonly bench: Bench;
  /** the events alone */
  readonly without: () => ComputedRun;
  /** events and measures; null where the scenario has no measures */
  readonly with: () => ComputedRun | null;
}

/** A question read, its chains opened, its runs at hand. Errors: as {@link readQuestion}. */
export function runsOf(state: EngineState, asked: RunQuestion): { read: QuestionRead; runs: RunsOfQuestion } {
  const read = readQuestion(state, asked);
  const { viewpoint: _, ...asRun } = read.question; // who looks does not change what happens
  const key = JSON.stringify([asRun, read.yaml]);
  return { read, runs: state.runs.of(key, () => openRuns(state, read)) };
}

function openRuns(state: EngineState, { edited, locate }: QuestionRead): RunsOfQuestion {
  const bench = state.benches.open(scenarioChains(edited, state.vocabulary));
  const events = named(edited.events);
  const measures = named(edited.measures);
  const compute = (policies: typeof events) =>
    locate(() =>
      runPolicies(bench.workbench, edited, policies, undefined, { record: "light", clearerFor: bench.clearerFor }),
    );
  return {
    bench,
    without: once(() => compute(events)),
    with: once(() => (measures.length === 0 ? null : compute([...events, ...measures]))),
  };
}

/** Product lines of the viewpoint that need nothing the policies touch, as a rehearsal has it. */
export function untouchedOf(
  state: EngineState,
  { edited }: Pick<QuestionRead, "edited">,
  viewpoint: readonly string[],
  runs: readonly ComputedRun[],
): Rehearsal["untouched"] {
  const policies = [...named(edited.events), ...named(edited.measures)];
  const touched = touchedCommodities(policies, runs.at(-1)!.model, state.vocabulary);
  return untouchedApplications(viewpoint, touched, ...runs.map((run) => usesOf(run, viewpoint)));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
