/** What a worker thread is started with. */
export interface WorkerSetup {
  /** the curated tables by name */
  readonly tables: ReadonlyMap<string, string>;
  /** one 32-bit number: draws computed by all threads */
  readonly counter: SharedArrayBuffer;
}

/** A chunk for a worker thread. */
export interface ChunkTask {
  readonly planText: string;
  readonly planHash: string;
  readonly codeVersion: string;
  readonly firstDraw: number;
  readonly draws: number;
}

/** The chunk's files, or what went wrong in words (an error's class does not survive between threads). */
export type TaskResult =
  | { readonly ok: true; readonly draws: Uint8Array; readonly months: Uint8Array }
  | { readonly ok: false; readonly name: string; readonly message: string };
