import { readFileSync } from "node:fs";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { loadScenario } from "../../src/ledger/index.ts";
import type { Network, Terms } from "../../src/market/problem.ts";
import { scenarioChains } from "../../src/simulation/chains.ts";
import { named, runPolicies } from "../../src/simulation/rehearse.ts";
import type { Scenario } from "../../src/simulation/scenario.ts";
import { type OpenWorkbench, openWorkbench } from "../../src/simulation/workbench.ts";
import type { Workload } from "../market/measure.ts";

const SCENARIO = "scenarios/us-japan-framework.yaml";

/** The shipped dataset, balanced and calibrated, and the shipped scenario. */
export function shipped(): { workbench: OpenWorkbench; scenario: Scenario } {
  const dataset = readDataset();
  const scenario = loadScenario(SCENARIO, (file) => readFileSync(file, "utf8"), dataset).value;
  return { workbench: openWorkbench(dataset, scenarioChains(scenario, vocabularyOf(dataset))), scenario };
}

/** Every month of the shipped scenario as problems; the cold one is a month in mid-control, started from base prices. */
export function shippedWorkload({ workbench, scenario }: ReturnType<typeof shipped>): Workload {
  const months: Terms[] = [];
  let network: Network | undefined;
  const policies = [...named(scenario.events), ...named(scenario.measures)];
  const { model } = runPolicies(workbench, scenario, policies, (_, seen, terms) => {
    network = seen;
    months.push(copyOf(terms));
  });
  return {
    name: "shipped chain",
    network: network!,
    cold: { terms: months[MID_CONTROL]!, starts: [model.basePriceUsdPerTonne] },
    months: months.slice(MID_CONTROL - 6, MID_CONTROL + 6),
  };
}

const MID_CONTROL = 30;

function copyOf(terms: Terms): Terms {
  const { referenceLevel, lowerBound, upperBound, marginalCost, slope } = terms;
  return {
    referenceLevel: referenceLevel.slice(),
    lowerBound: lowerBound.slice(),
    upperBound: upperBound.slice(),
    marginalCost: marginalCost.slice(),
    slope: slope.slice(),
  };
}
