import { setTimeout } from "node:timers/promises";
import type { Job, Worker } from "bullmq";
import type { Redis } from "ioredis";
import { sha256 } from "../store/canonical.ts";
import { DrawError, reasonOf, StoppedError } from "../store/errors.ts";
import { planSchema, short, sweepKey, type Versions } from "../store/manifest.ts";
import { type PlanText, startWorkerPool, type WorkerPool } from "../store/worker-pool.ts";
import { type ChunkJob, failureText, jobSchema, MOST_PLAN_BYTES, resultFields } from "./messages.ts";
import { jobIdOf, KEEP_SECONDS, PREFIX, planKey, queueName, resultKey } from "./names.ts";
import { beat, present, sameVersions } from "./presence.ts";
import { linkRedis } from "./redis-link.ts";
import type { RedisPlace } from "./redis-url.ts";

export interface WorkerOptions {
  readonly place: RedisPlace;
  readonly tables: ReadonlyMap<string, string>;
  readonly versions: Versions;
  readonly workers: number;
  /** a worker that is silent for this long has lost its chunks to the others */
  readonly leaseSeconds: number;
  /** how long to wait for a Redis that is away */
  readonly patienceSeconds: number;
  readonly say: (message: string) => void;
  /** first abort: finish what was begun and end */
  readonly signal: AbortSignal;
}

/** A chunk whose workers died this often is given up: it is the chunk that kills them. */
const MOST_DEATHS = 10;
const LOOK_ROUND_MILLISECONDS = 5_000;

/**
 * Computes chunks of the sweeps of this code and dataset until it is told to stop. The threads compute; this one answers
 * Redis, so that a chunk however long keeps its lease.
 * Errors: QueueError when Redis is away for too long or refuses us.
 */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const { place, tables, versions, workers, leaseSeconds, say, signal } = options;
  const { Worker, UnrecoverableError } = await import("bullmq");
  const pool = await startWorkerPool(tables, workers);
  const link = await linkRedis(place, options.patienceSeconds, say);
  const stopAtOnce = new AbortController();
  const compute = chunkComputer(link.client, pool, versions, stopAtOnce.signal);
  let computed = 0;
  const worker = new Worker(
    queueName(versions),
    async (job: Job) => {
      try {
        await compute(job);
        computed++;
      } catch (error) {
        if (error instanceof StoppedError) throw error;
        say(`${job.id}: ${reasonOf(error)}`);
        const by = error instanceof DrawError ? "draw" : "refusal";
        const kind = error instanceof DrawError ? error.kind : "Error";
        if (error instanceof DrawError || error instanceof Refusal)
          throw new UnrecoverableError(failureText({ by, kind, message: reasonOf(error) }));
        throw error;
      }
    },
    {
      connection: link.client,
      prefix: PREFIX,
      concurrency: workers,
      lockDuration: leaseSeconds * 1000,
      stalledInterval: leaseSeconds * 500,
      maxStalledCount: MOST_DEATHS,
      removeOnComplete: { age: KEEP_SECONDS },
      removeOnFail: { age: KEEP_SECONDS },
    },
  );
  worker.on("error", () => {}); // the link tells about Redis
  worker.on("stalled", (id) =>
    say(`${id}: its worker was not heard of for ${leaseSeconds} s; the chunk is free again`),
  );
  const endBeat = beat(link.client, "worker", workers, versions);
  const endLooking = tellOfOtherVersions(link.client, versions, say);
  say(
    `waiting for chunks at ${place.shown} with ${workers} thread${workers === 1 ? "" : "s"}; code ${short(versions.codeVersion)}, data ${short(versions.dataHash)}`,
  );
  try {
    await Promise.race([link.lost, aborted(signal)]);
    say("finishing the chunks that were begun; Ctrl-C again drops them");
    await Promise.race([link.lost, worker.close()]);
  } finally {
    endLooking();
    stopAtOnce.abort();
    await Promise.race([Promise.allSettled([endBeat(), forceClose(worker)]), setTimeout(1_000)]);
    link.close();
    await pool.close();
    say(`${computed} chunks were computed here`);
  }
}

/** The job is not one of ours, or not for us. */
class Refusal extends Error {
  override readonly name = "Refusal";
}

/** Checks a job, computes it and leaves the result in Redis. */
function chunkComputer(client: Redis, pool: WorkerPool, versions: Versions, signal: AbortSignal) {
  const plans = new Map<string, PlanText & { readonly draws: number; readonly sweepKey: string }>();

  const planOf = async (hash: string) => {
    const known = plans.get(hash);
    if (known !== undefined) return known;
    const length = await client.strlen(planKey(hash));
    if (length === 0) throw new Error("the plan of this sweep is not in Redis (yet)");
    if (length > MOST_PLAN_BYTES) throw new Refusal(`the plan has ${length} bytes, ${MOST_PLAN_BYTES} are allowed`);
    const text = await client.get(planKey(hash));
    if (text === null || sha256(text) !== hash) throw new Refusal("the plan in Redis is not the one the job names");
    const parsed = planSchema.safeParse(parseJson(text));
    if (!parsed.success) throw new Refusal(`the plan cannot be used: ${parsed.error.issues[0]!.message}`);
    const plan = { text, hash, draws: parsed.data.draws, sweepKey: sweepKey(parsed.data, versions) };
    if (plans.size > 20) plans.clear();
    plans.set(hash, plan);
    return plan;
  };

  return async (job: Job): Promise<void> => {
    const parsed = jobSchema.safeParse(job.data);
    if (!parsed.success) throw new Refusal(`the job cannot be used: ${parsed.error.issues[0]!.message}`);
    const chunk: ChunkJob = parsed.data;
    if (!sameVersions(chunk, versions))
      throw new Refusal(
        `the sweep is of code ${short(chunk.codeVersion)} and data ${short(chunk.dataHash)}, this worker of code ${short(versions.codeVersion)} and data ${short(versions.dataHash)}`,
      );
    const plan = await planOf(chunk.planHash);
    const range = { firstDraw: chunk.firstDraw, draws: chunk.draws };
    if (plan.sweepKey !== chunk.sweepKey || job.id !== jobIdOf(plan.sweepKey, range))
      throw new Refusal("the job's name is not that of its chunk");
    if (range.firstDraw + range.draws > plan.draws)
      throw new Refusal(`draws to ${range.firstDraw + range.draws} are asked for, the plan has ${plan.draws}`);
    const encoded = await pool.run(plan, range, signal);
    const key = resultKey(job.id);
    const replies = await client.multi().hset(key, resultFields(encoded)).expire(key, KEEP_SECONDS).exec();
    for (const [error] of replies ?? []) if (error !== null) throw error; // a full Redis, say
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("the plan is not JSON");
  }
}

/** Says once for each other version that a sweep of it waits, so that nobody wonders why this worker idles. */
function tellOfOtherVersions(client: Redis, versions: Versions, say: (message: string) => void): () => void {
  const told = new Set<string>();
  const look = async () => {
    if (client.status !== "ready") return;
    for (const other of await present(client)) {
      const name = queueName(other);
      if (other.kind !== "sweep" || sameVersions(other, versions) || told.has(name)) continue;
      told.add(name);
      say(
        `a sweep of ${other.host} is of code ${short(other.codeVersion)} and data ${short(other.dataHash)}; this worker is of code ${short(versions.codeVersion)} and data ${short(versions.dataHash)} and leaves it to others`,
      );
    }
  };
  const timer = setInterval(() => look().catch(() => {}), LOOK_ROUND_MILLISECONDS);
  look().catch(() => {});
  return () => clearInterval(timer);
}

async function forceClose(worker: Worker): Promise<void> {
  await worker.close(true);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
