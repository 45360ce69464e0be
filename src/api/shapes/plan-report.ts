import { z } from "zod";
import type { Judged, PlanReport, Worth } from "../../planning/plan-report.ts";
import { month, named, numbers, status } from "./common.ts";
import { costFactor, flip, made, marginalRow, regret, robustRow } from "./plan-change.ts";
import { splitReport } from "./split-report.ts";

const usd = z.number();
const partnerUsd = z.object({ partner: z.string(), usd });
const ids = z.array(z.string());

const candidate = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  sizing: z.enum(["on-off", "scalable"]),
  most: z.number(),
  parties: ids,
  costUsd: usd,
  costRangeUsd: z.object({ low: usd, high: usd }),
  payers: z.array(partnerUsd),
  decision: z.string(),
  start: z.string(),
  delayMonths: z.object({ p05: z.number(), p50: z.number(), p95: z.number() }).nullable(),
  rampMonths: z.number(),
  end: z.string().nullable(),
  source: z.string(),
  status: z.string(),
  note: z.string(),
});

const sum = {
  expectedLossUsd: usd,
  tailLossUsd: usd,
  extraBillUsd: usd,
  surplusLostUsd: usd,
};

const judged = named(
  "Judged",
  z.object({
    expectedLossUsd: usd,
    tailLossUsd: usd,
    byPartner: z.array(z.object({ ...sum, partner: z.string() })),
    byFuture: z.array(z.object({ ...sum, future: z.string() })),
    extraBillUsd: usd,
    surplusLostUsd: usd,
    paidUsd: usd,
  }),
) satisfies z.ZodType<Judged>;

const worth = {
  costUsd: usd,
  surplusAvoidedUsd: usd,
  productsSavedUsd: usd,
  covers: z.enum(["surplus", "products", "neither"]),
  words: z.string(),
};
const worthAlone = z.object(worth) satisfies z.ZodType<Worth>;

const planning = z.object({
  expectedLossUsd: usd,
  tailLossUsd: usd,
  objectiveUsd: usd,
  lowerBoundUsd: usd,
  gapShare: z.number(),
  missedShare: z.number().nullable(),
});

const difference = z.object({
  planningAvoidedUsd: usd,
  simulatedAvoidedUsd: usd,
  share: z.number().nullable(),
  othersGainUsd: usd,
  simulated: z.object({ expectedLossUsd: usd, tailLossUsd: usd, objectiveUsd: usd }),
  words: z.string(),
  reasons: ids,
});

const frontierPoint = named(
  "FrontierPoint",
  z.object({
    budgetMultiple: z.number(),
    budgetUsd: usd,
    scales: numbers.describe("by candidate"),
    costUsd: usd,
    costByPartnerUsd: z.array(partnerUsd),
    costByYearUsd: z.array(z.object({ partner: z.string(), year: z.int(), usd })),
    planning: planning.nullable(),
    judged: judged.nullable().describe("null where no portfolio keeps the constraints"),
    difference: difference.nullable(),
    worth: worthAlone.nullable(),
    conflict: ids,
  }),
);

const preferred = z.object({
  scales: numbers,
  adds: ids,
  drops: ids,
  costUsd: usd,
  surplusAvoidedUsd: usd,
  productsSavedUsd: usd,
  objectiveGainUsd: usd,
});

const use = z.object({
  partner: z.string(),
  use: z.string(),
  demandUsd: usd,
  withoutUsd: usd,
  withUsd: usd,
  withoutTailUsd: usd,
  withTailUsd: usd,
  shortWithout: z.number(),
  shortWith: z.number(),
  firstShortWithout: month.nullable(),
  firstShortWith: month.nullable(),
  shortMonthsWithout: z.number(),
  shortMonthsWith: z.number(),
});

const gantt = z.object({
  candidate: z.string(),
  scale: z.number(),
  decided: z.string(),
  start: z.string(),
  startMedian: z.string(),
  startLate: z.string(),
  fullOutput: z.string(),
  fullOutputMedian: z.string(),
  fullOutputLate: z.string(),
  end: z.string().nullable(),
});

const sureness = z.object({
  lowerBoundUsd: usd,
  upperBoundUsd: usd,
  gapShare: z.number(),
  iterations: z.int(),
  referenceClearings: z.int(),
  clearings: z.int(),
  judgedClearings: z.int(),
  planningLossUsd: usd,
  simulatedLossUsd: usd,
  differenceShare: z.number().nullable(),
  bruteForce: z.object({ portfolios: z.int(), objectiveUsd: usd, same: z.boolean(), worseUsd: usd }).nullable(),
});

const objective = z.object({
  tailWeight: z.number(),
  tailShare: z.number(),
  costWeight: z.number(),
  discountPerYear: z.number(),
  count: z.enum(["partners", "world"]),
});

const agreement = z.object({
  id: z.string(),
  title: z.string(),
  parties: ids,
  candidates: ids,
  source: z.string(),
  status,
  terms: ids,
});

const target = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  least: z.number(),
  have: z.number(),
  reached: z.number(),
  source: z.string(),
});

/** A plan and its answer; docs/planning.md says what each part means. */
export const planReport = named(
  "PlanReport",
  z.object({
    plan: z.string(),
    title: z.string(),
    description: z.string(),
    months: z.array(month),
    years: z.array(z.int()),
    partners: z.array(z.object({ id: z.string(), title: z.string(), countries: ids })),
    futures: z.array(z.object({ id: z.string(), title: z.string(), probability: z.number(), draws: z.int() })),
    objective,
    budgets: z.array(z.object({ payer: z.string(), fromYear: z.int(), toYear: z.int(), mostUsd: usd })),
    seed: z.int(),
    gapShare: z.number(),
    candidates: z.array(candidate),
    agreements: z.array(agreement),
    targets: z.array(target),
    nothing: judged,
    planningNothing: z.object({ expectedLossUsd: usd, tailLossUsd: usd }),
    purses: z.array(z.object({ candidate: z.string(), chargedUsd: usd, expectedUsd: usd })),
    frontier: z.array(frontierPoint),
    chosen: z.int(),
    byUse: z.array(use),
    worth: z.array(z.object({ ...worth, candidate: z.string(), needing: ids })),
    neighbours: z
      .object({ tried: z.int(), possible: z.int(), preferred: preferred.nullable(), words: z.string() })
      .nullable(),
    gantt: z.array(gantt),
    withAndWithout: z.array(made),
    costFactors: z.array(costFactor),
    marginal: z.array(marginalRow),
    split: splitReport.nullable(),
    regret,
    robust: z.array(robustRow),
    robustOf: z.int(),
    evaluatedOf: z.int(),
    flips: z.array(flip),
    sureness,
    assumptions: z.array(z.object({ figure: z.string(), value: z.string(), note: z.string() })),
    notes: ids,
  }),
) satisfies z.ZodType<PlanReport>;
