import type { Vocabulary } from "../chain/vocabulary.ts";
import {
  type Dataset,
  didYouMean,
  InputError,
  type MapTree,
  meantInstead,
  type Path,
  quote,
} from "../dataset/index.ts";
import { PolicyProblem } from "../policy/problem.ts";
import { uncertainProblems } from "../simulation/draws/uncertain-problems.ts";
import type { Scenario } from "../simulation/scenario.ts";
import { loadScenario } from "./scenario.ts";

/** What a scenario may speak of: names, and events of the ledger. */
export interface Known {
  readonly dataset: Dataset;
  readonly vocabulary: Vocabulary;
}

/** What whoever runs a scenario may set instead of what is written in it. */
export interface ScenarioOverrides {
  readonly months?: number | undefined;
  readonly viewpoint?: readonly string[] | undefined;
  /** where the viewpoint was given, for messages; `--country` if not said */
  readonly viewpointFrom?: string;
}

export interface ScenarioReading {
  readonly scenario: Scenario;
  /** what the model cannot do of the policies, at the lines that say it */
  readonly located: (error: PolicyProblem) => InputError;
}

/**
 * Reads a scenario with all it extends and takes from the ledger, and checks its viewpoint, chains and uncertain inputs.
 * @param load text of the scenario file at a path, or the tree it has been read into
 * @throws InputError with every problem at file:line:column
 */
export function readScenarioText(
  path: string,
  load: (path: string) => string | MapTree,
  { dataset, vocabulary }: Known,
  overrides: ScenarioOverrides = {},
): ScenarioReading {
  const yaml = loadScenario(path, load, dataset, vocabulary);
  const scenario: Scenario = {
    ...yaml.value,
    ...(overrides.months === undefined ? {} : { months: overrides.months }),
    ...(overrides.viewpoint === undefined ? {} : { viewpoint: [...overrides.viewpoint] }),
  };
  const at = (where: Path) => yaml.positionOf(where);
  const { viewpointFrom = "--country" } = overrides;
  const viewpointAt = (i: number) =>
    overrides.viewpoint === undefined ? at(["viewpoint", i]) : { file: viewpointFrom, line: 1 };
  checkViewpoint(scenario, vocabulary, viewpointAt);
  checkChains(scenario, vocabulary, at);
  const undrawable = uncertainProblems(scenario).map(({ path: where, ...problem }) => ({ ...at(where), ...problem }));
  if (undrawable.length > 0) throw new InputError(undrawable);
  return {
    scenario,
    located: (error) =>
      new InputError(
        error.problems.map(({ path: [policy, ...rest], message }) => {
          const section = Object.hasOwn(scenario.measures, policy!) ? "measures" : "events";
          const [what, ...remedies] = message.split("; ");
          const remedy = remedies.length > 0 ? remedies.join("; ") : "correct the scenario";
          return { ...at([section, policy!, ...rest]), message: what!, remedy };
        }),
      ),
  };
}

/** Runs something and turns the policy problems it throws into problems at file:line:column. */
export function locating<T>({ located }: ScenarioReading, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof PolicyProblem ? located(error) : error;
  }
}

function checkViewpoint(
  scenario: Scenario,
  vocabulary: Vocabulary,
  at: (index: number) => { file: string; line: number; column?: number },
): void {
  const known = vocabulary.names.countries;
  const problems = scenario.viewpoint.flatMap((country, i) => {
    if (known.includes(country)) return [];
    const meant = vocabulary.meant?.("countries", country);
    return [
      {
        ...at(i),
        message: `unknown country ${quote(country)}`,
        remedy:
          meant === undefined ? didYouMean(country, [...vocabulary.countries(["WLD"])].sort()) : meantInstead(meant),
      },
    ];
  });
  if (problems.length > 0) throw new InputError(problems);
}

function checkChains(
  scenario: Scenario,
  vocabulary: Vocabulary,
  at: (path: Path) => { file: string; line: number; column?: number },
): void {
  const { materials } = vocabulary.names;
  const problems = (scenario.chains ?? []).flatMap((name, i) => {
    if (materials.includes(name)) return [];
    return [{ ...at(["chains", i]), message: `unknown material ${quote(name)}`, remedy: didYouMean(name, materials) }];
  });
  if (problems.length > 0) throw new InputError(problems);
}
