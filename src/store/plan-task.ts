import type { AtomValue } from "../planning/atom-value.ts";
import type { Plan } from "../planning/plan.ts";

/** What a thread that computes some atoms of a plan is started with. */
export interface PlanWorkerSetup {
  /** the curated tables by name */
  readonly tables: ReadonlyMap<string, string>;
  readonly plan: Plan;
  /** places of its atoms among all of the plan's */
  readonly atoms: readonly number[];
  readonly codeVersion: string;
  /** one 32-bit number: atoms made ready by all threads */
  readonly counter: SharedArrayBuffer;
}

/** A portfolio, or null to make the atoms ready. */
export type PlanTask = Float64Array | null;

/** Values of the thread's atoms, or what went wrong in words (an error's class does not survive between threads). */
export type PlanTaskResult =
  | { readonly ok: true; readonly values: AtomValue[] }
  | { readonly ok: false; readonly name: string; readonly message: string };
