import type { CutPool } from "./cuts.ts";
import type { Evaluator } from "./evaluator.ts";
import type { Plan } from "./plan.ts";
import type { Solution, SolveProgress } from "./solution.ts";

export interface SolveOptions {
  readonly onProgress?: (progress: SolveProgress) => void;
  /** budgets times this; 1 when absent */
  readonly budgetMultiple?: number;
  /** evaluations made before, to which new ones are added; a pool of its own when absent */
  readonly pool?: CutPool;
}

/** The portfolio with the least cost and loss under the plan's budgets and constraints, to within its gap. */
export async function solvePlan(_plan: Plan, _evaluator: Evaluator, _options: SolveOptions = {}): Promise<Solution> {
  throw new Error("solvePlan is not written yet");
}
