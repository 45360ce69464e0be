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

/**
 * How far the worst cut of a pool lies above a loss that was evaluated, as a share of the largest loss; 0 where every cut
 * is below every loss, as it must be for bounds to hold.
 */
export function worstCutShare({ evaluations }: Pick<CutPool, "evaluations">): number {
  let worstUsd = 0;
  let largestUsd = 0;
  for (const cut of evaluations)
    for (const { x, lossUsd } of evaluations)
      for (let s = 0; s < lossUsd.length; s++) {
        const slope = cut.slopeUsd[s]!;
        let bound = cut.lossUsd[s]!;
        for (let k = 0; k < x.length; k++) bound += slope[k]! * (x[k]! - cut.x[k]!);
        worstUsd = Math.max(worstUsd, bound - lossUsd[s]!);
        largestUsd = Math.max(largestUsd, Math.abs(lossUsd[s]!));
      }
  return largestUsd === 0 ? 0 : worstUsd / largestUsd;
}
