import { z } from "zod";
import type { AtomValue } from "../planning/atom-value.ts";
import type { JudgedAtom } from "../planning/judged.ts";
import { MOST_ATOMS } from "../planning/plan-check.ts";
import { MOST_CANDIDATES } from "../planning/plan-schema.ts";
import type { PlanAnswer } from "../store/plan-task.ts";
import { hash } from "./messages.ts";

// What travels over the queue for plans; all of it is checked, nothing is evaluated.

/** A portfolio to value or to simulate in one future, or a future to make ready. */
export const atomJobSchema = z.strictObject({
  format: z.literal(1),
  planHash: hash,
  codeVersion: hash,
  dataHash: hash,
  ask: z.enum(["ready", "value", "judge"]),
  /** place among all of the plan's atoms */
  atom: z.int().min(0).max(MOST_ATOMS),
  /** scale of each candidate; nothing where a future is made ready */
  x: z.array(z.number()).max(MOST_CANDIDATES),
});
export type AtomJob = z.infer<typeof atomJobSchema>;

/** A value as JSON has it. */
type PlainValue = Omit<AtomValue, "lossUsdByYear" | "slopeUsdByYear"> & {
  readonly lossUsdByYear: readonly number[];
  readonly slopeUsdByYear: readonly number[];
};

const valueSchema = z.looseObject({
  lossUsd: z.number(),
  lossUsdByYear: z.array(z.number()).min(1),
  slopeUsdByYear: z.array(z.number()),
  clearings: z.int().min(0),
}) satisfies z.ZodType<PlainValue>;

const judgedSchema = z.looseObject({
  atom: z.string(),
  uses: z.array(
    z.looseObject({
      partner: z.string(),
      use: z.string(),
      demandUsd: z.number(),
      valueAtRiskUsd: z.number(),
      extraBillUsd: z.number(),
      surplusLostUsd: z.number(),
      firstShortMonth: z.string().nullable(),
      shortMonths: z.number(),
    }),
  ),
  paid: z.array(z.looseObject({ candidate: z.string(), usd: z.number() })),
  systemCostUsd: z.number(),
  outsideUsesUsd: z.number(),
  clearings: z.int().min(0),
}) satisfies z.ZodType<JudgedAtom>;

/** An answer about one atom as text. */
export function answerText({ values: [value], judged: [judged] }: PlanAnswer): string {
  return JSON.stringify({
    value:
      value &&
      ({
        ...value,
        lossUsdByYear: [...value.lossUsdByYear],
        slopeUsdByYear: [...value.slopeUsdByYear],
      } satisfies PlainValue),
    judged,
  });
}

/** What an answer has to be: the id of its atom, and how many slopes a value has. */
export interface AnswerShape {
  readonly atomId: string;
  readonly slopes: number;
}

/**
 * An answer from its text, in the bytes it had (keys keep their order).
 * Errors: Error saying what it is not.
 */
export function parseAnswer(text: unknown, ask: AtomJob["ask"], { atomId, slopes }: AnswerShape): PlanAnswer {
  if (typeof text !== "string") throw new Error("the answer is no text");
  const plain: unknown = JSON.parse(text);
  if (typeof plain !== "object" || plain === null) throw new Error("the answer is no object");
  if (ask === "value") {
    const value = checked<PlainValue>(valueSchema, "value" in plain ? plain.value : undefined);
    const { length } = value.slopeUsdByYear;
    if (length !== slopes) throw new Error(`the answer has ${length} slopes, expected ${slopes}`);
    const [lossUsdByYear, slopeUsdByYear] = [value.lossUsdByYear, value.slopeUsdByYear].map((usd) => Float64Array.from(usd)) as [Float64Array, Float64Array]; // biome-ignore format: one pair
    return { values: [{ ...value, lossUsdByYear, slopeUsdByYear }], judged: [] };
  }
  if (ask === "ready") return { values: [], judged: [] };
  const judged = checked<JudgedAtom>(judgedSchema, "judged" in plain ? plain.judged : undefined);
  if (judged.atom !== atomId) throw new Error(`the answer is of ${judged.atom}, expected ${atomId}`);
  return { values: [], judged: [judged] };
}

/** The value itself, not the schema's copy, whose keys are in the schema's order. */
function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const { success, error } = schema.safeParse(value);
  if (!success) throw new Error(`the answer cannot be used: ${error.issues[0]!.message}`);
  return value as T; // the schema says so
}
