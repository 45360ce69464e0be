import type { AnswerOf, Ask, PartialOf, Progress, RequestOf } from "./protocol.ts";

/** An older call of a lane, given up for a newer one, or one that was aborted. */
export class Superseded extends Error {
  override readonly name = "Superseded";
}

export function isSuperseded(error: unknown): boolean {
  return error instanceof Superseded;
}

export type Asked<A extends Ask> = { readonly ask: A } & RequestOf<A>;

export interface AskOptions<A extends Ask = Ask> {
  /** calls of a lane follow each other, and of those that wait only the newest is made; default: one lane per ask */
  readonly lane?: string;
  readonly signal?: AbortSignal;
  readonly onPartial?: (partial: PartialOf<A>) => void;
  readonly onProgress?: (progress: Progress) => void;
}

/** A call on its way. */
export interface Call {
  readonly number: number;
  readonly ask: Ask;
  readonly request: unknown;
  readonly lane: string;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly onPartial?: ((partial: never) => void) | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** nobody waits for it: what comes is thrown away */
  abandoned: boolean;
}

/** Who makes calls: at most one of a lane at a time. */
export interface Caller {
  send(call: Call): void;
  cancel(call: Call): void;
}

/** Calls in lanes: one under way, the newest waiting. The one under way is asked to stop where it can. */
export interface Lanes {
  add(call: Call, signal?: AbortSignal): void;
  /** a call has ended; the next of its lane is made */
  ended(call: Call): void;
}

export function createLanes(caller: Caller): Lanes {
  const lanes = new Map<string, { going: Call; next?: Call }>();

  function start(call: Call): void {
    lanes.set(call.lane, { going: call });
    caller.send(call);
  }

  function abort(call: Call): void {
    if (call.abandoned) return;
    call.abandoned = true;
    call.reject(new Superseded("aborted"));
    const lane = lanes.get(call.lane);
    if (lane?.next === call) lanes.set(call.lane, { going: lane.going });
    else if (lane?.going === call) caller.cancel(call);
  }

  return {
    add(call, signal) {
      if (signal?.aborted) {
        call.reject(new Superseded("aborted"));
        return;
      }
      signal?.addEventListener("abort", () => abort(call), { once: true });
      const lane = lanes.get(call.lane);
      if (!lane) {
        start(call);
        return;
      }
      lane.next?.reject(new Superseded("a newer call waits"));
      if (lane.next) lane.next.abandoned = true;
      lanes.set(call.lane, { going: lane.going, next: call });
      caller.cancel(lane.going);
    },
    ended(call) {
      const lane = lanes.get(call.lane);
      if (lane?.going !== call) return;
      lanes.delete(call.lane);
      if (lane.next) start(lane.next);
    },
  };
}

/** The promise of a call's answer. */
export type Answering<A extends Ask> = Promise<AnswerOf<A>>;
