import { setMaxListeners } from "node:events";
import type { SweepPlan } from "../simulation/draws/sweep.ts";
import { StoppedError } from "./errors.ts";
import type { ChunkExecutor } from "./executor.ts";
import { planText, type WorkerPool } from "./worker-pool.ts";

const TELL_MILLISECONDS = 250;

/** Computes in the threads of a pool, which it closes at the end. */
export function workerThreadsExecutor(pool: WorkerPool, plan: SweepPlan): ChunkExecutor {
  const text = planText(plan);
  return {
    async run(chunks, commit, onProgress, signal) {
      const failure = new AbortController();
      const either = AbortSignal.any([signal, failure.signal]);
      setMaxListeners(0, either); // one for every chunk under way
      const left = chunks[Symbol.iterator]();
      const timer = setInterval(() => onProgress({ draws: pool.drawsDone() }), TELL_MILLISECONDS);
      const lane = async () => {
        for (let next = left.next(); !next.done; next = left.next()) {
          if (either.aborted) throw new StoppedError("stopped");
          await commit(next.value, await pool.run(text, next.value, either));
        }
      };
      // each lane hands in its next chunk as soon as its last is computed and kept; one more than threads keeps all busy
      const lanes = Array.from({ length: pool.workers + 1 }, () =>
        lane().catch((error: unknown) => {
          failure.abort();
          throw error;
        }),
      );
      const ended = await Promise.allSettled(lanes);
      clearInterval(timer);
      const errors = ended.flatMap((end) => (end.status === "rejected" ? [end.reason as unknown] : []));
      // a lane that was stopped because another failed is not the reason
      if (errors.length > 0) throw errors.find((error) => !(error instanceof StoppedError)) ?? errors[0];
      onProgress({ draws: pool.drawsDone() });
    },
    close: () => pool.close(),
  };
}
