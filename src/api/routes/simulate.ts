import { z } from "zod";
import { json } from "../answer.ts";
import { shownJob } from "../jobs/job.ts";
import { MOST_DOCUMENT_BYTES, requestedScenario, simulateRequest } from "../requested.ts";
import { type Answer, route } from "../route.ts";
import { job } from "../shapes/jobs.ts";
import { documentBody } from "./document-body.ts";
import { busy } from "./missing.ts";

export const begun: Answer = {
  description: "begun, or waiting its turn",
  content: { "application/json": job },
  headers: { location: "where the job is" },
};

export const simulate = route({
  method: "post",
  path: "/simulate",
  id: "simulate",
  summary: "Rehearse a scenario month by month",
  description:
    "The scenario is checked at once; the job computes it. Send the id of a shipped scenario, a scenario as JSON, or a scenario file as YAML. `extends` may name shipped scenarios. The result is a Rehearsal, or a table with format=csv.",
  queryFields: z.strictObject({
    worth: z.boolean().default(true).describe("false leaves out what each measure is worth (faster)"),
  }),
  body: {
    content: documentBody(simulateRequest, "scenario", "Scenario"),
    mostBytes: MOST_DOCUMENT_BYTES,
    description: "a scenario, or what to run it with",
  },
  answers: { 202: begun, 429: busy },
  async handle({ body, query }, { jobs, library }) {
    const { id, reading, worth = query.worth } = requestedScenario(await body(), library);
    const { scenario, located } = reading;
    const started = jobs.begin("simulate", { ask: "simulate", id, scenario, worth }, { policies: located });
    const shown = shownJob(started);
    return json(shown, 202, { location: shown.links.self });
  },
});
