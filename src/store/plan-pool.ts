import { codeVersion } from "./code-version.ts";
import type { PlanAnswer, PlanTask, PlanTaskResult, PlanWorkerSetup } from "./plan-task.ts";
import { workerFile } from "./worker-file.ts";

/** Threads that compute for any plan over one dataset; each keeps what it has opened. */
export interface PlanPool {
  readonly threads: number;
  /** Errors: PlanTaskError with the name and words of what the task failed with. */
  run(thread: number, task: PlanTask): Promise<PlanAnswer>;
  /** atoms made ready since the pool was started */
  readyAtoms(): number;
  close(): Promise<void>;
}

/** A task could not be computed, here or anywhere: the name and words of what it failed with. */
export class PlanTaskError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** Starts threads that know the dataset. @param tables the curated tables by name */
export async function startPlanPool(tables: ReadonlyMap<string, string>, threads: number): Promise<PlanPool> {
  const { Piscina } = await import("piscina");
  const counter = new SharedArrayBuffer(4);
  const told = new Int32Array(counter);
  const workerData: PlanWorkerSetup = { tables, counter, codeVersion: await codeVersion() };
  const filename = await workerFile("plan");
  // one pool per thread: a pool hands a task to whichever thread is free, and opened atoms live in one of them
  const pools = Array.from(
    { length: threads },
    () => new Piscina<PlanTask, PlanTaskResult>({ filename, minThreads: 1, maxThreads: 1, workerData, execArgv: [] }),
  );
  return {
    threads,
    async run(thread, task) {
      const result = await pools[thread]!.run(task);
      if (result.ok) return result;
      throw new PlanTaskError(result.name, result.message);
    },
    readyAtoms: () => Atomics.load(told, 0),
    async close() {
      await Promise.all(pools.map((pool) => pool.destroy()));
    },
  };
}
