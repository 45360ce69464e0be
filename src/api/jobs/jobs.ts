import { randomUUID } from "node:crypto";
import { ApiProblem, notFound, problemOf } from "../problem.ts";
import type { Progress, Task } from "../work/task.ts";
import type { Work } from "../work/work.ts";
import { faultProblem, outOfMemory, type Placed, timeIsUp } from "./faults.ts";
import { hasEnded, type KeptResult, type OpenJob } from "./job.ts";
import { type SlotLimits, Slots } from "./slots.ts";

export interface JobLimits extends SlotLimits {
  /** a simulation, an exposure or a table may take so long */
  readonly simulateSeconds: number;
  readonly planSeconds: number;
  /** ended jobs are kept so long, so many and so large together, whichever is less */
  readonly keptSeconds: number;
  readonly keptJobs: number;
  readonly keptBytes: number;
}

export interface JobsOptions {
  readonly work: Work;
  readonly limits: JobLimits;
  readonly now: () => number;
  readonly onFault: (error: unknown) => void;
}

/** Long computations: begun, followed, cancelled, kept for a while. */
export class Jobs {
  readonly #options: JobsOptions;
  readonly #slots: Slots;
  readonly #jobs = new Map<string, OpenJob>();

  constructor(options: JobsOptions) {
    this.#options = options;
    this.#slots = new Slots(options.limits, options.now);
  }

  /** Begins a job or puts it into the queue. Errors: ApiProblem too-busy */
  begin(kind: OpenJob["kind"], task: Extract<Task, { ask: "simulate" | "plan" }>, placed: Placed): OpenJob {
    this.#forgetOld();
    const stop = new AbortController();
    let job: OpenJob | undefined;
    const { ticket, result } = this.#slots.take(async () => {
      job!.state = "running";
      this.#tell(job!);
      return this.#computed(task, stop.signal, placed, (progress) => {
        job!.progress = progress;
        this.#tell(job!);
      });
    }, stop.signal);
    job = {
      id: randomUUID(),
      kind,
      name: task.id,
      state: "queued",
      progress: null,
      ticket,
      result: null,
      table: null,
      problem: null,
      endedAt: null,
      stop,
      listeners: new Set(),
    };
    this.#jobs.set(job.id, job);
    void this.#follow(job, result);
    return job;
  }

  /** Computes at once, as soon as there is a slot; nothing is kept. Errors: ApiProblem */
  async once(
    task: Task,
    signal: AbortSignal,
    placed: Placed = {},
    onProgress: (progress: Progress) => void = () => {},
  ): Promise<KeptResult> {
    const stop = new AbortController();
    const forward = () => stop.abort(new ApiProblem("cancelled", "Nobody waits for the answer any more", []));
    if (signal.aborted) forward();
    signal.addEventListener("abort", forward, { once: true });
    try {
      return await this.#slots.take(() => this.#computed(task, stop.signal, placed, onProgress), stop.signal).result;
    } finally {
      signal.removeEventListener("abort", forward);
    }
  }

  /** A job that is there. Errors: ApiProblem not-found */
  find(id: string): OpenJob {
    this.#forgetOld();
    const job = this.#jobs.get(id);
    if (job) return job;
    const { keptSeconds, keptJobs } = this.#options.limits;
    const remedy = `begin it again; jobs are kept for ${Math.round(keptSeconds / 60)} min after they end, the last ${keptJobs} of them`;
    throw notFound("path.id", "no such job", remedy);
  }

  /** Ends a job, wherever it stands, and forgets it. Errors: ApiProblem not-found */
  cancel(id: string): void {
    const job = this.find(id);
    this.#jobs.delete(id);
    if (hasEnded(job)) return;
    job.state = "cancelled";
    job.stop.abort(new ApiProblem("cancelled", "The job was cancelled", []));
    this.#tell(job);
  }

  get counts(): { readonly running: number; readonly waiting: number; readonly kept: number } {
    return { running: this.#slots.running, waiting: this.#slots.waiting, kept: this.#jobs.size };
  }

  /** Ends everything. */
  close(): void {
    for (const id of [...this.#jobs.keys()]) this.cancel(id);
  }

  async #computed(
    task: Task,
    signal: AbortSignal,
    placed: Placed,
    onProgress: (progress: Progress) => void,
  ): Promise<KeptResult> {
    const { work, limits, onFault } = this.#options;
    const seconds = task.ask === "plan" ? limits.planSeconds : limits.simulateSeconds;
    const late = timeIsUp(seconds);
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(late), seconds * 1000);
    const both = AbortSignal.any([signal, limit.signal]);
    try {
      const answer = await work.run(task, { signal: both, onProgress });
      if (answer.ok) return { packed: answer.packed, bytes: answer.bytes };
      throw faultProblem(answer.fault, placed, onFault);
    } catch (error) {
      throw both.aborted ? both.reason : outOfMemory(error);
    } finally {
      clearTimeout(timer);
    }
  }

  async #follow(job: OpenJob, result: Promise<KeptResult>): Promise<void> {
    try {
      job.result = await result;
      job.state = "done";
    } catch (error) {
      if (job.state !== "cancelled") {
        job.state = "failed";
        job.problem = problemOf(error, this.#options.onFault).document;
      }
    }
    job.endedAt = this.#options.now();
    this.#tell(job);
    this.#forgetOld();
  }

  #tell(job: OpenJob): void {
    for (const listener of [...job.listeners]) listener();
  }

  /** Jobs that ended long ago, and the oldest of those that are too many or too large. */
  #forgetOld(): void {
    const { keptSeconds, keptJobs, keptBytes } = this.#options.limits;
    const ended = [...this.#jobs.values()]
      .filter((job) => job.endedAt !== null)
      .sort((a, b) => b.endedAt! - a.endedAt!);
    let bytes = 0;
    for (const [i, job] of ended.entries()) {
      bytes += job.result?.packed.length ?? 0;
      const old = this.#options.now() - job.endedAt! > keptSeconds * 1000;
      if (old || i >= keptJobs || (bytes > keptBytes && i > 0)) this.#jobs.delete(job.id);
    }
  }
}
