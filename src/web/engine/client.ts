import {
  type Answering,
  type Asked,
  type AskOptions,
  type Call,
  createLanes,
  isSuperseded,
  Superseded,
} from "./lanes.ts";
import type { Ask, Failure, FromWorker, ToWorker } from "./protocol.ts";

export { type Asked, type AskOptions, isSuperseded, Superseded };

/** The engine has no answer; see `failure`. */
export class EngineFailure extends Error {
  override readonly name = "EngineFailure";
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind === "input" ? failure.problems.map((p) => p.message).join("\n") : failure.message);
    this.failure = failure;
  }
}

/** What is used of a Worker; a test passes its own. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: { readonly data: FromWorker }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}

export interface EngineOptions {
  /** address of engine-HASH.js */
  readonly workerUrl: string;
  /** address of data-HASH.json; taken relative to the page */
  readonly dataUrl: string;
  readonly spawn?: (url: string) => WorkerLike;
  /** how long a call may go on after it was cancelled before its worker is given up, milliseconds */
  readonly patienceMs?: number;
}

/** Answers questions in Web Workers; nothing of it blocks the page. */
export interface Engine {
  /**
   * @returns the answer, which may come after partial ones
   * Rejects with {@link Superseded} when a newer call of the lane took its place or the signal aborted, and with
   * {@link EngineFailure}.
   */
  ask<A extends Ask>(asked: Asked<A>, options?: AskOptions<A>): Answering<A>;
  /** how long the last answer of an ask took in its worker, milliseconds */
  lastTookMs(ask: Ask): number | undefined;
  close(): void;
}

/** Long calls have a worker of their own, opened when first needed, so that sliders never wait for them. */
const slowAsks: ReadonlySet<Ask> = new Set<Ask>(["fan", "plan", "judge", "solve", "exposure"]);

/** Opens the engine; its first worker reads the data at once. */
export function createEngine(options: EngineOptions): Engine {
  const took = new Map<Ask, number>();
  const quick = createCrew(options, took);
  let slow: Crew | undefined;
  let calls = 0;
  quick.start();
  return {
    ask<A extends Ask>(asked: Asked<A>, given: AskOptions<A> = {}): Answering<A> {
      const { ask, ...request } = asked;
      if (slowAsks.has(ask)) slow ??= createCrew(options, took);
      const crew = slowAsks.has(ask) ? slow! : quick;
      return new Promise((resolve, reject) => {
        const call: Call = {
          number: calls++,
          ask,
          request,
          lane: given.lane ?? ask,
          resolve: resolve as Call["resolve"],
          reject,
          onPartial: given.onPartial as Call["onPartial"],
          onProgress: given.onProgress,
          abandoned: false,
        };
        crew.add(call, given.signal);
      });
    },
    lastTookMs: (ask) => took.get(ask),
    close() {
      quick.close();
      slow?.close();
    },
  };
}

interface Crew {
  start(): void;
  add(call: Call, signal?: AbortSignal): void;
  close(): void;
}

/** One worker and the calls it has; begun anew where it does not let go of a cancelled one. */
function createCrew(
  { workerUrl, dataUrl, spawn = spawnWorker, patienceMs = 1500 }: EngineOptions,
  took: Map<Ask, number>,
): Crew {
  let worker: WorkerLike | undefined;
  let unready: Failure | undefined;
  const going = new Map<number, Call>();
  const lanes = createLanes({
    send(call) {
      going.set(call.number, call);
      post(call);
    },
    cancel(call) {
      if (!going.has(call.number)) return;
      worker?.postMessage({ kind: "cancel", call: call.number });
      if (slowAsks.has(call.ask)) setTimeout(() => going.has(call.number) && beginAnew(call), patienceMs);
    },
  });

  function post({ number, ask, request }: Call): void {
    start();
    if (unready) finish(number, (call) => call.reject(new EngineFailure(unready!)));
    else worker!.postMessage({ kind: "ask", call: number, ask, request } as ToWorker);
  }

  function start(): void {
    if (worker) return;
    worker = spawn(workerUrl);
    worker.onmessage = ({ data }) => hear(data);
    worker.onerror = ({ message }) => fail({ kind: "internal", message: message ?? "the worker could not be started" });
    worker.postMessage({ kind: "data", url: dataUrl });
  }

  function beginAnew(stuck: Call): void {
    worker?.terminate();
    worker = undefined;
    for (const call of going.values()) if (call !== stuck) post(call);
    finish(stuck.number, (call) => call.reject(new Superseded("stopped")));
  }

  function fail(failure: Failure): void {
    unready = failure;
    for (const number of [...going.keys()]) finish(number, (call) => call.reject(new EngineFailure(failure)));
  }

  function finish(number: number, tell: (call: Call) => void): void {
    const call = going.get(number);
    if (!call) return;
    going.delete(number);
    if (!call.abandoned) tell(call);
    lanes.ended(call);
  }

  function hear(message: FromWorker): void {
    if (message.kind === "unready") fail(message.failure);
    const call = "call" in message ? going.get(message.call) : undefined;
    if (!call || message.kind === "ready" || message.kind === "unready") return;
    if (message.kind === "progress") {
      if (!call.abandoned) call.onProgress?.(message.progress);
    } else if (message.kind === "partial") {
      if (!call.abandoned) call.onPartial?.(message.partial as never);
    } else if (message.kind === "answer") {
      took.set(call.ask, message.tookMs);
      finish(call.number, () => call.resolve(message.answer as never));
    } else if (message.kind === "failure") {
      finish(call.number, () => call.reject(new EngineFailure(message.failure)));
    } else finish(call.number, () => call.reject(new Superseded("a newer call waits")));
  }

  return {
    start,
    add: lanes.add,
    close() {
      worker?.terminate();
      worker = undefined;
    },
  };
}

function spawnWorker(url: string): WorkerLike {
  return new Worker(url, { type: "module" }) as unknown as WorkerLike;
}
