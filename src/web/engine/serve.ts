import { answer } from "./answer.ts";
import type { DataFile } from "./asks/catalogue.ts";
import { buffersOf } from "./buffers.ts";
import type { Ask, FromWorker, ToWorker } from "./protocol.ts";
import { failureOf } from "./refused.ts";
import { createState, type EngineState } from "./state.ts";
import { Stopped, type Talk } from "./talk.ts";

/** What a worker is to the engine; a test passes its own. */
export interface Surroundings {
  post(message: FromWorker, given: ArrayBuffer[]): void;
  /** the data file of the build; rejects with what went wrong */
  load(url: string): Promise<DataFile>;
  /** lets messages in */
  breathe(): Promise<void>;
  /** milliseconds, for measurement only */
  now(): number;
}

/** Answers messages of a page, one after another, but lets others in wherever a handler pauses. */
export function serveEngine({ post, load, breathe, now }: Surroundings): (message: ToWorker) => void {
  let opening: Promise<EngineState> | undefined;
  const stopped = new Set<number>();

  function openState(url: string): Promise<EngineState> {
    const state = load(url).then(createState);
    state.then(
      () => post({ kind: "ready" }, []),
      (error) => post({ kind: "unready", failure: failureOf(error) }, []),
    );
    return state;
  }

  async function take({ call, ask, request }: Extract<ToWorker, { kind: "ask" }>): Promise<void> {
    const talk: Talk<Ask> = {
      partial: (partial: unknown) => post({ kind: "partial", call, partial }, buffersOf(partial)),
      progress: (progress) => post({ kind: "progress", call, progress }, []),
      async pause() {
        await breathe();
        if (stopped.has(call)) throw new Stopped();
      },
    };
    try {
      if (!opening) throw new Error("asked before the data was named");
      const state = await opening;
      if (stopped.has(call)) throw new Stopped();
      const began = now();
      const found = await answer(state, ask, request as never, talk as never);
      post({ kind: "answer", call, answer: found, tookMs: now() - began }, buffersOf(found));
    } catch (error) {
      if (error instanceof Stopped) post({ kind: "stopped", call }, []);
      else post({ kind: "failure", call, failure: failureOf(error) }, []);
    } finally {
      stopped.delete(call);
    }
  }

  return (message) => {
    if (message.kind === "data") opening = openState(message.url);
    else if (message.kind === "cancel") stopped.add(message.call);
    else void take(message);
  };
}
