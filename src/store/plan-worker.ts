import { workerData } from "node:worker_threads";
import { parseDataset } from "../dataset/index.ts";
import { openAtoms } from "../planning/atoms.ts";
import { type OpenPlanning, openPlanning } from "../planning/market-evaluator.ts";
import { codeVersion } from "./code-version.ts";
import type { PlanTask, PlanTaskResult, PlanWorkerSetup } from "./plan-task.ts";

// What runs in a worker thread: scripts/build.mjs bundles it to dist/plan-worker.js.

const setup: PlanWorkerSetup = workerData;
const ready = new Int32Array(setup.counter);
let planning: OpenPlanning | undefined;

/** Values of a portfolio in this thread's atoms, which are made ready at the first task and kept. */
export default async function runTask(x: PlanTask): Promise<PlanTaskResult> {
  try {
    planning ??= await open();
    return { ok: true, values: x === null ? [] : planning.values(x) };
  } catch (error) {
    return error instanceof Error ? failed(error.name, error.message) : failed("Error", String(error));
  }
}

async function open(): Promise<OpenPlanning> {
  const own = await codeVersion();
  if (own !== setup.codeVersion)
    throw new Error(`dist/plan-worker.js is of code ${own}, expected ${setup.codeVersion}; npm run build`);
  const atoms = openAtoms(parseDataset(setup.tables), setup.plan);
  return openPlanning(atoms, setup.plan, { atoms: setup.atoms, onProgress: () => Atomics.add(ready, 0, 1) });
}

const failed = (name: string, message: string): PlanTaskResult => ({ ok: false, name, message });
