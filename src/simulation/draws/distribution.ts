import { z } from "zod";
import { triangularQuantile } from "../../dataset/index.ts";

const number = z.number();
const ordered = "expected low ≤ mode ≤ high and low < high";

/** What an uncertain input may be, as written in a scenario. */
export const distributionSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("triangular"),
      low: number.describe("smallest plausible value"),
      mode: number.describe("likeliest value"),
      high: number.describe("largest plausible value"),
    }),
    z.strictObject({ kind: z.literal("uniform"), low: number, high: number }),
    z.strictObject({
      kind: z.literal("choice"),
      values: z
        .array(z.strictObject({ value: number, weight: z.number().positive().describe("relative to the others") }))
        .min(2),
    }),
  ])
  .superRefine((given, context) => {
    const complain = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message, input: given });
    if (given.kind === "triangular" && !(given.low <= given.mode && given.mode <= given.high && given.low < given.high))
      complain("mode", `got low ${given.low}, mode ${given.mode}, high ${given.high}; ${ordered}`);
    if (given.kind === "uniform" && !(given.low < given.high))
      complain("high", `got low ${given.low}, high ${given.high}; expected low < high`);
    if (given.kind === "choice" && given.values.some((v, i) => i > 0 && v.value <= given.values[i - 1]!.value))
      complain("values", "the values do not rise; list them from the smallest to the largest, each once");
  });

export type Distribution = z.infer<typeof distributionSchema>;

/** The value below which a share `percentile` (0 .. 1) of draws lies. */
export function quantile(distribution: Distribution, percentile: number): number {
  switch (distribution.kind) {
    case "triangular":
      return triangularQuantile(distribution.low, distribution.mode, distribution.high, percentile);
    case "uniform":
      return distribution.low + (distribution.high - distribution.low) * percentile;
    case "choice":
      return choiceQuantile(distribution.values, percentile);
    default:
      return distribution satisfies never;
  }
}

function choiceQuantile(values: readonly { readonly value: number; readonly weight: number }[], percentile: number) {
  const total = values.reduce((sum, v) => sum + v.weight, 0);
  let upTo = 0;
  for (const { value, weight } of values) {
    upTo += weight;
    if (percentile * total < upTo) return value;
  }
  return values.at(-1)!.value;
}
