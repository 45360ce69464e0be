import { readdirSync } from "node:fs";
import { join } from "node:path";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { readScenario } from "../../src/cli/io/read-scenario.ts";
import { scenarioChains } from "../../src/simulation/chains.ts";
import type { Scenario } from "../../src/simulation/scenario.ts";
import { type OpenWorkbench, openWorkbench } from "../../src/simulation/workbench.ts";

const folder = join(import.meta.dirname, "../../scenarios");

/** The chains of these materials in the dataset that ships, balanced and calibrated. */
export function openShipped(...materials: readonly string[]): OpenWorkbench {
  const dataset = readDataset();
  return openWorkbench(dataset, vocabularyOf(dataset).commodities(materials));
}

/** The rare-earth chain; made once per test file. */
export const workbench: OpenWorkbench = openShipped("rare-earths", "rare-earth-magnets");

/** Names of the scenarios that ship. */
export const scenarioIds: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.slice(0, -".yaml".length))
  .sort();

/** A shipped scenario, with all it extends. */
export function shippedScenario(id: string): Scenario {
  const dataset = readDataset();
  return readScenario(join(folder, `${id}.yaml`), { dataset, vocabulary: vocabularyOf(dataset) }).scenario;
}

/** The chains a scenario speaks of, as the command line opens them. */
export function workbenchOf(scenario: Scenario): OpenWorkbench {
  const dataset = readDataset();
  return openWorkbench(dataset, scenarioChains(scenario, vocabularyOf(dataset)));
}

/** A scenario of this length with only these events, for questions the shipped ones do not ask. */
export function scenarioOf(events: Scenario["events"], months: number, start = "2026-10"): Scenario {
  return { title: "", description: "", start, months, viewpoint: ["JPN", "USA"], events, measures: {} };
}
