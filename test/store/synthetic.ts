import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sweep, SweepPlan } from "../../src/simulation/draws/sweep.ts";
import type { WriteBytes } from "../../src/store/atomic-write.ts";
import { executeSweep } from "../../src/store/execute.ts";
import { inProcessExecutor } from "../../src/store/in-process.ts";
import { createManifest, type Manifest, orderedPlan, type Versions } from "../../src/store/manifest.ts";
import { createRun, type RunFolder } from "../../src/store/run-folder.ts";

// A sweep that costs nothing: the store does not care what the numbers mean.

export const versions: Versions = { codeVersion: "c".repeat(64), dataHash: "d".repeat(64) };

export function syntheticPlan(changes: Partial<SweepPlan> = {}): SweepPlan {
  return orderedPlan({
    scenarioId: "synthetic",
    scenario: {
      title: "Nothing happens",
      description: "",
      start: "2026-12",
      months: 3,
      viewpoint: ["JPN"],
      events: {},
      measures: {},
    },
    withoutMeasures: false,
    seed: 1,
    draws: 25,
    design: "random",
    ...changes,
  });
}

const info = (id: string) => ({ id, title: id, unit: "share" });
const columns = {
  inputs: [info("data/a"), info("scenario/b")],
  outcomes: [info("valueAtRisk/JPN"), info("firstShortMonth/JPN/vehicles")],
  series: [info("shortfallShare/JPN/vehicles"), info("price/a/JPN")],
  months: ["2026-12", "2027-01", "2027-02"],
};

/** Values that depend on seed, draw and column; the second outcome does not happen in every third draw. */
export function syntheticSweep(plan: SweepPlan = syntheticPlan()): Sweep {
  const value = (draw: number, column: number) => ((draw + 1) * 7919 * (column + 3) * (plan.seed + 1)) % 1009;
  return {
    plan,
    columns,
    runChunk(firstDraw, draws, onDraw) {
      const column = (k: number) => Float64Array.from({ length: draws }, (_, i) => value(firstDraw + i, k) / 7);
      const series = (k: number) =>
        Float64Array.from({ length: draws * 3 }, (_, i) => value(firstDraw + Math.floor(i / 3), k + (i % 3)) / 1009);
      const sometimes = column(3).map((v, i) => ((firstDraw + i) % 3 === 0 ? Number.NaN : Math.floor(v)));
      onDraw?.(draws);
      return {
        firstDraw,
        draws,
        inputs: [column(0), column(1)],
        outcomes: [column(2), sometimes],
        series: [series(10), series(20)],
      };
    },
  };
}

export function syntheticManifest(plan = syntheticPlan(), id = "run", chunkDraws = 10): Manifest {
  return createManifest(id, plan, columns, chunkDraws, versions);
}

/** A new folder that `afterAll(clean)` removes. */
export function temporary(): { folder: string; clean: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "monazite-store-"));
  return { folder, clean: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs or completes a synthetic sweep in a folder; what was said comes back. */
export async function complete(folder: string, plan = syntheticPlan(), write?: WriteBytes): Promise<string[]> {
  const run: RunFolder = createRun(join(folder, "run"), syntheticManifest(plan), write);
  const said: string[] = [];
  await executeSweep({
    run,
    executor: async () => inProcessExecutor(syntheticSweep(plan)),
    say: (message) => said.push(message.replaceAll(folder, "")),
  });
  return said;
}

/** Every file under a folder with its bytes in hex, for comparing whole runs. */
export function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), "hex")]));
}
