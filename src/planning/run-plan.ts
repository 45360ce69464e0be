import type { Dataset } from "../dataset/index.ts";
import { answerPlan, type RunPlanOptions } from "./answer-plan.ts";
import { openAtoms } from "./atoms.ts";
import { type Judge, judgeOf } from "./judge.ts";
import type { Plan } from "./plan.ts";
import type { PlanReport } from "./plan-report.ts";

/**
 * Answers a plan: the best portfolio for each budget, judged by the month simulation, what would change the choice, and
 * who gets what of it.
 * Errors: PlanConflictError where no budget allows a portfolio; those of the dataset, the futures and the candidates.
 */
export async function runPlan(
  dataset: Dataset,
  plan: Plan,
  {
    judgeBy,
    ...options
  }: RunPlanOptions & {
    /** who simulates portfolios; this thread when absent */
    readonly judgeBy?: Judge;
  },
): Promise<PlanReport> {
  const { atoms, world } = openAtoms(dataset, plan);
  const judge = judgeBy ?? judgeOf(plan, atoms, world);
  return answerPlan(plan, judge, world(0).workbench.assumptions, options);
}
