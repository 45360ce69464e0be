import { setTimeout } from "node:timers/promises";
import type { Plan } from "../planning/plan.ts";
import { reasonOf, StoppedError, StoreError } from "../store/errors.ts";
import type { Versions } from "../store/manifest.ts";
import { PlanTaskError } from "../store/plan-pool.ts";
import { type PlanAnswer, type PlanAsText, planAsText } from "../store/plan-task.ts";
import { AtomWorkers } from "./atom-workers.ts";
import { QueueError } from "./errors.ts";
import { workersOfOurs } from "./lonely.ts";
import { parseFailure } from "./messages.ts";
import { atomJobIdOf, KEEP_SECONDS, planKey } from "./names.ts";
import { type AnswerShape, type AtomJob, parseAnswer } from "./plan-messages.ts";
import { present, sameVersions } from "./presence.ts";
import type { RedisLink } from "./redis-link.ts";

export interface AskedAtomsOptions {
  readonly versions: Versions;
  readonly patienceSeconds: number;
  readonly say: (message: string) => void;
  readonly signal: AbortSignal;
  /** what an answer about each atom has to be */
  readonly shapes: readonly AnswerShape[];
}

const LOOK_MILLISECONDS = 2_000;
/** A question that is lost or fails for no fault of its future is asked anew this often. */
const MOST_TRIES = 4;
/** A question whose workers went away this often is given up: it may be the question that kills them. */
const MOST_GONE = 10;

/** A question on its way. */
interface Asked {
  readonly id: string;
  readonly job: AtomJob;
  /** the worker that has it; undefined while none has */
  worker: string | undefined;
  tries: number;
  gone: number;
  readonly resolve: (answer: PlanAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** How a job ended, from an event or a look. */
interface Ended {
  readonly id: string;
  readonly state: string;
  readonly value?: unknown;
  readonly reason?: string;
}

/** The questions of one plan on their way through the queue: asked, looked after, answered. */
export class AskedAtoms {
  readonly #link: RedisLink;
  readonly #options: AskedAtomsOptions;
  readonly #plan: PlanAsText;
  readonly #workers: AtomWorkers;
  readonly #ours: ReturnType<typeof workersOfOurs>;
  readonly #asked = new Map<string, Asked>();
  readonly #ended: Ended[] = [];
  readonly #thanks: Promise<unknown>[] = [];
  readonly #running: Promise<void>;
  #failure: unknown;
  #closed = false;
  #stirred = false;
  #wake: () => void = () => {};

  constructor(link: RedisLink, plan: Plan, options: AskedAtomsOptions) {
    this.#link = link;
    this.#options = options;
    this.#plan = planAsText(plan);
    const { versions, patienceSeconds, say, signal, shapes } = options;
    this.#ours = workersOfOurs({ versions, shown: link.shown, patienceSeconds, say });
    this.#workers = new AtomWorkers(link.client, shapes.length, (ended) => {
      this.#ended.push(ended);
      this.#stir();
    });
    link.lost.catch((error: unknown) => this.#fail(error));
    const stop = () => this.#fail(new StoppedError("stopped"));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    this.#running = this.#run().catch((error: unknown) => this.#fail(error));
  }

  /** Errors: PlanTaskError with what the future failed with; QueueError; StoppedError. */
  ask(ask: AtomJob["ask"], atom: number, x: readonly number[]): Promise<PlanAnswer> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const { codeVersion, dataHash } = this.#options.versions;
    const scales = x.map((scale) => scale + 0); // as JSON has them: −0 is 0
    const job: AtomJob = { format: 1, planHash: this.#plan.hash, codeVersion, dataHash, ask, atom, x: scales };
    const id = atomJobIdOf(job);
    if (this.#asked.has(id)) throw new Error(`${id}: asked already`);
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { id, job, worker: undefined, tries: 1, gone: 0, resolve, reject });
      this.#stir();
    });
  }

  async #run(): Promise<void> {
    let lookedAt = 0;
    while (!this.#closed) {
      this.#stirred = false;
      if (Date.now() - lookedAt >= LOOK_MILLISECONDS) {
        await this.#look();
        lookedAt = Date.now();
      }
      for (const ended of this.#ended.splice(0)) await this.#settle(ended);
      await this.#handIn();
      if (!this.#stirred) await this.#rest(LOOK_MILLISECONDS - (Date.now() - lookedAt));
    }
  }

  /** There is something to do; what comes while something else is awaited is not slept over. */
  #stir(): void {
    this.#stirred = true;
    this.#wake();
  }

  /** Until a question, an answer or the next look round. */
  async #rest(milliseconds: number): Promise<void> {
    const end = new AbortController();
    await Promise.race([
      setTimeout(Math.max(1, milliseconds), undefined, { signal: end.signal }).catch(() => {}),
      new Promise<void>((resolve) => {
        this.#wake = resolve;
      }),
    ]);
    end.abort();
  }

  /** Who is there and who is gone; what events did not tell, since they are lost with a connection. */
  async #look(): Promise<void> {
    await this.#keepPlan();
    const all = await present(this.#link.client);
    if (this.#asked.size > 0 || all.some((who) => who.kind === "worker" && sameVersions(who, this.#options.versions))) {
      const gone = await this.#workers.update(this.#ours(all));
      for (const { id, words } of gone) await this.#takeBack(id, words);
    }
    for (const { id, worker } of [...this.#asked.values()])
      if (worker !== undefined) this.#ended.push(await this.#workers.stateOf(worker, id));
  }

  async #takeBack(worker: string, words: string): Promise<void> {
    const theirs = [...this.#asked.values()].filter((asked) => asked.worker === worker);
    if (theirs.length === 0) return;
    const owed = `${theirs.length} answer${theirs.length === 1 ? "" : "s"}`;
    this.#options.say(`${words} is gone; what it owes (${owed}) is asked of others`);
    for (const asked of theirs) {
      asked.worker = undefined;
      if (++asked.gone >= MOST_GONE)
        throw new QueueError(`${this.#words(asked)}: ${MOST_GONE} workers went away while they had it`);
    }
  }

  async #handIn(): Promise<void> {
    await Promise.all(this.#thanks.splice(0)); // an answer taken in is removed before it is asked for again
    const free = [...this.#asked.values()].filter(({ worker }) => worker === undefined);
    await this.#workers.deal(free, { removeOnComplete: { age: KEEP_SECONDS }, removeOnFail: { age: KEEP_SECONDS } });
  }

  async #keepPlan(): Promise<void> {
    await this.#link.client.set(planKey(this.#plan.hash), this.#plan.text, "EX", KEEP_SECONDS);
  }

  /** Takes in what has become of a job. */
  async #settle({ id, state, value, reason = "" }: Ended): Promise<void> {
    const asked = this.#asked.get(id);
    if (asked?.worker === undefined) return; // answered, or on its way to another worker
    if (state === "unknown") return this.#again(asked, "it is gone from Redis");
    if (state === "failed") {
      const failure = parseFailure(reason);
      if (failure?.by !== "draw") return this.#again(asked, failure?.message ?? reason);
      this.#done(asked);
      return asked.reject(new PlanTaskError(failure.kind, failure.message));
    }
    if (state !== "completed") return;
    const { ask, atom } = asked.job;
    let answer: PlanAnswer;
    try {
      answer = parseAnswer(value, ask, this.#options.shapes[atom]!);
    } catch (error) {
      return this.#again(asked, reasonOf(error));
    }
    if (ask !== "judge") this.#workers.madeReady(asked.worker, atom);
    this.#done(asked);
    asked.resolve(answer);
  }

  #done({ id, worker }: Asked): void {
    this.#asked.delete(id);
    this.#thanks.push(this.#workers.remove(worker!, id).catch(() => {}));
  }

  async #again(asked: Asked, why: string): Promise<void> {
    const what = this.#words(asked);
    if (asked.tries >= MOST_TRIES)
      throw new QueueError(`${what}: failed ${MOST_TRIES} times, the last time because ${why}`);
    asked.tries++;
    this.#options.say(`${what}: asked again (${why})`);
    await this.#workers.remove(asked.worker!, asked.id);
    asked.worker = undefined;
    await this.#keepPlan();
  }

  #words({ job: { ask, atom } }: Asked): string {
    const doing = { ready: "making ready", value: "the loss", judge: "the simulation" }[ask];
    return `${doing} of future ${this.#options.shapes[atom]!.atomId}`;
  }

  #fail(error: unknown): void {
    if (this.#closed || this.#failure !== undefined) return;
    const inWords = error instanceof StoreError;
    this.#failure = inWords
      ? error
      : new QueueError(`the queue at ${this.#link.shown} failed (${reasonOf(error)})`, { cause: error });
    for (const { reject } of this.#asked.values()) reject(this.#failure);
  }

  /** Takes back what nobody has begun. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#stir();
    if (this.#link.client.status === "ready") {
      await this.#running.catch(() => {});
      for (const { id, worker } of this.#asked.values())
        if (worker !== undefined) await this.#workers.remove(worker, id).catch(() => {});
      await Promise.all(this.#thanks);
    }
    await this.#workers.close();
  }
}
