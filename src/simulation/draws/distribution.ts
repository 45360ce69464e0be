import { z } from "zod";
import { triangularQuantile } from "../../dataset/index.ts";
import { exp, log } from "./elementary.ts";
import { normalCdf, normalQuantile } from "./normal.ts";

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
      kind: z.literal("normal"),
      mean: number,
      sd: number.positive().describe("standard deviation before it is cut off"),
      low: number.describe("cut off below"),
      high: number.describe("cut off above"),
    }),
    z.strictObject({
      kind: z.literal("lognormal"),
      median: number.positive(),
      spread: number.gt(1).describe("two thirds lie between median / spread and median × spread"),
      low: number.positive().describe("cut off below"),
      high: number.describe("cut off above"),
    }),
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
    if ((given.kind === "uniform" || given.kind === "normal") && !(given.low < given.high))
      complain("high", `got low ${given.low}, high ${given.high}; expected low < high`);
    if (given.kind === "normal" && !(farFrom(given.mean, given.low, given.high) <= MOST_SD * given.sd))
      complain("mean", `got mean ${given.mean}; expected within ${MOST_SD} standard deviations of low to high`);
    if (
      given.kind === "lognormal" &&
      !(given.low <= given.median && given.median <= given.high && given.low < given.high)
    )
      complain(
        "median",
        `got low ${given.low}, median ${given.median}, high ${given.high}; expected low ≤ median ≤ high`,
      );
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
    case "normal":
      return cutNormal(distribution.mean, distribution.sd, distribution.low, distribution.high, percentile);
    case "lognormal": {
      const { median, spread, low, high } = distribution;
      const drawn = exp(cutNormal(log(median), log(spread), log(low), log(high), percentile));
      return Math.min(high, Math.max(low, drawn)); // the logarithm's last bits must not lead over the edge
    }
    case "choice":
      return choiceQuantile(distribution.values, percentile);
    default:
      return distribution satisfies never;
  }
}

/** Further off, nothing of the bell would be left between low and high. */
const MOST_SD = 6;

function farFrom(value: number, low: number, high: number): number {
  return Math.max(0, low - value, value - high);
}

/** Quantile of a normal distribution cut off at both ends. */
function cutNormal(mean: number, sd: number, low: number, high: number, percentile: number): number {
  const from = normalCdf((low - mean) / sd);
  const to = normalCdf((high - mean) / sd);
  const share = from + percentile * (to - from);
  if (!(share > 0)) return low;
  if (!(share < 1)) return high;
  return Math.min(high, Math.max(low, mean + sd * normalQuantile(share)));
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
