import { setImmediate } from "node:timers/promises";
import type { Sweep } from "../simulation/draws/sweep.ts";
import { encodeChunk } from "./chunk-file.ts";
import { StoppedError } from "./errors.ts";
import type { ChunkExecutor } from "./executor.ts";

/** Computes in the calling thread, which it holds for a chunk at a time. */
export function inProcessExecutor(sweep: Sweep): ChunkExecutor {
  return {
    async run(chunks, commit, onProgress, signal) {
      let draws = 0;
      for (const range of chunks) {
        await setImmediate(); // lets a signal in
        if (signal.aborted) throw new StoppedError("stopped");
        const chunk = sweep.runChunk(range.firstDraw, range.draws, (done) => onProgress({ draws: draws + done }));
        await commit(range, encodeChunk(sweep.columns, chunk));
        draws += range.draws;
      }
    },
    async close() {},
  };
}
