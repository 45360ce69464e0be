import type { Ask, PartialOf, Progress } from "./protocol.ts";

/** How a handler speaks while it works. */
export interface Talk<A extends Ask> {
  partial(partial: PartialOf<A>): void;
  progress(progress: Progress): void;
  /** Lets other messages in; rejects with {@link Stopped} when nobody waits for the answer any more. */
  pause(): Promise<void>;
}

/** Nobody waits any more. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** Answers to nobody: for tests and for calls that tell nothing. */
export const silent: Talk<never> = { partial() {}, progress() {}, pause: async () => {} };
