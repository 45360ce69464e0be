import { z } from "zod";
import { sha256 } from "../store/canonical.ts";
import type { EncodedChunk } from "../store/chunk-file.ts";
import { MOST_CHUNK_DRAWS, MOST_DRAWS } from "../store/manifest.ts";

// What travels over the queue. Whoever can write to Redis can write anything: all of it is checked, nothing is evaluated.

export const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A chunk to compute. */
export const jobSchema = z.strictObject({
  format: z.literal(1),
  sweepKey: hash,
  planHash: hash,
  codeVersion: hash,
  dataHash: hash,
  firstDraw: z.int().min(0).max(MOST_DRAWS),
  draws: z.int().min(1).max(MOST_CHUNK_DRAWS),
});
export type ChunkJob = z.infer<typeof jobSchema>;

/** Longest text of a plan that is read; scenario files may have a fifth of it. */
export const MOST_PLAN_BYTES = 5_000_000;

/** Who is at work, as workers, sweeps and plans tell each other. */
export const beatSchema = z.strictObject({
  kind: z.enum(["worker", "sweep", "plan"]),
  host: z.string().max(300),
  pid: z.int(),
  /** threads of a worker, draws of a sweep, futures of a plan with their draws */
  size: z.int().min(0),
  codeVersion: hash,
  dataHash: hash,
});
export type Beat = z.infer<typeof beatSchema>;

/** Why a job failed: its draw or its future (the same anywhere), or something of the worker's or the job's. */
const failureSchema = z.strictObject({
  by: z.enum(["draw", "refusal"]),
  kind: z.string().max(200),
  message: z.string().max(20_000),
});
export type Failure = z.infer<typeof failureSchema>;

/** A failure as the text that BullMQ keeps. */
export function failureText(failure: Failure): string {
  return JSON.stringify({ ...failure, message: failure.message.slice(0, 20_000) });
}

/** A failure from its text; undefined when BullMQ itself gave the reason. */
export function parseFailure(text: string): Failure | undefined {
  try {
    return failureSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Fields of a result's hash in Redis. */
export function resultFields({ draws, months }: EncodedChunk): Record<string, Buffer | string> {
  return {
    draws: Buffer.from(draws),
    months: Buffer.from(months),
    drawsHash: sha256(draws),
    monthsHash: sha256(months),
  };
}

/** A result read back. Errors: Error saying what is missing or not as it was sent. */
export function parseResult(fields: Record<string, Buffer>): EncodedChunk {
  const part = (name: "draws" | "months"): Uint8Array => {
    const bytes = fields[name];
    if (bytes === undefined) throw new Error("the result is gone from Redis");
    if (fields[`${name}Hash`]?.toString() !== sha256(bytes)) throw new Error(`${name} are not as they were sent`);
    return new Uint8Array(bytes);
  };
  return { draws: part("draws"), months: part("months") };
}
