import type { Evaluation } from "./evaluator.ts";

/** Every portfolio evaluated so far. Cuts do not depend on budgets, so one pool serves all of a plan's questions. */
export interface CutPool {
  readonly evaluations: readonly Evaluation[];
  /** false when x was in it already */
  add(evaluation: Evaluation): boolean;
  find(x: ArrayLike<number>): Evaluation | undefined;
}

export function createCutPool(): CutPool {
  const evaluations: Evaluation[] = [];
  const byPortfolio = new Map<string, Evaluation>();
  return {
    evaluations,
    add(evaluation) {
      const key = portfolioKey(evaluation.x);
      if (byPortfolio.has(key)) return false;
      byPortfolio.set(key, evaluation);
      evaluations.push(evaluation);
      return true;
    },
    find: (x) => byPortfolio.get(portfolioKey(x)),
  };
}

/** The same for the same scales, −0 and 0 alike. */
export function portfolioKey(x: ArrayLike<number>): string {
  return Array.from(x, (scale) => scale + 0).join(" ");
}
