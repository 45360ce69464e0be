import type { ChunkRange } from "../store/chunk-range.ts";
import type { Versions } from "../store/manifest.ts";

/** Everything of ours in Redis begins with this. */
export const PREFIX = "monazite";

/** Results and plans that nobody fetches go away after this long. */
export const KEEP_SECONDS = 7 * 24 * 3600;

/** A queue per code and dataset: a worker never even sees a chunk of another version. */
export function queueName({ codeVersion, dataHash }: Versions): string {
  return `chunks-${codeVersion.slice(0, 16)}-${dataHash.slice(0, 16)}`;
}

/** The same chunk of the same sweep is the same job, whoever asks for it and however often. */
export function jobIdOf(sweepKey: string, { firstDraw, draws }: ChunkRange): string {
  return `${sweepKey.slice(0, 32)}-${firstDraw}-${draws}`;
}

export const planKey = (planHash: string) => `${PREFIX}:plan:${planHash}`;
export const resultKey = (jobId: string) => `${PREFIX}:result:${jobId}`;
