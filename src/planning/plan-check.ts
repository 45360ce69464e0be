import { z } from "zod";
import { policySchema } from "../policy/kinds/index.ts";
import { distributionSchema } from "../simulation/draws/distribution.ts";
import { MOST_MONTHS, recordedScenarioSchema } from "../simulation/scenario.ts";
import type { Plan } from "./plan.ts";
import { MOST_CANDIDATES } from "./plan-schema.ts";

/** Futures with their draws that a plan may have where it comes from somewhere else. */
export const MOST_ATOMS = 100_000;

const status = z.enum(["reported", "estimated", "assumed"]);
const list = z.array(z.string());

/** A resolved plan as it comes over a queue: whatever its months are computed from is checked, nothing is evaluated. */
const resolvedPlanSchema = z.looseObject({
  title: z.string(),
  description: z.string(),
  start: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "expected a month such as 2026-10"),
  months: z.int().min(1).max(MOST_MONTHS),
  partners: z.array(z.looseObject({ id: z.string(), title: z.string(), countries: list })),
  futures: z
    .array(
      z.looseObject({
        id: z.string(),
        title: z.string(),
        scenario: recordedScenarioSchema,
        probability: z.number().min(0).max(1),
        draws: z.int().min(1).max(MOST_ATOMS),
      }),
    )
    .min(1),
  candidates: z
    .array(
      z.looseObject({
        id: z.string(),
        title: z.string(),
        decision: z.string(),
        policy: policySchema,
        sizing: z.enum(["on-off", "scalable"]),
        most: z.number(),
        parties: list,
        costs: z.array(z.looseObject({ payer: z.string(), year: z.int(), usd: z.number() })),
        costRangeUsd: z.looseObject({ low: z.number(), high: z.number() }),
        delayMonths: distributionSchema.nullable(),
        source: z.string(),
        status,
        note: z.string(),
      }),
    )
    .max(MOST_CANDIDATES),
  agreements: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string(),
      parties: list,
      candidates: list,
      source: z.string(),
      status,
      terms: list.optional(),
    }),
  ),
  budgets: z.array(z.looseObject({ payer: z.string(), fromYear: z.int(), toYear: z.int(), mostUsd: z.number() })),
  requires: z.array(z.looseObject({ candidate: z.string(), needs: list, any: z.boolean().optional() })),
  excludes: z.array(list),
  targets: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string(),
      weights: z.array(z.tuple([z.string(), z.number()])),
      least: z.number(),
      have: z.number(),
      unit: z.string(),
      source: z.string(),
      place: z.int().optional(),
    }),
  ),
  objective: z.looseObject({
    tailWeight: z.number(),
    tailShare: z.number(),
    costWeight: z.number(),
    discountPerYear: z.number(),
    count: z.enum(["partners", "world"]),
  }),
  budgetMultiples: z.array(z.number()),
  seed: z.int().min(0).max(0xffff_ffff),
  gapShare: z.number(),
  mostNeighbours: z.int().optional(),
}) satisfies z.ZodType<Plan>;

/** How many atoms and candidates a plan in JSON has. Errors: Error saying what it is not. */
export function planShape(plan: unknown): { readonly atoms: number; readonly candidates: number } {
  const parsed = resolvedPlanSchema.safeParse(plan);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`the plan cannot be used: ${issue!.path.join(".")}: ${issue!.message}`);
  }
  const { futures, candidates } = parsed.data;
  const atoms = futures.reduce((sum, { draws }) => sum + draws, 0);
  if (atoms > MOST_ATOMS) throw new Error(`the plan has ${atoms} futures with draws, ${MOST_ATOMS} are allowed`);
  return { atoms, candidates: candidates.length };
}
