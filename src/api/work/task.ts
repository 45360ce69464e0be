import type { MessagePort } from "node:worker_threads";
import type { Problem } from "../../dataset/index.ts";
import type { Conflict } from "../../planning/conflicts.ts";
import type { Plan } from "../../planning/plan.ts";
import type { PolicyProblem } from "../../policy/problem.ts";
import type { Scenario } from "../../simulation/scenario.ts";

/** Something long to compute away from the thread that answers requests. */
export type Task =
  | { readonly ask: "simulate"; readonly id: string; readonly scenario: Scenario; readonly worth: boolean }
  | { readonly ask: "plan"; readonly id: string; readonly plan: Plan; readonly notes: readonly string[] }
  | {
      readonly ask: "exposure";
      readonly bom: string;
      readonly id: string;
      readonly scenario: Scenario;
      readonly country?: string | undefined;
      readonly from?: string | undefined;
      readonly secondSourceShare?: number | undefined;
    }
  /** the table of a rehearsal that was kept as JSON */
  | { readonly ask: "csv"; readonly of: "simulate" | "plan"; readonly json: Uint8Array };

export interface Progress {
  readonly doing: string;
  readonly done?: number;
  readonly total?: number;
}

/** What went wrong, in words that survive between threads. */
export type Fault =
  | { readonly kind: "input"; readonly problems: readonly Problem[] }
  | { readonly kind: "policy"; readonly problems: PolicyProblem["problems"] }
  | { readonly kind: "conflict"; readonly message: string; readonly constraints: readonly Conflict[] }
  /** the model cannot answer, and says why */
  | { readonly kind: "model"; readonly message: string }
  /** a fault of the program: where, but nothing of what was sent */
  | { readonly kind: "program"; readonly name: string; readonly at: string };

/** The answer as text, packed (gzip), or what went wrong. */
export type TaskResult =
  | { readonly ok: true; readonly packed: Uint8Array; readonly bytes: number }
  | { readonly ok: false; readonly fault: Fault };

/** What a worker thread is started with. */
export interface WorkSetup {
  /** the curated tables by name */
  readonly tables: ReadonlyMap<string, string>;
}

/** A task as a thread gets it. */
export interface PostedTask {
  readonly task: Task;
  readonly port: MessagePort;
}
