import type { AtomValue } from "../planning/atom-value.ts";
import type { JudgedAtom } from "../planning/judged.ts";
import type { Plan } from "../planning/plan.ts";
import { sha256 } from "./canonical.ts";

/** What a thread that computes for plans is started with. */
export interface PlanWorkerSetup {
  /** the curated tables by name */
  readonly tables: ReadonlyMap<string, string>;
  readonly codeVersion: string;
  /** one 32-bit number: atoms made ready by all threads */
  readonly counter: SharedArrayBuffer;
}

/** A plan ready to travel; its keys keep their order, since a scenario's events have one. */
export interface PlanAsText {
  readonly text: string;
  readonly hash: string;
}

/** The plan as text with its sha-256. */
export function planAsText(plan: Plan): PlanAsText {
  const text = JSON.stringify(plan);
  return { text, hash: sha256(text) };
}

/** Something to compute of one portfolio in some atoms. */
export interface PlanTask {
  readonly plan: PlanAsText;
  /** `ready` makes the planning problems of the atoms, `value` values the portfolio in them, `judge` simulates it */
  readonly ask: "ready" | "value" | "judge";
  /** places among all of the plan's atoms */
  readonly atoms: readonly number[];
  /** scale of each candidate */
  readonly x: readonly number[];
}

/** What comes back, in the order of the task's atoms. */
export interface PlanAnswer {
  readonly values: readonly AtomValue[];
  readonly judged: readonly JudgedAtom[];
}

/** An answer, or what went wrong in words (an error's class does not survive between threads). */
export type PlanTaskResult =
  | ({ readonly ok: true } & PlanAnswer)
  | { readonly ok: false; readonly name: string; readonly message: string };
