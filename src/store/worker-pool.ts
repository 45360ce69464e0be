import type { SweepPlan } from "../simulation/draws/sweep.ts";
import { canonical } from "./canonical.ts";
import type { EncodedChunk } from "./chunk-file.ts";
import type { ChunkRange } from "./chunk-range.ts";
import { codeVersion } from "./code-version.ts";
import { DrawError, StoppedError } from "./errors.ts";
import { planHash } from "./manifest.ts";
import { workerFile } from "./worker-file.ts";
import type { ChunkTask, TaskResult, WorkerSetup } from "./worker-task.ts";

/** A draw makes and drops some 10 MB of small objects; in Node's 48 MB most survive long enough to be copied first. */
const YOUNG_GENERATION_MB = 128;

/** Threads that compute chunks of any plan over one dataset. */
export interface WorkerPool {
  readonly workers: number;
  /** Errors: DrawError with what the draw failed with; StoppedError after the signal. */
  run(plan: PlanText, range: ChunkRange, signal: AbortSignal): Promise<EncodedChunk>;
  /** draws computed since the pool was started, committed or not */
  drawsDone(): number;
  close(): Promise<void>;
}

/** A plan ready to travel. */
export interface PlanText {
  readonly text: string;
  readonly hash: string;
}

/** The plan as text with its hash. */
export function planText(plan: SweepPlan): PlanText {
  return { text: JSON.stringify(canonical(plan)), hash: planHash(plan) };
}

/** Starts threads that know the dataset. @param tables the curated tables by name */
export async function startWorkerPool(tables: ReadonlyMap<string, string>, workers: number): Promise<WorkerPool> {
  const { Piscina } = await import("piscina");
  const setup: WorkerSetup = { tables, counter: new SharedArrayBuffer(4) };
  const counter = new Int32Array(setup.counter);
  const code = await codeVersion();
  const pool = new Piscina<ChunkTask, TaskResult>({
    filename: await workerFile("sweep"),
    minThreads: workers,
    maxThreads: workers,
    workerData: setup,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    execArgv: [], // a loader of TypeScript above is of no use to the bundle
  });
  return {
    workers,
    async run({ text, hash }, range, signal) {
      const task = { planText: text, planHash: hash, codeVersion: code, ...range };
      const result = await inWords(pool.run(task, { signal }), signal);
      if (!result.ok) throw new DrawError(result.name, result.message);
      return { draws: result.draws, months: result.months };
    },
    drawsDone: () => Atomics.load(counter, 0),
    close: () => pool.destroy(),
  };
}

async function inWords(running: Promise<TaskResult>, signal: AbortSignal): Promise<TaskResult> {
  try {
    return await running;
  } catch (error) {
    throw signal.aborted ? new StoppedError("stopped") : error;
  }
}
