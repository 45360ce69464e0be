import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import type { Vocabulary } from "../../chain/vocabulary.ts";
import { type Dataset, didYouMean, InputError, MOST_YAML_BYTES, meantInstead, quote } from "../../dataset/index.ts";
import { loadScenario } from "../../ledger/scenario.ts";
import { PolicyProblem } from "../../policy/problem.ts";
import { scenarioChains } from "../../simulation/chains.ts";
import { uncertainProblems } from "../../simulation/draws/uncertain-problems.ts";
import type { Scenario } from "../../simulation/scenario.ts";

/** What the command line may set instead of the scenario file. */
export interface ScenarioOverrides {
  readonly months?: number | undefined;
  readonly viewpoint?: readonly string[] | undefined;
}

/** What a scenario may speak of: names, and events of the ledger. */
export interface Known {
  readonly dataset: Dataset;
  readonly vocabulary: Vocabulary;
}

/** Opens the workbench on the chains that scenario files speak of. */
export const chainsOf =
  (paths: readonly string[]) =>
  (known: Known): ReadonlySet<string> => {
    const each = paths.map((path) => scenarioChains(readScenario(path, known).scenario, known.vocabulary));
    return each.some((chains) => chains.size === 0) ? new Set() : new Set(each.flatMap((chains) => [...chains]));
  };

/** A scenario read from a file, and a way to point problems found later back to its lines. */
export interface ReadScenario {
  readonly id: string;
  readonly scenario: Scenario;
  /** runs something and turns the policy problems it throws into problems at file:line:column */
  readonly locate: <T>(work: () => T) => T;
}

/** Reads a scenario with all it extends and takes from the ledger. Errors: InputError with every problem at file:line:column. */
export function readScenario(
  path: string,
  { dataset, vocabulary }: Known,
  overrides: ScenarioOverrides = {},
): ReadScenario {
  const yaml = loadScenario(shown(path), readText, dataset, vocabulary);
  const scenario: Scenario = {
    ...yaml.value,
    ...(overrides.months === undefined ? {} : { months: overrides.months }),
    ...(overrides.viewpoint === undefined ? {} : { viewpoint: [...overrides.viewpoint] }),
  };
  const at = (where: readonly (string | number)[]) => yaml.positionOf(where);
  checkViewpoint(scenario, vocabulary, at, overrides.viewpoint !== undefined);
  checkChains(scenario, vocabulary, at);
  const undrawable = uncertainProblems(scenario).map(({ path, ...problem }) => ({ ...at(path), ...problem }));
  if (undrawable.length > 0) throw new InputError(undrawable);
  return {
    id: basename(path).replace(/\.ya?ml$/, ""),
    scenario,
    locate: (work) => {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof PolicyProblem)) throw error;
        throw new InputError(
          error.problems.map(({ path: [policy, ...rest], message }) => {
            const section = Object.hasOwn(scenario.measures, policy!) ? "measures" : "events";
            const [what, ...remedies] = message.split("; ");
            const remedy = remedies.length > 0 ? remedies.join("; ") : "correct the scenario";
            return { ...at([section, policy!, ...rest]), message: what!, remedy };
          }),
        );
      }
    },
  };
}

function checkViewpoint(
  scenario: Scenario,
  vocabulary: Vocabulary,
  at: (path: readonly (string | number)[]) => { file: string; line: number; column?: number },
  fromOption: boolean,
): void {
  const known = vocabulary.names.countries;
  const problems = scenario.viewpoint.flatMap((country, i) => {
    if (known.includes(country)) return [];
    const meant = vocabulary.meant?.("countries", country);
    const place = fromOption ? { file: "--country", line: 1 } : at(["viewpoint", i]);
    return [
      {
        ...place,
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
  at: (path: readonly (string | number)[]) => { file: string; line: number; column?: number },
): void {
  const { materials } = vocabulary.names;
  const problems = (scenario.chains ?? []).flatMap((name, i) => {
    if (materials.includes(name)) return [];
    return [{ ...at(["chains", i]), message: `unknown material ${quote(name)}`, remedy: didYouMean(name, materials) }];
  });
  if (problems.length > 0) throw new InputError(problems);
}

function readText(path: string): string {
  const fail = (message: string, remedy: string): never => {
    throw new InputError([{ file: path, line: 1, message, remedy }]);
  };
  if (!existsSync(path))
    return fail("no such file", `see ${shown(join(dirname(path), "."))} for the scenarios there are`);
  const { size } = statSync(path);
  if (!statSync(path).isFile())
    return fail("not a file", "name a scenario file, such as scenarios/us-japan-framework.yaml");
  if (size > MOST_YAML_BYTES)
    return fail(`the file has ${size} bytes, a scenario may have ${MOST_YAML_BYTES}`, "is this the right file?");
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    return fail(`cannot be read (${error instanceof Error ? error.message : error})`, "check that you may read it");
  }
}

function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near === "" ? "." : near.startsWith("..") ? path : near;
}
