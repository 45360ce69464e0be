import { z } from "zod";
import type {
  ActivitySeries,
  ApplicationSeries,
  MarketSeries,
  MeasureWorth,
  PolicyNote,
  Rehearsal,
  Run,
  Shortage,
  TierSeries,
  UseSeries,
} from "../../simulation/result.ts";
import { month, named, numbers } from "./common.ts";

const market = named(
  "MarketSeries",
  z.object({
    commodity: z.string(),
    country: z.string(),
    basePriceUsdPerTonne: z.number(),
    priceUsdPerTonne: numbers.describe("one entry per month, as in every series"),
    stockTonnes: numbers,
    coverDays: numbers,
  }),
) satisfies z.ZodType<MarketSeries>;

const application = z.object({
  application: z.string(),
  productValueUsdPerTonne: z.number(),
  inputs: z.array(z.object({ commodity: z.string(), tonnesPerTonne: z.number() })).optional(),
  demandTonnes: numbers,
  deliveredTonnes: numbers,
  shortfallShare: numbers,
  valueAtRiskUsd: numbers,
}) satisfies z.ZodType<ApplicationSeries>;

const use = named(
  "UseSeries",
  z.object({
    country: z.string(),
    use: z.string(),
    demandTonnes: numbers,
    deliveredTonnes: numbers,
    shortfallShare: numbers,
    productShortfallShare: numbers.describe("value of the products that cannot be made over that of all"),
    valueAtRiskUsd: numbers,
    firstShortMonth: month.nullable(),
    applications: z.array(application),
  }),
) satisfies z.ZodType<UseSeries>;

const activity = named(
  "ActivitySeries",
  z.object({
    id: z.string(),
    kind: z.string(),
    commodity: z.string(),
    country: z.string(),
    destination: z.string().optional(),
    entries: z.array(z.object({ commodity: z.string(), coefficient: z.number() })).optional(),
    tonnes: numbers,
    baselineTonnesPerMonth: z.number(),
    rentUsdPerTonne: numbers,
  }),
) satisfies z.ZodType<ActivitySeries>;

const tier = named(
  "TierSeries",
  z.object({
    commodity: z.string(),
    inside: z.string().describe("the controlling country"),
    controls: z.array(z.string()),
    insidePriceUsdPerTonne: numbers,
    contractPriceUsdPerTonne: numbers,
    outsidePriceUsdPerTonne: numbers,
    domesticTonnes: numbers,
    contractTonnes: numbers,
    outsideTonnes: numbers,
    outsideVolumeShare: numbers,
  }),
) satisfies z.ZodType<TierSeries>;

const run = {
  months: z.array(month),
  markets: z.array(market),
  uses: z.array(use),
  activities: z.array(activity),
  tiers: z.array(tier),
  stockpiles: z.array(z.object({ id: z.string(), commodity: z.string(), country: z.string(), tonnes: numbers })),
  paid: z.array(z.object({ id: z.string(), usd: numbers })),
  checks: z.object({
    maxBalanceResidualTonnes: z.number(),
    maxMassBalanceShare: z.number(),
    maxBaselineDriftShare: z.number(),
    objectiveUsd: numbers,
    maxPrimalResidualShare: z.number(),
    maxComplementarityShare: z.number(),
    maxDualityGapShare: z.number(),
    newtonSteps: numbers,
  }),
};
const oneRun = named("Run", z.object(run)) satisfies z.ZodType<Run>;

const worth = named(
  "MeasureWorth",
  z.object({
    id: z.string(),
    title: z.string(),
    kind: z.string(),
    source: z.string(),
    status: z.string(),
    from: z.string().optional(),
    to: z.string().nullable().optional(),
    worthUsd: z.number(),
    worthAloneUsd: z.number(),
    billAvoidedUsd: z.number(),
    worthByCountryUsd: z.array(z.object({ country: z.string(), usd: z.number() })),
    paidUsd: z.number(),
  }),
) satisfies z.ZodType<MeasureWorth>;

const policyNote = named(
  "PolicyNote",
  z.object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    from: z.string(),
    to: z.string().nullable(),
    source: z.string(),
    status: z.string(),
  }),
) satisfies z.ZodType<PolicyNote>;

const shortage = named(
  "Shortage",
  z.object({
    firstShortMonth: month.nullable(),
    shortMonths: z.int(),
    worstMonth: month.nullable(),
    worstShortfallShare: z.number(),
    missingTonnes: z.number(),
    valueAtRiskUsd: z.number(),
  }),
) satisfies z.ZodType<Shortage>;

/** A scenario rehearsed month by month; docs/results.md says what each part means. */
export const rehearsal = named(
  "Rehearsal",
  z.object({
    scenario: z.string(),
    title: z.string(),
    description: z.string(),
    viewpoint: z.array(z.string()),
    blocs: z.array(z.object({ bloc: z.string(), members: z.array(z.string()) })),
    events: z.array(policyNote),
    measures: z.array(worth),
    untouched: z.array(z.object({ country: z.string(), use: z.string(), application: z.string() })),
    heldBack: z.array(
      z.object({
        commodity: z.string(),
        country: z.string(),
        baselineExportTonnesPerMonth: z.number(),
        policies: z.array(z.string()),
      }),
    ),
    withoutEffect: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        because: z.enum(["ends before", "begins after"]),
        date: z.string(),
        month,
      }),
    ),
    withoutMeasures: oneRun.nullable(),
    summary: z.array(
      z.object({
        country: z.string(),
        use: z.string(),
        demandTonnes: z.number(),
        withoutMeasures: shortage,
        withMeasures: shortage,
      }),
    ),
    assumptions: z.array(z.object({ figure: z.string(), value: z.string(), note: z.string() })),
    ...run,
  }),
) satisfies z.ZodType<Rehearsal>;
