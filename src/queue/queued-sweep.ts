import { setTimeout } from "node:timers/promises";
import type { Job, Queue, QueueEvents } from "bullmq";
import { decodeChunk } from "../store/chunk-file.ts";
import { type ChunkRange, chunkName, chunksOf } from "../store/chunk-range.ts";
import { DrawError, reasonOf } from "../store/errors.ts";
import type { Commit } from "../store/executor.ts";
import { type Manifest, sweepKey } from "../store/manifest.ts";
import { planText } from "../store/worker-pool.ts";
import { QueueError } from "./errors.ts";
import { workersOfOurs } from "./lonely.ts";
import { type ChunkJob, parseFailure, parseResult } from "./messages.ts";
import { jobIdOf, KEEP_SECONDS, planKey, resultKey } from "./names.ts";
import { present } from "./presence.ts";
import type { RedisLink } from "./redis-link.ts";
import type { RedisPlace } from "./redis-url.ts";

export interface QueueExecutorOptions {
  readonly place: RedisPlace;
  readonly manifest: Manifest;
  /** how long to wait for a Redis that is away, and for a worker of our version */
  readonly patienceSeconds: number;
  readonly say: (message: string) => void;
}

/** Jobs that lie in Redis at a time: some for every thread, whoever wants more waits for a commit. */
const FEWEST_OUTSTANDING = 32;
const OUTSTANDING_PER_THREAD = 4;
const LOOK_MILLISECONDS = 2_000;
/** A job that is lost or fails for no fault of its draws is handed in anew this often. */
const MOST_TRIES = 4;

interface Outstanding {
  readonly range: ChunkRange;
  tries: number;
}

/** One sweep's chunks on their way through the queue: handed in, looked after, taken in. */
export class QueuedSweep {
  readonly #link: RedisLink;
  readonly #queue: Queue;
  readonly #options: QueueExecutorOptions;
  readonly #commit: Commit;
  readonly #onProgress: (progress: { draws: number }) => void;
  readonly #key: string;
  readonly #plan: ReturnType<typeof planText>;
  readonly #outstanding = new Map<string, Outstanding>();
  #most = FEWEST_OUTSTANDING;
  #draws = 0;
  #left = false;
  readonly #ours: ReturnType<typeof workersOfOurs>;
  #wake: () => void = () => {};

  constructor(
    link: RedisLink,
    queue: Queue,
    options: QueueExecutorOptions,
    commit: Commit,
    onProgress: (progress: { draws: number }) => void,
  ) {
    this.#link = link;
    this.#queue = queue;
    this.#options = options;
    this.#commit = commit;
    this.#onProgress = onProgress;
    this.#key = sweepKey(options.manifest.plan, options.manifest);
    this.#plan = planText(options.manifest.plan);
    const { manifest: versions, patienceSeconds, say } = options;
    this.#ours = workersOfOurs({ versions, shown: link.shown, patienceSeconds, say });
  }

  async run(chunks: Iterable<ChunkRange>, events: QueueEvents): Promise<void> {
    const wanted = [...chunks];
    await this.#forgetCommitted(wanted);
    const next = wanted[Symbol.iterator]();
    const finished: string[] = [];
    const onEvent = ({ jobId }: { jobId: string }) => {
      finished.push(jobId);
      this.#wake();
    };
    events.on("completed", onEvent);
    events.on("failed", onEvent);
    let lookedAt = 0;
    for (let more = true; ; ) {
      if (Date.now() - lookedAt >= LOOK_MILLISECONDS) {
        await this.#keepPlan();
        await this.#lookForWorkers();
        for (const id of this.#outstanding.keys()) finished.push(id); // events are lost with a connection
        lookedAt = Date.now();
      }
      const fresh: [string, Outstanding][] = [];
      while (more && this.#outstanding.size < this.#most) {
        const { value, done } = next.next();
        if (done) more = false;
        else {
          const entry: [string, Outstanding] = [jobIdOf(this.#key, value), { range: value, tries: 1 }];
          this.#outstanding.set(...entry);
          fresh.push(entry);
        }
      }
      await this.#handIn(fresh);
      for (const id of new Set(finished.splice(0))) await this.#settle(id);
      if (!more && this.#outstanding.size === 0) return;
      if (this.#left) return;
      if (finished.length === 0 && (this.#outstanding.size >= this.#most || !more)) await this.#rest();
    }
  }

  /** A process that was killed between a commit and its thanks left the result of a chunk that nobody asks for again. */
  async #forgetCommitted(wanted: readonly ChunkRange[]): Promise<void> {
    const { plan, chunkDraws } = this.#options.manifest;
    const missing = new Set(wanted.map(({ firstDraw }) => firstDraw));
    const kept = [...chunksOf(plan.draws, chunkDraws)].filter(({ firstDraw }) => !missing.has(firstDraw));
    for (let at = 0; at < kept.length; at += 1_000) {
      const ids = kept.slice(at, at + 1_000).map((range) => jobIdOf(this.#key, range));
      const asking = this.#link.client.pipeline();
      for (const id of ids) asking.exists(resultKey(id));
      const replies = (await asking.exec()) ?? [];
      for (const [i, id] of ids.entries()) if (replies[i]?.[1] === 1) await this.#remove(id);
    }
  }

  /** Until an event or the next look round. */
  async #rest(): Promise<void> {
    const end = new AbortController();
    await Promise.race([
      setTimeout(LOOK_MILLISECONDS / 4, undefined, { signal: end.signal }).catch(() => {}),
      new Promise<void>((resolve) => {
        this.#wake = resolve;
      }),
    ]);
    end.abort();
  }

  async #handIn(entries: readonly [string, Outstanding][]): Promise<void> {
    if (entries.length === 0) return;
    const { codeVersion, dataHash } = this.#options.manifest;
    await this.#queue.addBulk(
      entries.map(([jobId, { range }]) => ({
        name: "chunk",
        data: {
          format: 1,
          sweepKey: this.#key,
          planHash: this.#plan.hash,
          codeVersion,
          dataHash,
          ...range,
        } satisfies ChunkJob,
        opts: { jobId, removeOnComplete: { age: KEEP_SECONDS }, removeOnFail: { age: KEEP_SECONDS } },
      })),
    );
  }

  async #keepPlan(): Promise<void> {
    await this.#link.client.set(planKey(this.#plan.hash), this.#plan.text, "EX", KEEP_SECONDS);
  }

  /** Takes in what has become of a job. */
  async #settle(id: string): Promise<void> {
    const mine = this.#outstanding.get(id);
    if (mine === undefined) return;
    const job: Job | undefined = await this.#queue.getJob(id);
    const state = job === undefined ? "unknown" : await job.getState();
    if (state === "completed") await this.#takeIn(id, mine);
    else if (state === "failed") await this.#explain(id, mine, job?.failedReason ?? "");
    else if (state === "unknown") await this.#again(id, mine, "it is gone from Redis");
  }

  async #takeIn(id: string, mine: Outstanding): Promise<void> {
    const { manifest } = this.#options;
    try {
      const encoded = parseResult(await this.#link.client.hgetallBuffer(resultKey(id)));
      const chunk = await decodeChunk(manifest.columns, mine.range.firstDraw, encoded);
      if (chunk.draws !== mine.range.draws) throw new Error(`got ${chunk.draws} draws`);
      if (this.#left) return;
      await this.#commit(mine.range, encoded).catch((error: unknown) => {
        throw new CommitFailure(error);
      });
    } catch (error) {
      if (error instanceof CommitFailure) throw error.cause;
      return this.#again(id, mine, reasonOf(error));
    }
    this.#outstanding.delete(id);
    await this.#remove(id);
    this.#draws += mine.range.draws;
    this.#onProgress({ draws: this.#draws });
  }

  async #explain(id: string, mine: Outstanding, reason: string): Promise<void> {
    const failure = parseFailure(reason);
    if (failure?.by === "draw") {
      await this.#remove(id);
      throw new DrawError(failure.kind, failure.message);
    }
    await this.#again(id, mine, failure?.message ?? reason);
  }

  async #again(id: string, mine: Outstanding, why: string): Promise<void> {
    const { say } = this.#options;
    const what = `draws ${chunkName(mine.range)}`;
    if (mine.tries >= MOST_TRIES)
      throw new QueueError(`${what}: failed ${MOST_TRIES} times, the last time because ${why}`);
    mine.tries++;
    say(`${what}: handed in again (${why})`);
    await this.#remove(id);
    await this.#keepPlan();
    await this.#handIn([[id, mine]]);
  }

  async #remove(id: string): Promise<void> {
    await this.#queue.remove(id);
    await this.#link.client.del(resultKey(id));
  }

  /** Room for as many jobs as the workers can use; an end when there are none of our version for too long. */
  async #lookForWorkers(): Promise<void> {
    const threads = this.#ours(await present(this.#link.client)).reduce((sum, { size }) => sum + size, 0);
    this.#most = Math.max(FEWEST_OUTSTANDING, OUTSTANDING_PER_THREAD * threads);
  }

  /** Takes back what nobody has begun; what is under way may still be of use to who resumes. */
  async leave(): Promise<void> {
    this.#left = true;
    this.#wake();
    if (this.#link.client.status !== "ready") return;
    for (const id of this.#outstanding.keys()) await this.#queue.remove(id).catch(() => 0);
  }
}

class CommitFailure extends Error {
  constructor(cause: unknown) {
    super("commit", { cause });
  }
}
