import { z } from "zod";
import { json, text } from "../answer.ts";
import { shownJob } from "../jobs/job.ts";
import { requestedPlan } from "../requested-plan.ts";
import { MOST_DOCUMENT_BYTES, planRequest, shippedAs } from "../requested.ts";
import { route } from "../route.ts";
import { planInFull, planList } from "../shapes/plans.ts";
import { documentBody } from "./document-body.ts";
import { busy, found, missing } from "./missing.ts";
import { begun } from "./simulate.ts";

export const listPlans = route({
  method: "get",
  path: "/plans",
  id: "listPlans",
  summary: "The plans that ship",
  answers: { 200: { description: "in order of id", content: { "application/json": planList } } },
  handle: (_, { library }) => json({ plans: [...library.plans.keys()].map((id) => ({ id })) }),
});

export const onePlan = route({
  method: "get",
  path: "/plans/{id}",
  id: "getPlan",
  summary: "A plan as it ships",
  pathFields: z.strictObject({ id: z.string().max(100) }),
  queryFields: z.strictObject({ format: z.enum(["json", "yaml"]).default("json") }),
  answers: {
    200: {
      description: "the plan; the file itself with format=yaml",
      content: { "application/json": planInFull, "application/yaml": null },
    },
    404: missing,
  },
  handle({ path: { id }, query: { format } }, { library }) {
    const { yaml } = found(() => shippedAs(id, library.plans, { file: "path.id", line: 1 }));
    return format === "yaml" ? text(yaml, "application/yaml", `${id}.yaml`) : json({ id, yaml });
  },
});

export const plan = route({
  method: "post",
  path: "/plan",
  id: "plan",
  summary: "Choose among agreements, plants and stockpiles",
  description:
    "The plan is checked at once; the job computes it, which takes minutes. Send the id of a shipped plan, a plan as JSON, or a plan file as YAML; its scenarios are shipped ones, such as ../scenarios/full-stop-japan.yaml. The result is a PlanReport, or a table with format=csv.",
  body: {
    content: documentBody(planRequest, "plan", "PlanFile"),
    mostBytes: MOST_DOCUMENT_BYTES,
    description: "a plan, or its id",
  },
  answers: { 202: begun, 429: busy },
  async handle({ body }, { jobs, library }) {
    const { id, plan: asked, notes, placed } = requestedPlan(await body(), library);
    const shown = shownJob(jobs.begin("plan", { ask: "plan", id, plan: asked, notes }, placed));
    return json(shown, 202, { location: shown.links.self });
  },
});
