import { vocabularyOf } from "../chain/vocabulary-of.ts";
import type { Dataset } from "../dataset/index.ts";
import { plusMonths } from "../policy/calendar.ts";
import type { NamedPolicy } from "../policy/kinds/index.ts";
import { namedCommodities, scenarioChains } from "../simulation/chains.ts";
import { quantile } from "../simulation/draws/distribution.ts";
import { streamOf } from "../simulation/draws/random.ts";
import { drawScenario, inputValue, scenarioInputs } from "../simulation/draws/scenario-inputs.ts";
import type { Workbench } from "../simulation/rehearse.ts";
import type { Scenario } from "../simulation/scenario.ts";
import { openWorkbench } from "../simulation/workbench.ts";
import type { Atom } from "./evaluator.ts";
import type { Candidate, Future, Plan } from "./plan.ts";

/** Everything that happens in one atom, and every candidate as it would come there. */
export interface AtomWorld {
  readonly atom: Atom;
  readonly workbench: Workbench;
  /** the future's scenario with its uncertain inputs drawn, in the plan's months and without measures */
  readonly scenario: Scenario;
  /** by candidate in the plan's order, at full scale, the delay drawn in; id = the candidate's */
  readonly policies: readonly NamedPolicy[];
}

export interface Atoms {
  readonly atoms: readonly Atom[];
  world(atom: number): AtomWorld;
}

/**
 * The atoms of a plan: each draw of each future, in the plan's order. Draws come from the counter-based streams that
 * sweeps use (input `scenario/<id>`), delays from the stream `delay/<candidate>`: draw 3 has the same delays in every
 * future. A future with one draw is its scenario as written, with delays at their median.
 * Errors: those of the dataset and the scenario.
 */
export function openAtoms(dataset: Dataset, plan: Plan): Atoms {
  const workbench = openWorkbench(dataset, chainsOf(dataset, plan));
  const places = plan.futures.flatMap((future) =>
    Array.from({ length: future.draws }, (_, draw) => ({ future, draw })),
  );
  const atoms = places.map(({ future, draw }): Atom => {
    const id = future.draws === 1 ? future.id : `${future.id}/${draw}`;
    return { id, future: future.id, draw, probability: future.probability / future.draws };
  });
  return {
    atoms,
    world(index) {
      const { future, draw } = places[index]!;
      const scenario = drawn(future, draw, plan.seed);
      const decided = Object.fromEntries(
        (plan.decided ?? []).map((measure) => {
          const { id, ...policy } = delayed(measure, delayMonths(measure, future, draw, plan.seed));
          return [id, policy];
        }),
      );
      return {
        atom: atoms[index]!,
        workbench,
        scenario: {
          ...scenario,
          events: { ...scenario.events, ...decided },
          start: plan.start,
          months: plan.months,
          measures: {},
        },
        policies: plan.candidates.map((candidate) =>
          delayed(candidate, delayMonths(candidate, future, draw, plan.seed)),
        ),
      };
    },
  };
}

function chainsOf(dataset: Dataset, plan: Plan): ReadonlySet<string> {
  const vocabulary = vocabularyOf(dataset);
  const ofScenarios = plan.futures.map(({ scenario }) => scenarioChains({ ...scenario, measures: {} }, vocabulary));
  const ofCandidates = namedCommodities(
    [...plan.candidates, ...(plan.decided ?? [])].map((c) => c.policy),
    vocabulary,
  );
  const everything = ofCandidates === null || ofScenarios.some((chains) => chains.size === 0);
  return new Set(everything ? [] : [...ofScenarios, ofCandidates].flatMap((chains) => [...chains]));
}

function drawn({ scenario, draws }: Future, draw: number, seed: number): Scenario {
  if (draws === 1) return scenario;
  const inputs = scenarioInputs(scenario);
  const values = inputs.map((input) => inputValue(input, streamOf(seed, `scenario/${input.id}`)(draw)));
  return drawScenario(scenario, inputs, values);
}

function delayMonths({ id, delayMonths: delay }: Candidate, { draws }: Future, draw: number, seed: number): number {
  if (delay === null) return 0;
  return Math.round(quantile(delay, draws === 1 ? 0.5 : streamOf(seed, `delay/${id}`)(draw)));
}

/** The policy that much later; its end, where it has one, stays. */
function delayed({ id, policy }: Candidate, months: number): NamedPolicy {
  return { id, ...policy, from: months === 0 ? policy.from : plusMonths(policy.from, months) };
}
