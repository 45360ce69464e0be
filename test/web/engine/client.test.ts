import { describe, expect, test, vi } from "vitest";
import { buffersOf } from "../../../src/web/engine/buffers.ts";
import { createEngine, EngineFailure, isSuperseded, type WorkerLike } from "../../../src/web/engine/client.ts";
import type { FromWorker, ToWorker } from "../../../src/web/engine/protocol.ts";
import { serveEngine } from "../../../src/web/engine/serve.ts";
import { dataFile } from "./world.ts";

/** A worker that does what a test says. */
function puppets() {
  const made: (WorkerLike & { readonly heard: ToWorker[]; say(message: FromWorker): void; ended: boolean })[] = [];
  const spawn = (): WorkerLike => {
    const heard: ToWorker[] = [];
    const worker = {
      heard,
      ended: false,
      onmessage: null as WorkerLike["onmessage"],
      onerror: null as WorkerLike["onerror"],
      postMessage: (message: ToWorker) => void heard.push(message),
      terminate() {
        worker.ended = true;
      },
      say: (message: FromWorker) => worker.onmessage?.({ data: message }),
    };
    made.push(worker);
    return worker;
  };
  return { made, spawn };
}

const asks = (heard: readonly ToWorker[]) => heard.filter((m) => m.kind === "ask");
const pending = Symbol("pending");
const stateOf = (promise: Promise<unknown>) =>
  Promise.race([
    promise.then(
      () => "answered",
      (e) => e,
    ),
    Promise.resolve(pending),
  ]);

function opened(patienceMs = 1500) {
  const { made, spawn } = puppets();
  const engine = createEngine({ workerUrl: "w", dataUrl: "d", spawn, patienceMs });
  return { made, engine, worker: made[0]! };
}

const number = (message: ToWorker | undefined) => (message as { call: number }).call;

describe("calls of a lane", () => {
  test("follow each other; of those that wait only the newest is made", async () => {
    const { engine, worker } = opened();
    const partials: unknown[] = [];
    const first = engine.ask({ ask: "simulate", scenario: "a" }, { onPartial: (p) => partials.push(p) });
    const second = engine.ask({ ask: "simulate", scenario: "b" });
    const third = engine.ask({ ask: "simulate", scenario: "c" });
    expect(worker.heard[0]).toEqual({ kind: "data", url: "d" });
    expect(asks(worker.heard)).toHaveLength(1);
    expect(isSuperseded(await second.catch((e) => e))).toBe(true);
    const call = number(asks(worker.heard)[0]);
    expect(worker.heard).toContainEqual({ kind: "cancel", call });
    worker.say({ kind: "partial", call, partial: "half" });
    worker.say({ kind: "answer", call, answer: "whole", tookMs: 12 });
    expect(await first).toBe("whole");
    expect(partials).toEqual(["half"]);
    expect(engine.lastTookMs("simulate")).toBe(12);
    expect(asks(worker.heard)[1]).toMatchObject({ ask: "simulate", request: { scenario: "c" } });
    worker.say({ kind: "stopped", call: number(asks(worker.heard)[1]) });
    expect(isSuperseded(await third.catch((e) => e))).toBe(true);
  });

  test("do not wait for other lanes", () => {
    const { engine, worker } = opened();
    engine.ask({ ask: "simulate", scenario: "a" }).catch(() => {});
    engine.ask({ ask: "simulate", scenario: "b" }, { lane: "b" }).catch(() => {});
    engine.ask({ ask: "figures", query: "", from: 0, count: 1 }).catch(() => {});
    expect(asks(worker.heard)).toHaveLength(3);
  });

  test("that are aborted are given up at once, and the next is made when the worker lets go", async () => {
    const { engine, worker } = opened();
    const stop = new AbortController();
    const first = engine.ask({ ask: "simulate", scenario: "a" }, { signal: stop.signal });
    const second = engine.ask({ ask: "simulate", scenario: "b" });
    stop.abort();
    expect(isSuperseded(await first.catch((e) => e))).toBe(true);
    expect(asks(worker.heard)).toHaveLength(1);
    worker.say({ kind: "stopped", call: number(asks(worker.heard)[0]) });
    expect(asks(worker.heard)).toHaveLength(2);
    expect(await stateOf(second)).toBe(pending);
  });

  test("fail with what went wrong", async () => {
    const { engine, worker } = opened();
    const asked = engine.ask({ ask: "simulate", scenario: "nobody" });
    const failure = { kind: "refused", code: "no-such-scenario", message: "there is none" } as const;
    worker.say({ kind: "failure", call: number(asks(worker.heard)[0]), failure });
    const error = await asked.catch((e) => e);
    expect(error).toBeInstanceOf(EngineFailure);
    expect(error.failure).toEqual(failure);
  });

  test("all fail when the data cannot be read, also those made later", async () => {
    const { engine, worker } = opened();
    const asked = engine.ask({ ask: "open" });
    worker.say({ kind: "unready", failure: { kind: "internal", message: "d: the server answered 404" } });
    await expect(asked).rejects.toThrow("404");
    await expect(engine.ask({ ask: "open" })).rejects.toThrow("404");
  });
});

describe("long calls", () => {
  test("have a worker of their own, which is begun anew when it does not let go", async () => {
    const { engine, made } = opened(5);
    const question = { scenario: "a" };
    const fan = { ask: "fan", question, draws: 8, seed: 1, withoutMeasures: false } as const;
    const first = engine.ask(fan);
    const other = engine.ask({ ask: "plan", plan: "small" });
    const second = engine.ask({ ...fan, seed: 2 });
    expect(made).toHaveLength(2);
    expect(asks(made[1]!.heard)).toHaveLength(2);
    expect(isSuperseded(await first.catch((e) => e))).toBe(true);
    expect(made[1]!.ended).toBe(true);
    expect(made).toHaveLength(3);
    expect(asks(made[2]!.heard).map((m) => (m as { ask: string }).ask)).toEqual(["plan", "fan"]);
    for (const promise of [other, second]) promise.catch(() => {});
    engine.close();
    expect(made[0]!.ended && made[2]!.ended).toBe(true);
  });
});

describe("a worker", () => {
  test("answers what a page asks, gives its arrays away and stops where it is told to", async () => {
    const said: FromWorker[] = [];
    const until = (count: number) =>
      vi.waitFor(() => expect(said).toHaveLength(count), { timeout: 60_000, interval: 5 });
    const given: number[] = [];
    const take = serveEngine({
      post(message, buffers) {
        said.push(message);
        if (message.kind === "answer" || message.kind === "partial") given.push(buffers.length);
      },
      load: async () => dataFile(),
      breathe: async () => take({ kind: "cancel", call: 2 }),
      now: () => 0,
    });
    take({ kind: "ask", call: 0, ask: "open", request: {} });
    await until(1);
    expect(said).toMatchObject([{ kind: "failure", call: 0 }]);
    take({ kind: "data", url: "d" });
    await until(2);
    take({ kind: "ask", call: 1, ask: "simulate", request: { scenario: "april-2025-controls", months: 3 } });
    await until(3);
    take({ kind: "ask", call: 2, ask: "simulate", request: { scenario: "us-japan-framework", months: 3 } });
    await until(5);
    take({ kind: "ask", call: 3, ask: "scenario", request: { scenario: "nobody" } });
    await until(6);
    expect(said.slice(1).map((m) => `${m.kind} ${"call" in m ? m.call : ""}`)).toEqual([
      "ready ",
      "answer 1",
      "partial 2",
      "stopped 2",
      "failure 3",
    ]);
    expect(given[0]).toBeGreaterThan(100);
  });

  test("gives each memory away once", () => {
    const memory = new Float64Array(4);
    expect(
      buffersOf({ a: memory, b: [memory.subarray(1)], c: { d: new ArrayBuffer(2) }, e: null, f: "x" }),
    ).toHaveLength(2);
  });
});
