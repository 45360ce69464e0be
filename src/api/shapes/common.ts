import { z } from "zod";
import { statuses } from "../../dataset/index.ts";
import type { Source } from "../library.ts";
import { type ProblemDocument, problemCodes } from "../problem.ts";

/** Schemas with a name in the OpenAPI document. */
export const components = z.registry<{ readonly id: string }>();

/** Names a schema for the OpenAPI document. */
export function named<T extends z.ZodType>(id: string, schema: T): T {
  components.add(schema, { id });
  return schema;
}

export const status = z.enum(statuses).describe("printed by its source, derived from it, or our judgement");
export const month = z.string().regex(/^\d{4}-\d{2}$/);
export const numbers = z.array(z.number());

export const source = named(
  "Source",
  z.object({
    id: z.string(),
    publisher: z.string(),
    title: z.string(),
    url: z.string().describe("blank for own assumptions"),
    licence: z.string().describe("terms of use"),
    redistributable: z.enum(["yes", "no", "facts"]).describe("may rows be passed on: yes, no, or only single facts"),
  }),
) satisfies z.ZodType<Source>;

export const sources = z.array(source).describe("what the answer rests on, each once");

export const problem = named(
  "Problem",
  z.object({
    type: z.literal("about:blank"),
    status: z.int(),
    code: z.enum(problemCodes),
    title: z.string(),
    problems: z.array(
      z.object({
        where: z.string().describe("`body`, `query.country`, `scenarios/x.yaml` …"),
        line: z.int().optional(),
        column: z.int().optional(),
        message: z.string().describe("what was got and what was expected"),
        remedy: z.string().describe("what to do about it"),
      }),
    ),
  }),
) satisfies z.ZodType<ProblemDocument>;
