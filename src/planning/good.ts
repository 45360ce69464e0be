import type { CutPool } from "./cuts.ts";
import type { Evaluation } from "./evaluator.ts";
import { discountedCostUsd, objectiveOf } from "./money.ts";
import type { Plan } from "./plan.ts";
import { keepsRules, rulesOf } from "./rules.ts";

/** An evaluated portfolio that keeps the rules, with its objective. */
export interface Known {
  readonly evaluation: Evaluation;
  readonly objectiveUsd: number;
}

/** Evaluated portfolios that keep the rules under a budget, best first; of equal ones the cheaper, then the earlier. */
export function knownPortfolios(
  plan: Plan,
  pool: CutPool,
  probability: ArrayLike<number>,
  budgetMultiple: number,
): readonly Known[] {
  const rules = rulesOf(plan, budgetMultiple);
  return pool.evaluations
    .filter(({ x }) => keepsRules(plan, rules, x))
    .map((evaluation) => ({ evaluation, objectiveUsd: objectiveOf(plan, evaluation, probability).objectiveUsd }))
    .sort(
      (a, b) =>
        a.objectiveUsd - b.objectiveUsd ||
        discountedCostUsd(plan, a.evaluation.x) - discountedCostUsd(plan, b.evaluation.x),
    );
}
