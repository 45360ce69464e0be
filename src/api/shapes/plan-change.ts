import { z } from "zod";
import type { PortfolioChange } from "../../planning/changes.ts";
import type { PlanReport } from "../../planning/plan-report.ts";
import { numbers } from "./common.ts";

// What a plan's report says of how the answer might change.

const usd = z.number();
const ids = z.array(z.string());

const change = z.object({ adds: ids, more: ids, less: ids, drops: ids }) satisfies z.ZodType<PortfolioChange>;

export const costFactor = z.object({
  candidate: z.string(),
  chosen: z.boolean(),
  factor: z.number().nullable(),
  low: z.number(),
  high: z.number(),
  change: change.nullable(),
}) satisfies z.ZodType<PlanReport["costFactors"][number]>;

export const made = z.object({
  candidate: z.string(),
  of: z.enum(["having", "adding"]),
  together: ids,
  instead: ids,
  worthUsd: usd,
  byYearUsd: numbers.nullable(),
  costUsd: usd,
}) satisfies z.ZodType<PlanReport["withAndWithout"][number]>;

export const regret = z.object({
  futures: ids,
  portfolios: z.array(
    z.object({
      label: z.string(),
      budgetMultiple: z.number(),
      frontier: z.int(),
      regretUsd: numbers,
      worstUsd: usd,
      mostRegretUsd: numbers,
    }),
  ),
});

export const flip = z.object({
  future: z.string(),
  from: z.number(),
  at: z.number().nullable(),
  adds: ids,
  more: ids,
  less: ids,
  drops: ids,
});

export const marginalRow = z.object({
  candidate: z.string(),
  chosenScale: z.number(),
  unit: z.string(),
  perScale: z.number(),
  worthUsd: usd.nullable(),
  byYearUsd: z.array(usd.nullable()),
  costUsd: usd,
}) satisfies z.ZodType<PlanReport["marginal"][number]>;

export const robustRow = z.object({
  candidate: z.string(),
  inShare: z.number(),
  always: z.boolean(),
  never: z.boolean().optional(),
}) satisfies z.ZodType<PlanReport["robust"][number]>;
