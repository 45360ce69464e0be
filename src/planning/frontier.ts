import { type Conflict, PlanConflictError } from "./conflicts.ts";
import { type CutPool, createCutPool } from "./cuts.ts";
import type { Evaluator } from "./evaluator.ts";
import { knownPortfolios } from "./good.ts";
import type { Plan } from "./plan.ts";
import type { Solution, SolveProgress } from "./solution.ts";
import { solutionOf, solvePlan } from "./solve.ts";

/** The best portfolio for one budget, or why there is none. */
export interface FrontierPoint {
  readonly budgetMultiple: number;
  readonly solution: Solution | null;
  readonly conflict: readonly Conflict[] | null;
}

export interface FrontierOptions {
  /** in place of the plan's own */
  readonly budgetMultiples?: readonly number[];
  readonly pool?: CutPool;
  readonly onProgress?: (progress: SolveProgress & { readonly budgetMultiple: number }) => void;
}

/**
 * The best portfolio for each multiple of the budgets, smallest first. One pool of cuts serves all of them, and each may
 * take any portfolio found for another that it can afford: a larger budget is never worse.
 */
export async function frontier(
  plan: Plan,
  evaluator: Evaluator,
  { budgetMultiples = plan.budgetMultiples, pool = createCutPool(), onProgress }: FrontierOptions = {},
): Promise<FrontierPoint[]> {
  const multiples = [...new Set(budgetMultiples)].sort((a, b) => a - b);
  const probability = evaluator.atoms.map((atom) => atom.probability);
  const found: (Solution | readonly Conflict[])[] = [];
  for (const budgetMultiple of multiples)
    try {
      const tell = onProgress && ((progress: SolveProgress) => onProgress({ ...progress, budgetMultiple }));
      found.push(await solvePlan(plan, evaluator, { budgetMultiple, pool, onProgress: tell }));
    } catch (error) {
      if (!(error instanceof PlanConflictError)) throw error;
      found.push(error.constraints);
    }
  return multiples.map((budgetMultiple, m) => {
    const here = found[m]!;
    if (!("x" in here)) return { budgetMultiple, solution: null, conflict: here };
    const best = knownPortfolios(plan, pool, probability, budgetMultiple)[0]!;
    // no portfolio within a larger budget is better than its bound, so none within this one is
    const bounds = found.slice(m).map((later) => ("x" in later ? later.lowerBoundUsd : Number.NEGATIVE_INFINITY));
    const lowerBoundUsd = Math.max(...bounds);
    return {
      budgetMultiple,
      solution: solutionOf(plan, pool, best.evaluation, probability, { ...here, lowerBoundUsd }),
      conflict: null,
    };
  });
}
