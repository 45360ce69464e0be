import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { InputError, MOST_YAML_BYTES } from "../../dataset/index.ts";
import { type Known, locating, readScenarioText, type ScenarioOverrides } from "../../ledger/index.ts";
import { scenarioChains } from "../../simulation/chains.ts";
import type { Scenario } from "../../simulation/scenario.ts";

export type { Known, ScenarioOverrides };

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
export function readScenario(path: string, known: Known, overrides: ScenarioOverrides = {}): ReadScenario {
  const reading = readScenarioText(shown(path), readText, known, overrides);
  return {
    id: basename(path).replace(/\.ya?ml$/, ""),
    scenario: reading.scenario,
    locate: (work) => locating(reading, work),
  };
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
