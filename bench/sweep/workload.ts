import { join } from "node:path";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readScenario } from "../../src/cli/io/read-scenario.ts";
import { readVersioned } from "../../src/cli/io/run-store.ts";
import { parseDataset } from "../../src/dataset/index.ts";
import { openSweep, type Sweep, type SweepPlan } from "../../src/simulation/draws/sweep.ts";
import { orderedPlan, type Versions } from "../../src/store/manifest.ts";

/** A shipped scenario ready to be drawn. */
export interface Workload {
  readonly tables: ReadonlyMap<string, string>;
  readonly versions: Versions;
  readonly plan: SweepPlan;
  readonly sweep: Sweep;
}

export async function sweepWorkload(
  scenarioId: string,
  { draws = 10_000, months }: { readonly draws?: number; readonly months?: number },
): Promise<Workload> {
  const { tables, versions } = await readVersioned();
  const dataset = parseDataset(tables);
  const path = join(import.meta.dirname, "../../scenarios", `${scenarioId}.yaml`);
  const { scenario } = readScenario(path, { dataset, vocabulary: vocabularyOf(dataset) }, { months });
  const plan = orderedPlan({ scenarioId, scenario, withoutMeasures: false, seed: 1, draws, design: "random" });
  return { tables, versions, plan, sweep: openSweep(dataset, plan) };
}
