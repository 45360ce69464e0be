import { sha256 } from "../store/canonical.ts";
import type { ChunkRange } from "../store/chunk-range.ts";
import type { Versions } from "../store/manifest.ts";
import type { AtomJob } from "./plan-messages.ts";

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

/** A queue per worker: whoever asks chooses the worker, since it keeps the futures that it has made ready. */
export const atomQueueName = (workerId: string) => `atoms-${workerId}`;

/** The same question about the same future of the same plan is the same job. */
export function atomJobIdOf({ planHash, codeVersion, dataHash, ask, atom, x }: AtomJob): string {
  const key = sha256(JSON.stringify([planHash, codeVersion, dataHash, ask, atom, x]));
  return `${ask}-${atom}-${key.slice(0, 32)}`;
}
