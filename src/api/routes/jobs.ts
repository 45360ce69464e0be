import { z } from "zod";
import { asFile, json, packed } from "../answer.ts";
import { hasEnded, type OpenJob, shownJob } from "../jobs/job.ts";
import { progressStream } from "../jobs/stream.ts";
import { ApiProblem } from "../problem.ts";
import { type Context, route } from "../route.ts";
import { problem } from "../shapes/common.ts";
import { job } from "../shapes/jobs.ts";
import { jobResult as jobResultShape } from "../shapes/job-result.ts";
import { missing } from "./missing.ts";

const pathFields = z.strictObject({ id: z.string().max(100) });

export const oneJob = route({
  method: "get",
  path: "/jobs/{id}",
  id: "getJob",
  summary: "Where a job stands",
  pathFields,
  answers: { 200: { description: "the job", content: { "application/json": job } }, 404: missing },
  handle: ({ path }, { jobs }) => json(shownJob(jobs.find(path.id))),
});

export const cancelJob = route({
  method: "delete",
  path: "/jobs/{id}",
  id: "cancelJob",
  summary: "Cancel a job, or forget one that has ended",
  pathFields,
  answers: { 204: { description: "it is gone, and what computed it is free" }, 404: missing },
  handle({ path }, { jobs }) {
    jobs.cancel(path.id);
    return new Response(null, { status: 204 });
  },
});

export const followJob = route({
  method: "get",
  path: "/jobs/{id}/progress",
  id: "followJob",
  summary: "Follow a job by server-sent events",
  description:
    "Events `progress`, and at the end one of `done`, `failed`, `cancelled`; the data of each is a Job. The stream begins with how the job stands and closes after the end.",
  pathFields,
  answers: { 200: { description: "the events", content: { "text/event-stream": null } }, 404: missing },
  handle: ({ path, signal }, { jobs }) => progressStream(jobs.find(path.id), signal),
});

export const jobResult = route({
  method: "get",
  path: "/jobs/{id}/result",
  id: "getResult",
  summary: "The answer of a job",
  pathFields,
  queryFields: z.strictObject({ format: z.enum(["json", "csv"]).default("json") }),
  answers: {
    200: {
      description: "a Rehearsal of simulate, a PlanReport of plan; one long table with format=csv",
      content: { "application/json": jobResultShape, "text/csv": null },
    },
    404: missing,
    409: {
      description: "It has not ended yet",
      content: { "application/problem+json": problem },
      headers: { "retry-after": "seconds" },
    },
    410: { description: "It was cancelled", content: { "application/problem+json": problem } },
    422: { description: "It failed; the problem says why", content: { "application/problem+json": problem } },
  },
  async handle({ path, query, headers, signal }, context) {
    const open = context.jobs.find(path.id);
    const result = resultOf(open);
    if (query.format === "json") return packed(result, headers, { "content-type": "application/json" });
    return packed(await tableOf(open, context, signal), headers, {
      "content-type": "text/csv; charset=utf-8",
      ...asFile(`${open.name}.csv`),
    });
  },
});

/** Errors: ApiProblem of a job that has no result */
export function resultOf(open: OpenJob): NonNullable<OpenJob["result"]> {
  if (open.result) return open.result;
  if (!hasEnded(open))
    throw new ApiProblem(
      "not-finished",
      "The job has not ended yet",
      [{ where: "path.id", message: `the job is ${open.state}`, remedy: "follow its progress, or ask again" }],
      { "retry-after": "1" },
    );
  const { problem: why } = open;
  if (why === null) throw new ApiProblem("gone", "The job was cancelled", []);
  // the request for the result is right; what was asked of the job was not
  throw new ApiProblem(why.status >= 500 ? "fault" : "cannot-answer", why.title, why.problems);
}

/** The table of a result, made once and kept with it. */
async function tableOf(open: OpenJob, { jobs }: Context, signal: AbortSignal): Promise<NonNullable<OpenJob["result"]>> {
  open.table ??= jobs.once({ ask: "csv", of: open.kind, json: open.result!.packed }, signal);
  try {
    return await open.table;
  } catch (error) {
    open.table = null;
    throw error;
  }
}
