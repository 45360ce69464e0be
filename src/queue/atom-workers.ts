import type { Queue, QueueEvents } from "bullmq";
import type { Redis } from "ioredis";
import { dealAtoms } from "./deal-atoms.ts";
import { atomQueueName, PREFIX } from "./names.ts";
import type { AtomJob } from "./plan-messages.ts";
import { forgetAtoms, type Present } from "./presence.ts";

/** A job that has to go to a worker; `worker` is set when it has. */
export interface ToDeal {
  readonly id: string;
  readonly job: AtomJob;
  worker: string | undefined;
}

export interface JobEnd {
  readonly id: string;
  /** completed, failed, unknown (gone from Redis), or something that is no end */
  readonly state: string;
  readonly value?: unknown;
  readonly reason?: string;
}

interface AtomWorker {
  readonly id: string;
  /** threads */
  readonly size: number;
  readonly words: string;
  readonly queue: Queue;
  readonly events: QueueEvents;
  /** jobs that it has of us */
  readonly has: Set<string>;
}

/** Events that Redis keeps of a queue: they carry answers, and who misses one looks at the job. */
const EVENTS_KEPT = 200;

/** The workers that a plan asks, each through its own queue, and which of them keeps which atom. */
export class AtomWorkers {
  readonly #client: Redis;
  readonly #onEnd: (end: JobEnd) => void;
  readonly #workers = new Map<string, AtomWorker>();
  #keepers: (string | undefined)[];
  /** by atom: workers that have made it ready, gone ones too, since they may come back */
  readonly #had: readonly Set<string>[];

  constructor(client: Redis, atoms: number, onEnd: (end: JobEnd) => void) {
    this.#client = client;
    this.#onEnd = onEnd;
    this.#keepers = Array.from({ length: atoms }, () => undefined);
    this.#had = Array.from({ length: atoms }, () => new Set());
  }

  /** Takes note of who is here. @returns who is gone, its queue removed */
  async update(here: readonly Present[]): Promise<{ readonly id: string; readonly words: string }[]> {
    const ids = new Set(here.map(({ id }) => id));
    const gone = [...this.#workers.values()].filter(({ id }) => !ids.has(id));
    const come = here.filter(({ id }) => !this.#workers.has(id));
    if (gone.length === 0 && come.length === 0) return [];
    for (const worker of gone) {
      this.#workers.delete(worker.id);
      await endOf(worker);
      await forgetAtoms(this.#client, worker.id);
    }
    for (const worker of come) this.#workers.set(worker.id, await this.#open(worker));
    // in the order of their names: whoever deals these atoms to these workers deals alike
    const workers = [...this.#workers.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.#keepers = dealAtoms(workers, this.#keepers, (atom) => this.#had[atom]!);
    return gone;
  }

  async #open({ id, size, host, pid }: Present): Promise<AtomWorker> {
    const { Queue, QueueEvents } = await import("bullmq");
    const name = atomQueueName(id);
    const shared = { connection: this.#client, prefix: PREFIX };
    const queue = new Queue(name, { ...shared, streams: { events: { maxLen: EVENTS_KEPT } } });
    // after the last event that is there: older ones are of other questions, and from "$" on it would miss the first of ours
    const [last] = await this.#client.xrevrange(queue.toKey("events"), "+", "-", "COUNT", 1);
    const events = new QueueEvents(name, { ...shared, lastEventId: last?.[0] ?? "0-0" });
    queue.on("error", () => {}); // the link tells about Redis
    events.on("error", () => {});
    events.on("completed", ({ jobId, returnvalue }) =>
      this.#onEnd({ id: jobId, state: "completed", value: returnvalue }),
    );
    events.on("failed", ({ jobId, failedReason }) => this.#onEnd({ id: jobId, state: "failed", reason: failedReason }));
    await events.waitUntilReady();
    return {
      id,
      size: Math.max(1, size),
      words: `the worker on ${host} (process ${pid})`,
      queue,
      events,
      has: new Set(),
    };
  }

  madeReady(worker: string, atom: number): void {
    this.#had[atom]!.add(worker);
  }

  /**
   * Hands jobs in: values to who keeps their atom, simulations to the idlest, a few at a time. Where there is no worker
   * jobs stay.
   */
  async deal(jobs: readonly ToDeal[], opts: object): Promise<void> {
    const dealt = new Map<AtomWorker, ToDeal[]>();
    for (const job of jobs) {
      const worker = job.job.ask === "judge" ? this.#idlest() : this.#workers.get(this.#keepers[job.job.atom] ?? "");
      if (worker === undefined) continue;
      job.worker = worker.id;
      worker.has.add(job.id);
      dealt.set(worker, [...(dealt.get(worker) ?? []), job]);
    }
    await Promise.all(
      [...dealt].map(([{ queue }, some]) =>
        queue.addBulk(some.map(({ id, job }) => ({ name: job.ask, data: job, opts: { jobId: id, ...opts } }))),
      ),
    );
  }

  /** Who has least to do, if that is no more than one question for each thread and one that waits. */
  #idlest(): AtomWorker | undefined {
    let best: AtomWorker | undefined;
    for (const worker of this.#workers.values()) {
      if (worker.has.size > worker.size) continue;
      if (!best || worker.has.size / worker.size < best.has.size / best.size) best = worker;
    }
    return best;
  }

  async stateOf(worker: string, id: string): Promise<JobEnd> {
    const queue = this.#workers.get(worker)?.queue;
    const state = (await queue?.getJobState(id)) ?? "unknown"; // before the job: one that ends between the two has its answer
    const job = ["completed", "failed"].includes(state) ? await queue!.getJob(id) : undefined;
    return { id, state, value: job?.returnvalue, reason: job?.failedReason };
  }

  /** The job and its answer are of no more use. */
  async remove(worker: string, id: string): Promise<void> {
    const known = this.#workers.get(worker);
    known?.has.delete(id);
    await known?.queue.remove(id);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#workers.values()].map(endOf));
  }
}

async function endOf({ queue, events }: AtomWorker): Promise<void> {
  await Promise.allSettled([queue.close(), events.close()]);
}
