import { z } from "zod";
import { sizings, statuses } from "../dataset/index.ts";
import { distributionSchema } from "../simulation/draws/distribution.ts";
import { MOST_MONTHS } from "../simulation/scenario.ts";

/** Most candidates, futures and runs of one plan: beyond, a search takes days. */
export const MOST_CANDIDATES = 200;
const MOST_DRAWS = 1000;

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "expected a month such as 2026-10");
const year = z.int().min(1900).max(2200);
const name = z.string().min(1);
const share = z.number().min(0).max(1);
const usd = z.number().nonnegative();
const status = z.enum(statuses).describe("how sure it is");
const source = name.describe("where this comes from");

const range = z
  .union([
    usd,
    z
      .strictObject({ low: usd, central: usd, high: usd })
      .refine(({ low, central, high }) => low <= central && central <= high, "expected low ≤ central ≤ high"),
  ])
  .describe("USD of 2025: one figure, or low, central and high");

const candidateFields = {
  measure: name.optional().describe("id in data/measures.csv, where the candidate is called otherwise"),
  title: name.optional().describe("in a line"),
  parties: z.array(name).optional().describe("who must agree: country codes, blocs or partners"),
  sizing: z.enum(sizings).optional().describe("on-off, or scalable from 0 to `most`"),
  most: z.number().positive().max(100).optional().describe("largest scale"),
  capital: range.optional(),
  publicShare: share.optional().describe("part of the capital that is public money"),
  payers: z
    .record(name, z.number().positive().max(1))
    .optional()
    .describe("who pays the public money, with shares that sum to 1"),
  running: range.optional(),
  start: month.optional().describe("earliest month of the decision"),
  leadMonths: z.int().min(0).max(240).optional().describe("from the decision to the first tonne"),
  delayMonths: distributionSchema.nullable().optional().describe("months later than planned; null = on time"),
  needs: z.array(name).optional().describe("candidates it cannot do without; [] = none"),
  excludes: z.array(name).optional().describe("candidates it stands in the place of; [] = none"),
  policy: z
    .record(z.string(), z.unknown())
    .optional()
    .describe("fields of the policy at full scale; of a measure: those that differ"),
  source: source.optional(),
  status: status.optional(),
  note: z.string().optional(),
};

/** A candidate as written: changes to a measure of data/, or one of the plan's own (with a policy that has a kind). */
export const candidateSchema = z.strictObject(candidateFields);
export type CandidateFile = z.infer<typeof candidateSchema>;

const partnerSchema = z.strictObject({
  title: name,
  countries: z.array(name).min(1).describe("country codes or blocs"),
});

const futureSchema = z.strictObject({
  scenario: name.describe("scenario file, from the plan's own folder"),
  id: name.optional().describe("absent = the file's name"),
  probability: z.number().min(0).max(1).describe("probabilities of a plan sum to 1"),
  draws: z.int().min(1).max(MOST_DRAWS).describe("draws of its uncertain inputs that stand for it"),
  because: name.describe("why so likely"),
});

const budgetSchema = z.strictObject({
  partner: name,
  from: year.describe("first year"),
  to: year.describe("last year"),
  usd: usd.describe("the most that is spent in these years, USD of 2025; 0 = nothing"),
  source,
  status,
  note: z.string().optional(),
});

const targetSchema = z
  .strictObject({
    id: name,
    title: name.optional(),
    term: name.optional().describe("share, year and source from data/agreement_terms.csv: agreement:term"),
    share: share.optional().describe("of the yearly need"),
    by: year.optional(),
    source: name.optional(),
    capacity: z
      .strictObject({
        commodity: name.describe("one commodity, whose tonnes count"),
        at: z.enum(["mining", "separation", "refining", "metal", "magnet", "recycling"]).describe("stage"),
        countries: z.array(name).min(1).describe("where the plants are and whose need it is"),
      })
      .optional()
      .describe("capacity of a stage is at least a share of the need"),
    largestSupplier: z
      .strictObject({
        commodity: name,
        countries: z.array(name).min(1).describe("whose need"),
        supplier: name.describe("country code"),
        together: z
          .boolean()
          .optional()
          .describe("true: one need of all countries; absent: each country by itself, a bloc as one"),
      })
      .optional()
      .describe("the supplier gives at most a share of the need"),
  })
  .refine(
    ({ capacity, largestSupplier }) => (capacity === undefined) !== (largestSupplier === undefined),
    "give either capacity or largestSupplier",
  );
export type TargetFile = z.infer<typeof targetSchema>;

const agreementSchema = z.strictObject({
  id: name,
  title: name,
  parties: z.array(name).min(1),
  candidates: z.array(name).min(1),
  source,
  status,
  terms: z.array(name).optional(),
});

/** The YAML form of a plan, lists of candidates and events turned into maps by id. */
export const planFileSchema = z.strictObject({
  title: name.describe("What the plan is called in reports"),
  description: z.string().describe("What it is about, in a few sentences"),
  start: month.describe("First month"),
  months: z.int().min(1).max(MOST_MONTHS).describe("How many months count"),
  calendar: z
    .enum(["scenarios", "plan"])
    .default("scenarios")
    .describe(
      "scenarios: theirs must be the plan's; plan: all are run over the plan's months, events keep their dates",
    ),
  chains: z.array(name).min(1).optional().describe("Materials or groups whose chains count; absent = as in a scenario"),
  partners: z.record(z.string(), partnerSchema).describe("Who pays and whose losses count, by id"),
  scenarios: z.array(futureSchema).min(1).describe("What may come, with probabilities"),
  events: z
    .record(z.string(), z.unknown())
    .optional()
    .describe("What happens in every scenario besides, by id, as in a scenario; an event it has of that name stays"),
  candidates: z.record(z.string(), candidateSchema).describe("Measures to choose from, by id"),
  decided: z
    .record(z.string(), candidateSchema)
    .default({})
    .describe("Measures decided before the plan: in every portfolio; what they still cost is taken off the budgets"),
  budgets: z.array(budgetSchema).describe("The most a partner spends in a span of years"),
  requires: z
    .array(
      z.strictObject({
        candidate: name,
        needs: z.array(name).min(1),
        any: z.boolean().optional().describe("true: one of them is enough"),
      }),
    )
    .default([])
    .describe("Needs besides those of the candidates themselves"),
  excludes: z.array(z.array(name).min(2)).default([]).describe("Sets of candidates of which at most one is chosen"),
  agreements: z
    .array(z.union([name, agreementSchema]))
    .optional()
    .describe("Agreements: ids of data/agreements.csv, or own ones; absent = those that candidates belong to"),
  targets: z.array(targetSchema).default([]).describe("What must be reached"),
  objective: z
    .strictObject({
      tailWeight: share.describe("weight of the worst futures, the mean has the rest"),
      tailShare: z.number().gt(0).max(1).describe("which share of the futures is the worst: 0.05 = CVaR95"),
      costWeight: z
        .number()
        .min(0)
        .max(1000)
        .default(0)
        .describe(
          "weight of public money beside the loss: 0 = budgets alone limit it, 1 = a dollar spent is a dollar lost",
        ),
      discountPerYear: z.number().min(0).max(1),
      count: z
        .enum(["partners", "world"])
        .default("partners")
        .describe("partners: what measures add serves them alone; world: everybody"),
    })
    .describe("What is made small: the loss, and public money with its weight"),
  budgetMultiples: z
    .array(z.number().min(0).max(1000))
    .min(1)
    .refine((list) => list.every((x, i) => i === 0 || x > list[i - 1]!), "expected rising numbers, each once")
    .default([0, 0.25, 0.5, 0.75, 1, 1.5])
    .describe("Budgets of the frontier, as multiples of `budgets`"),
  seed: z.int().min(0).describe("Same seed, same draws"),
  gapShare: z.number().gt(0).max(1).default(0.01).describe("Distance to the bound at which a search ends"),
});
export type PlanFile = z.infer<typeof planFileSchema>;
