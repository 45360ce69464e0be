import { InputError } from "../dataset/problem.ts";
import type { SweepSummary } from "../simulation/draws/summary.ts";
import type { ChunkRange } from "./chunk-range.ts";
import { StoppedError } from "./errors.ts";
import type { ChunkExecutor } from "./executor.ts";
import { lockRun } from "./lock.ts";
import {
  clearParts,
  clearStrangeChunks,
  commitChunk,
  type RunFolder,
  rangesOf,
  readChunkIfThere,
  strangersIn,
} from "./run-folder.ts";
import { readSummary, summarise } from "./summary-file.ts";

export interface ExecuteOptions {
  readonly run: RunFolder;
  /** made only when something is left to compute */
  readonly executor: () => Promise<ChunkExecutor>;
  /** words for the user: what was found damaged, what is waited for */
  readonly say: (message: string) => void;
  readonly onProgress?: (phase: "computing" | "summarising", done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Completes a run: computes the chunks that are not committed or damaged, commits each, then writes the summary. The
 * files are the same however often and wherever it was interrupted, and whatever computed them.
 * Errors: StoreError when another process is at it, the disk is full or it was stopped; what a draw failed with.
 */
export async function executeSweep(options: ExecuteOptions): Promise<SweepSummary> {
  const { run, say, signal = new AbortController().signal } = options;
  const unlock = lockRun(run.folder, say);
  try {
    clearParts(run);
    settleStrangers(run, say);
    const missing = await findMissing(run, say);
    if (missing.length > 0) await compute(missing, options, signal);
    else {
      const summary = summaryIfSound(run, say);
      if (summary !== undefined) return summary;
    }
    return await summarise(run, (done) => {
      if (signal.aborted) throw new StoppedError("stopped");
      options.onProgress?.("summarising", done, run.manifest.plan.draws);
    });
  } finally {
    unlock();
  }
}

async function compute(missing: readonly ChunkRange[], options: ExecuteOptions, signal: AbortSignal): Promise<void> {
  const { run, onProgress } = options;
  const total = run.manifest.plan.draws;
  const left = missing.reduce((sum, { draws }) => sum + draws, 0);
  if (signal.aborted) throw new StoppedError("stopped");
  const executor = await options.executor();
  try {
    await executor.run(
      missing,
      async (range, encoded) => commitChunk(run, range, encoded),
      ({ draws }) => onProgress?.("computing", total - left + draws, total),
      signal,
    );
  } finally {
    await executor.close();
  }
}

/** Clears away what is called like a chunk and is none of this run's, and leaves the rest, with a word. */
function settleStrangers(run: RunFolder, say: (message: string) => void): void {
  const strangers = strangersIn(run);
  const some = (names: readonly string[]) =>
    names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
  clearStrangeChunks(run, strangers);
  if (strangers.chunks.length > 0)
    say(`${run.folder}: chunk files not of this run, cleared away: ${some(strangers.chunks)}`);
  if (strangers.others.length > 0) say(`${run.folder}: not of this run and left alone: ${some(strangers.others)}`);
}

/** Chunks that are not committed, and with a word those that are not what was committed. */
async function findMissing(run: RunFolder, say: (message: string) => void): Promise<ChunkRange[]> {
  const missing: ChunkRange[] = [];
  for (const range of rangesOf(run)) {
    try {
      if ((await readChunkIfThere(run, range)) === undefined) missing.push(range);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const [{ file, message }] = error.problems as [InputError["problems"][number]];
      say(`${file}: ${message}; computing it again`);
      missing.push(range);
    }
  }
  return missing;
}

function summaryIfSound(run: RunFolder, say: (message: string) => void): SweepSummary | undefined {
  try {
    return readSummary(run);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [{ file, message }] = error.problems as [InputError["problems"][number]];
    say(`${file}: ${message}; writing it again`);
    return undefined;
  }
}
