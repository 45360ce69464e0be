import type { EncodedChunk } from "./chunk-file.ts";
import type { ChunkRange } from "./chunk-range.ts";

/** Keeps a computed chunk. */
export type Commit = (range: ChunkRange, encoded: EncodedChunk) => Promise<void>;

/** What an executor does meanwhile, for who waits. */
export interface ExecutorProgress {
  /** draws computed so far, of those that were asked for, committed or not */
  readonly draws: number;
}

/** Computes chunks, somewhere. */
export interface ChunkExecutor {
  /**
   * Computes every chunk, in any order, and commits each.
   * Errors: StoppedError after the signal; what a draw, a commit or the executor itself failed with.
   */
  run(
    chunks: Iterable<ChunkRange>,
    commit: Commit,
    onProgress: (progress: ExecutorProgress) => void,
    signal: AbortSignal,
  ): Promise<void>;
  close(): Promise<void>;
}
