/** The best portfolio found for one budget, with the proof of how good it is. */
export interface Solution {
  /** scale of each candidate, in the order of the plan */
  readonly x: readonly number[];
  /** costWeight · discounted cost + (1 − tailWeight) · expected loss + tailWeight · tail loss */
  readonly objectiveUsd: number;
  /** no portfolio that keeps the constraints has a smaller objective */
  readonly lowerBoundUsd: number;
  /** (objective − lower bound) / |objective| */
  readonly gapShare: number;
  /**
   * (objective − lower bound) / (objective without measures − lower bound): of all that a portfolio might save, the share this
   * one may miss. The gap is small where most of the loss cannot be avoided at all; this is not. Null where the rules force
   * more spending than can be saved.
   */
  readonly missedShare: number | null;
  /** public money, not discounted */
  readonly costUsd: number;
  readonly expectedLossUsd: number;
  /** conditional value at risk: mean loss of the worst `tailShare` */
  readonly tailLossUsd: number;
  readonly lossUsdByAtom: readonly number[];
  /** portfolios evaluated for it */
  readonly iterations: number;
  readonly clearings: number;
}

/** How far a search is; the gap is Infinity until a first portfolio and a first bound are known. */
export interface SolveProgress {
  readonly phase: "relaxed" | "whole";
  readonly iterations: number;
  readonly clearings: number;
  readonly bestUsd: number;
  readonly lowerBoundUsd: number;
  readonly gapShare: number;
}
