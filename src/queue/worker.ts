import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Job, Worker } from "bullmq";
import type { Redis } from "ioredis";
import { DrawError, reasonOf, StoppedError } from "../store/errors.ts";
import { planSchema, short, sweepKey, type Versions } from "../store/manifest.ts";
import { startWorkerPool, type WorkerPool } from "../store/worker-pool.ts";
import { serveAtoms } from "./atom-server.ts";
import { type ChunkJob, failureText, jobSchema, resultFields } from "./messages.ts";
import { namedPlans, Refusal } from "./named-text.ts";
import { jobIdOf, KEEP_SECONDS, PREFIX, queueName, resultKey } from "./names.ts";
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
 * Computes chunks of the sweeps of this code and dataset, and answers for its plans, until it is told to stop. The threads
 * compute; this one answers Redis, so that a chunk however long keeps its lease.
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
  const id = randomUUID();
  const atoms = await serveAtoms({ client: link.client, id, tables, versions, threads: workers, leaseSeconds, say });
  const endBeat = beat(link.client, { kind: "worker", size: workers, versions, id });
  const endLooking = tellOfOtherVersions(link.client, versions, say);
  say(
    `waiting for chunks and plans at ${place.shown} with ${workers} thread${workers === 1 ? "" : "s"}; code ${short(versions.codeVersion)}, data ${short(versions.dataHash)}`,
  );
  try {
    await Promise.race([link.lost, aborted(signal)]);
    say("finishing the chunks that were begun; Ctrl-C again drops them");
    await Promise.race([link.lost, Promise.all([endBeat(), worker.close(), atoms.close(false)])]);
  } finally {
    endLooking();
    stopAtOnce.abort();
    await Promise.race([Promise.allSettled([endBeat(), forceClose(worker), atoms.close(true)]), setTimeout(1_000)]);
    link.close();
    await pool.close();
    const answers = atoms.answered() === 0 ? "" : `, and ${atoms.answered()} answers for plans`;
    say(`${computed} chunks were computed here${answers}`);
  }
}

/** Checks a job, computes it and leaves the result in Redis. */
function chunkComputer(client: Redis, pool: WorkerPool, versions: Versions, signal: AbortSignal) {
  const planOf = namedPlans(client, "the plan of this sweep", (text, hash, value) => {
    const parsed = planSchema.safeParse(value);
    if (!parsed.success) throw new Refusal(`the plan cannot be used: ${parsed.error.issues[0]!.message}`);
    return { text, hash, draws: parsed.data.draws, sweepKey: sweepKey(parsed.data, versions) };
  });

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

/** Says once for each other version that a sweep or a plan of it waits, so that nobody wonders why this worker idles. */
function tellOfOtherVersions(client: Redis, versions: Versions, say: (message: string) => void): () => void {
  const told = new Set<string>();
  const look = async () => {
    if (client.status !== "ready") return;
    for (const other of await present(client)) {
      const name = queueName(other);
      if (other.kind === "worker" || sameVersions(other, versions) || told.has(name)) continue;
      told.add(name);
      say(
        `a ${other.kind} of ${other.host} is of code ${short(other.codeVersion)} and data ${short(other.dataHash)}; this worker is of code ${short(versions.codeVersion)} and data ${short(versions.dataHash)} and leaves it to others`,
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
