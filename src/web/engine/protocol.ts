import type { Asks } from "./asks.ts";

/** What may be asked of the engine. */
export type Ask = keyof Asks;
export type RequestOf<A extends Ask> = Asks[A]["request"];
export type AnswerOf<A extends Ask> = Asks[A]["answer"];
/** What is told before the answer is there; `never` where nothing is. */
export type PartialOf<A extends Ask> = Asks[A]["partial"];

/** Page → worker. `call` numbers the calls of a page. */
export type ToWorker =
  | { readonly kind: "data"; readonly url: string }
  | {
      [A in Ask]: { readonly kind: "ask"; readonly call: number; readonly ask: A; readonly request: RequestOf<A> };
    }[Ask]
  | { readonly kind: "cancel"; readonly call: number };

/** Worker → page. */
export type FromWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "unready"; readonly failure: Failure }
  | { readonly kind: "progress"; readonly call: number; readonly progress: Progress }
  | { readonly kind: "partial"; readonly call: number; readonly partial: unknown }
  | { readonly kind: "answer"; readonly call: number; readonly answer: unknown; readonly tookMs: number }
  | { readonly kind: "failure"; readonly call: number; readonly failure: Failure }
  /** cancelled before there was an answer */
  | { readonly kind: "stopped"; readonly call: number };

/** How far a call is. */
export interface Progress {
  /** id of what is being done; the page words it */
  readonly doing: Doing;
  readonly done?: number;
  readonly total?: number;
}

export type Doing =
  | "reading"
  | "balancing"
  | "running"
  | "drawing"
  | "planning"
  | "judging"
  | "splitting"
  | "reading-file";

/** Why there is no answer. `input`: what was given is wrong, each problem at its place. `internal`: a fault of the program. */
export type Failure =
  | {
      readonly kind: "input";
      readonly problems: readonly WebProblem[];
      /** how many more there are than are told */
      readonly more: number;
    }
  | { readonly kind: "refused"; readonly code: RefusedCode; readonly message: string }
  | { readonly kind: "internal"; readonly message: string };

/** A wish that cannot be met, by a code the page words; `message` is the English of it. */
export type RefusedCode =
  | "file-too-large"
  | "no-such-scenario"
  | "no-such-plan"
  | "not-a-table"
  | "no-clearing"
  | "no-wasm";

export interface WebProblem {
  readonly file: string;
  /** 1-based */
  readonly line: number;
  readonly column?: number;
  readonly message: string;
  /** what to do about it */
  readonly remedy: string;
}
