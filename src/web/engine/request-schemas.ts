import { z } from "zod";
import { InputError, MOST_YAML_BYTES, type Problem, statuses } from "../../dataset/index.ts";
import { policySchema } from "../../policy/kinds/index.ts";
import { ID_PATTERN, LEAST_STOCK_COVER, MOST_MONTHS, MOST_STOCK_COVER } from "../../simulation/scenario.ts";
import { MOST_DRAWS } from "./asks/fan.ts";
import type { RunQuestion } from "./asks/simulate.ts";
import type { Ask, RequestOf } from "./protocol.ts";

const ids = z.array(z.string().regex(ID_PATTERN)).max(200);

const editsSchema = z.strictObject({
  off: ids.optional(),
  add: ids.optional(),
  approval: z.number().min(0).max(1).optional(),
  delay: z.int().min(0).max(1000).optional(),
  duration: z.int().min(1).max(600).optional(),
  late: z.int().min(0).max(240).optional(),
  cover: z.number().min(LEAST_STOCK_COVER).max(MOST_STOCK_COVER).optional(),
  growth: z.number().min(-0.5).max(1).optional(),
  events: z.record(z.string().regex(ID_PATTERN), policySchema).optional(),
});

const questionSchema = z.strictObject({
  scenario: z.union([z.string().min(1), z.strictObject({ name: z.string().min(1).max(200), yaml: z.string() })]),
  edits: editsSchema.optional(),
  months: z.int().min(1).max(MOST_MONTHS).optional(),
  viewpoint: z.array(z.string().min(1).max(40)).min(1).max(60).optional(),
});

const text = z.string().max(2000);
const yamlText = z.string().max(MOST_YAML_BYTES);
const whole = z.int().min(0);
const planSchema = z.union([text, z.strictObject({ name: text, yaml: yamlText })]);
const nothing = z.strictObject({});

/** What each ask may say. */
const requestSchemas: Readonly<Record<Ask, z.ZodType>> = {
  open: nothing,
  scenario: questionSchema,
  simulate: questionSchema,
  scenarioYaml: questionSchema,
  fan: z.strictObject({
    question: questionSchema,
    draws: z.int().min(1).max(MOST_DRAWS),
    seed: z.int().min(0).max(0xffff_ffff),
    withoutMeasures: z.boolean(),
  }),
  flows: z.strictObject({ question: questionSchema, measures: z.boolean(), material: text }),
  dependence: z.strictObject({
    country: text,
    materials: z.array(text).max(200).optional(),
    top: z.int().min(1).optional(),
  }),
  figures: z.strictObject({
    query: text,
    status: z.enum(statuses).optional(),
    table: text.optional(),
    source: text.optional(),
    from: whole,
    count: whole.max(20_000),
  }),
  figure: z.strictObject({ figure: text }),
  sources: nothing,
  exposure: z.strictObject({
    question: questionSchema,
    fileName: text,
    bytes: z.instanceof(ArrayBuffer),
    country: text.optional(),
    from: text.optional(),
    secondSourceShare: z.number().gt(0).max(1).optional(),
  }),
  plan: z.strictObject({ plan: planSchema }),
  judge: z.strictObject({ plan: planSchema, scales: z.record(text, z.number()), split: z.boolean() }),
  solve: z.strictObject({
    plan: planSchema,
    budgetMultiples: z.array(z.number().min(0).max(100)).min(1).max(20).optional(),
    gapShare: z.number().min(1e-6).max(0.5).optional(),
  }),
  validate: z.strictObject({ name: text, yaml: yamlText, offset: whole.optional() }),
};

/**
 * A request as it came from the page or its address, with the defaults of its policies filled in.
 * Errors: InputError with every problem, each with the path to it as its file.
 */
export function checkedRequest<A extends Ask>(ask: A, request: unknown): RequestOf<A> {
  return checked(requestSchemas[ask], request) as RequestOf<A>;
}

/** The same of a question by itself. */
export function checkedQuestion(question: RunQuestion): RunQuestion {
  return checked(questionSchema, question) as RunQuestion;
}

function checked(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InputError(
    result.error.issues.map(
      (issue): Problem => ({
        file: issue.path.map(String).join("."),
        line: 1,
        message: issue.message,
        remedy: "correct it in the address or in the form, or leave it out",
      }),
    ),
  );
}
