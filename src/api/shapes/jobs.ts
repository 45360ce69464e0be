import { z } from "zod";
import { named, problem } from "./common.ts";

export const jobStates = ["queued", "running", "done", "failed", "cancelled"] as const;
export type JobState = (typeof jobStates)[number];

/** A long computation: where it stands and where its answer is. */
export const job = named(
  "Job",
  z.object({
    id: z.string(),
    kind: z.enum(["simulate", "plan"]),
    /** scenario or plan */
    name: z.string(),
    state: z.enum(jobStates),
    progress: z
      .object({ doing: z.string(), done: z.int().optional(), total: z.int().optional() })
      .nullable()
      .describe("null before it begins"),
    /** how many wait before it; 0 once it runs */
    ahead: z.int(),
    links: z.object({
      self: z.string(),
      progress: z.string().describe("server-sent events"),
      result: z.string(),
    }),
    problem: problem.nullable().describe("why it failed"),
  }),
);
export type Job = z.output<typeof job>;
