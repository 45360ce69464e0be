import { z } from "zod";
import { InputError, type Problem } from "../../dataset/index.ts";
import { policySchema } from "../../policy/kinds/index.ts";
import { ID_PATTERN, LEAST_STOCK_COVER, MOST_MONTHS, MOST_STOCK_COVER } from "../../simulation/scenario.ts";
import type { RunQuestion } from "./asks/simulate.ts";

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

/**
 * A question as it came from the page or its address, with the defaults of its policies filled in.
 * Errors: InputError with every problem, each with the path to it as its file.
 */
export function checkedQuestion(question: RunQuestion): RunQuestion {
  const result = questionSchema.safeParse(question);
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
