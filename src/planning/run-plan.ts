import type { Dataset } from "../dataset/index.ts";
import { answerPlan, type RunPlanOptions } from "./answer-plan.ts";
import { openAtoms } from "./atoms.ts";
import { judgeOf } from "./judge.ts";
import type { Plan } from "./plan.ts";
import type { PlanReport } from "./plan-report.ts";

/**
 * Answers a plan: the best portfolio for each budget, judged by the month simulation, what would change the choice, and
 * who gets what of it.
 * Errors: PlanConflictError where no budget allows a portfolio; those of the dataset, the futures and the candidates.
 */
export async function runPlan(dataset: Dataset, plan: Plan, options: RunPlanOptions): Promise<PlanReport> {
  const { atoms, world } = openAtoms(dataset, plan);
  return answerPlan(plan, judgeOf(plan, atoms, world), world(0).workbench.assumptions, options);
}
