import { workerData } from "node:worker_threads";
import { type Dataset, parseDataset } from "../dataset/index.ts";
import { openSweep, type Sweep } from "../simulation/draws/sweep.ts";
import { encodeChunk } from "./chunk-file.ts";
import { codeVersion } from "./code-version.ts";
import { planSchema } from "./manifest.ts";
import type { ChunkTask, TaskResult, WorkerSetup } from "./worker-task.ts";

// What runs in a worker thread: scripts/build.mjs bundles it to dist/sweep-worker.js.

const OPEN_AT_MOST = 2;
const { tables, counter } = workerData as WorkerSetup;
const drawsDone = new Int32Array(counter);
const open = new Map<string, Sweep>();
let dataset: Dataset | undefined;

/** Computes one chunk; a sweep is opened at its first chunk and kept for the next. */
export default async function runTask(task: ChunkTask): Promise<TaskResult> {
  try {
    const own = await codeVersion();
    if (own !== task.codeVersion)
      return failed("Error", `dist/sweep-worker.js is of code ${own}, expected ${task.codeVersion}; npm run build`);
    const sweep = sweepOf(task);
    const chunk = sweep.runChunk(task.firstDraw, task.draws, () => Atomics.add(drawsDone, 0, 1));
    return { ok: true, ...encodeChunk(sweep.columns, chunk) };
  } catch (error) {
    return error instanceof Error ? failed(error.name, error.message) : failed("Error", String(error));
  }
}

function sweepOf({ planText, planHash }: ChunkTask): Sweep {
  const known = open.get(planHash);
  if (known !== undefined) return known;
  for (const oldest of [...open.keys()].slice(0, Math.max(0, open.size - OPEN_AT_MOST + 1))) open.delete(oldest);
  dataset ??= parseDataset(tables);
  const sweep = openSweep(dataset, planSchema.parse(JSON.parse(planText)));
  open.set(planHash, sweep);
  return sweep;
}

const failed = (name: string, message: string): TaskResult => ({ ok: false, name, message });
