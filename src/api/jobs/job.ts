import type { ProblemDocument } from "../problem.ts";
import type { Job, JobState } from "../shapes/jobs.ts";
import type { Progress } from "../work/task.ts";
import type { Ticket } from "./slots.ts";

/** A result as it is kept: packed (gzip). */
export interface KeptResult {
  readonly packed: Uint8Array;
  readonly bytes: number;
}

/** A job as the server knows it. */
export interface OpenJob {
  readonly id: string;
  readonly kind: Job["kind"];
  readonly name: string;
  state: JobState;
  progress: Progress | null;
  ticket: Ticket;
  result: KeptResult | null;
  /** the same as a table, once asked for */
  table: Promise<KeptResult> | null;
  problem: ProblemDocument | null;
  /** when it ended, by the server's clock */
  endedAt: number | null;
  readonly stop: AbortController;
  readonly listeners: Set<() => void>;
}

export const BASE = "/api/v1";

/** A job as the interface shows it. */
export function shownJob({ id, kind, name, state, progress, ticket, problem }: OpenJob): Job {
  const self = `${BASE}/jobs/${id}`;
  return {
    id,
    kind,
    name,
    state,
    progress,
    ahead: state === "queued" ? ticket.ahead() : 0,
    links: { self, progress: `${self}/progress`, result: `${self}/result` },
    problem: problem && { ...problem, problems: [...problem.problems] },
  };
}

export const hasEnded = ({ state }: Pick<OpenJob, "state">): boolean => state !== "queued" && state !== "running";
