import { parseDataset } from "../../dataset/index.ts";
import { queueExecutor } from "../../queue/queue-executor.ts";
import type { RedisPlace } from "../../queue/redis-url.ts";
import type { SweepSummary } from "../../simulation/draws/summary.ts";
import { openSweep } from "../../simulation/draws/sweep.ts";
import { checkColumns } from "../../store/check-columns.ts";
import { StoppedError, StoreError } from "../../store/errors.ts";
import { executeSweep } from "../../store/execute.ts";
import type { ChunkExecutor } from "../../store/executor.ts";
import { committedDraws, type RunFolder, resumeCommand } from "../../store/run-folder.ts";
import { startWorkerPool } from "../../store/worker-pool.ts";
import { workerThreadsExecutor } from "../../store/worker-threads.ts";
import type { Streams } from "../program.ts";
import { progress } from "../render/progress.ts";
import { timeLeft } from "../render/time-left.ts";
import { onStop } from "./on-stop.ts";

export interface RunSweepOptions {
  readonly tables: ReadonlyMap<string, string>;
  /** threads of this machine */
  readonly workers: number;
  /** compute on the workers of this queue instead */
  readonly queue?: { readonly place: RedisPlace; readonly patienceSeconds: number };
  readonly quiet?: boolean;
  /** dataset folder that was named, for the command to go on with */
  readonly data?: string;
  /** the manifest was made just now, so that its columns are those of this code and data */
  readonly isNew?: boolean;
}

/**
 * Completes a run with its progress on stderr. Ctrl-C stops it between chunks: what is committed stays.
 * Errors: StoreError that ends with how to go on.
 */
export async function runSweep(streams: Streams, run: RunFolder, options: RunSweepOptions): Promise<SweepSummary> {
  const report = progress(streams.stderr, { enabled: options.quiet !== true });
  const stop = onStop();
  const left = timeLeft();
  const say = (message: string) => {
    report.clear();
    streams.stderr.write(`${message}\n`);
  };
  try {
    const summary = await executeSweep({
      run,
      executor: async () => {
        if (options.isNew !== true) {
          report.update("looking at the central run");
          checkColumns(run, openSweep(parseDataset(options.tables), run.manifest.plan).columns);
        }
        return executorOf(run, options, say);
      },
      say,
      signal: stop.signal,
      onProgress: (phase, done, total) =>
        report.update(phase === "computing" ? `drawing${left(done, total)}:` : "summing up:", done, total),
    });
    report.finish();
    return summary;
  } catch (error) {
    report.clear();
    throw withWayOn(error, run, options.data);
  } finally {
    stop.off();
  }
}

async function executorOf(
  run: RunFolder,
  { tables, workers, queue }: RunSweepOptions,
  say: (message: string) => void,
): Promise<ChunkExecutor> {
  if (queue !== undefined) return queueExecutor({ ...queue, manifest: run.manifest, say });
  return workerThreadsExecutor(await startWorkerPool(tables, workers), run.manifest.plan);
}

/** What is kept and how to go on, after what went wrong. */
function withWayOn(error: unknown, run: RunFolder, data?: string): unknown {
  if (!(error instanceof StoreError)) return error;
  const { plan } = run.manifest;
  const kept = `${committedDraws(run)} of ${plan.draws} draws are kept`;
  const what = error instanceof StoppedError ? "stopped" : error.message;
  return new StoreError(`${what}; ${kept}; go on with: ${resumeCommand(run.folder, data)}`, { cause: error });
}
