import { compoundGrowth } from "../policy/growth.ts";
import type { Evaluation } from "./evaluator.ts";
import type { Candidate, Plan } from "./plan.ts";

/** What a dollar after so many months is worth in the first month: (1 + rate)^(−months / 12). @param months whole */
export function discountShare(ratePerYear: number, months: number): number {
  return 1 / compoundGrowth(ratePerYear, months);
}

/** Months from the start of a plan to the middle of a year; 0 for what is past by then. */
function monthsToMiddleOf(plan: Pick<Plan, "start">, year: number): number {
  const [startYear, startMonth] = plan.start.split("-").map(Number) as [number, number];
  return Math.max(0, 12 * (year - startYear) + 7 - startMonth);
}

/** Public money of a candidate at x = 1 in dollars of the plan's first month. */
export function discountedCandidateUsd(plan: Plan, candidate: Candidate): number {
  let sum = 0;
  for (const { year, usd } of candidate.costs)
    sum += usd * discountShare(plan.objective.discountPerYear, monthsToMiddleOf(plan, year));
  return sum;
}

/** Public money of a portfolio over all payers and years, not discounted. */
export function costUsd(plan: Plan, x: ArrayLike<number>): number {
  return weighted(plan, x, (candidate) => candidate.costs.reduce((sum, { usd }) => sum + usd, 0));
}

/** Public money of a portfolio in dollars of the plan's first month: what the objective counts, times its weight. */
export function discountedCostUsd(plan: Plan, x: ArrayLike<number>): number {
  return weighted(plan, x, (candidate) => discountedCandidateUsd(plan, candidate));
}

/** A measure has to avoid at least this share of its cost: what avoids next to nothing is not bought because it can be. */
export const LEAST_COST_WEIGHT = 1e-3;

/** What a dollar of public money counts in the objective beside a dollar of loss. */
export function costWeightOf({ objective }: Pick<Plan, "objective">): number {
  return Math.max(objective.costWeight, LEAST_COST_WEIGHT);
}

/** Public money of a portfolio by partner, in the order of the plan's partners, not discounted. */
export function costByPayerUsd(plan: Plan, x: ArrayLike<number>): number[] {
  return plan.partners.map(({ id }) =>
    weighted(plan, x, (candidate) =>
      candidate.costs.filter(({ payer }) => payer === id).reduce((sum, { usd }) => sum + usd, 0),
    ),
  );
}

function weighted(plan: Plan, x: ArrayLike<number>, usdAtOne: (candidate: Candidate) => number): number {
  return plan.candidates.reduce((sum, candidate, k) => sum + (x[k] ? x[k]! * usdAtOne(candidate) : 0), 0);
}

/**
 * Mean of the worst `tailShare` of losses, an atom on the edge counted in part: the conditional value at risk of
 * Rockafellar and Uryasev (2000). `order` are the atoms from the largest loss down, where the caller knows it.
 */
export function tailLoss(
  lossUsd: ArrayLike<number>,
  probability: ArrayLike<number>,
  tailShare: number,
  order: readonly number[] = worstFirst(lossUsd),
): number {
  let left = tailShare;
  let sum = 0;
  for (const s of order) {
    const share = Math.min(left, probability[s]!);
    sum += share * lossUsd[s]!;
    left -= share;
    if (left <= 0) break;
  }
  return sum / (tailShare - Math.max(0, left));
}

/** Atoms from the largest loss down; equal losses in the order of the atoms. */
export function worstFirst(lossUsd: ArrayLike<number>): number[] {
  return Array.from(lossUsd, (_, s) => s).sort((a, b) => lossUsd[b]! - lossUsd[a]! || a - b);
}

/**
 * What a dollar lost in each atom counts in the objective at these losses: (1 − tailWeight) · probability, and of the tail
 * what the atom has of it. Σ weight · loss = (1 − tailWeight) · mean + tailWeight · tail; weights of a loss are a
 * subgradient of that sum.
 */
export function lossWeights(
  { tailWeight, tailShare }: Plan["objective"],
  lossUsd: ArrayLike<number>,
  probability: ArrayLike<number>,
): Float64Array {
  const weights = Float64Array.from(probability, (p) => (1 - tailWeight) * p);
  let left = tailShare;
  const inTail = worstFirst(lossUsd).map((s) => {
    const share = Math.min(Math.max(0, left), probability[s]!);
    left -= share;
    return [s, share] as const;
  });
  const whole = tailShare - Math.max(0, left);
  for (const [s, share] of inTail) weights[s]! += (tailWeight * share) / whole;
  return weights;
}

/** What the planner makes small, and its parts. */
export interface ObjectiveParts {
  readonly objectiveUsd: number;
  readonly costUsd: number;
  readonly expectedLossUsd: number;
  readonly tailLossUsd: number;
}

/** costWeight · discounted cost + (1 − tailWeight) · expected loss + tailWeight · tail loss of an evaluated portfolio; `probability` by atom. */
export function objectiveOf(
  plan: Plan,
  { x, lossUsd }: Pick<Evaluation, "x" | "lossUsd">,
  probability: ArrayLike<number>,
): ObjectiveParts {
  const { tailWeight, tailShare } = plan.objective;
  let expectedLossUsd = 0;
  for (let s = 0; s < lossUsd.length; s++) expectedLossUsd += probability[s]! * lossUsd[s]!;
  const tailLossUsd = tailLoss(lossUsd, probability, tailShare);
  return {
    objectiveUsd:
      costWeightOf(plan) * discountedCostUsd(plan, x) + (1 - tailWeight) * expectedLossUsd + tailWeight * tailLossUsd,
    costUsd: costUsd(plan, x),
    expectedLossUsd,
    tailLossUsd,
  };
}
