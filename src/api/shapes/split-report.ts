import { z } from "zod";
import type { SplitReport } from "../../planning/split-report.ts";
import { named } from "./common.ts";

const usd = z.number();
const objection = z.object({ partners: z.array(z.string()), gainUsd: usd });

const split = {
  method: z.literal("exact"),
  measure: z.enum(["value at risk", "users' surplus"]),
  partners: z.array(
    z.object({
      partner: z.string(),
      costUsd: usd,
      benefitUsd: usd,
      netUsd: usd,
      shapleyUsd: usd,
      transferUsd: usd,
      aloneUsd: usd,
      outsideUsd: usd,
      betterInside: z.boolean(),
    }),
  ),
  byAgreement: z.array(z.object({ agreement: z.string(), partner: z.string(), withUsd: usd, withoutUsd: usd })),
  blocking: z.array(objection),
  blockingShapley: z.array(objection),
  coalitions: z.array(z.object({ partners: z.array(z.string()), worthUsd: usd })),
  portfolios: z.int(),
};

/** Who gets and pays what; the second reading of it has no third. */
export const splitReport = named(
  "SplitReport",
  z.object({ ...split, bySurplus: z.object({ ...split, bySurplus: z.null() }).nullable() }),
) satisfies z.ZodType<SplitReport>;
