import type { CutPool } from "./cuts.ts";
import type { Atom } from "./evaluator.ts";
import { knownPortfolios } from "./good.ts";
import { loadHighs } from "./highs.ts";
import { openMaster } from "./master.ts";
import type { Plan } from "./plan.ts";
import { rulesOf } from "./rules.ts";
import { unitFor } from "./solve.ts";

/** How sure a candidate is to be in, or out of, every good portfolio. */
export interface Robust {
  readonly candidate: string;
  /** share of the good portfolios evaluated that hold it */
  readonly inShare: number;
  /** proven: every portfolio without it is worse than good */
  readonly always: boolean;
  /** proven: every portfolio with it (a scalable one: with a tenth of its most or more) is worse than good */
  readonly never: boolean;
}

export interface Robustness {
  /** by candidate, in the order of the plan */
  readonly candidates: readonly Robust[];
  /** good portfolios among those evaluated */
  readonly portfolios: number;
  /** an objective up to this much is good */
  readonly goodUsd: number;
}

const LEAST_SHARE = 0.1;

/**
 * What all good portfolios have in common; good is what comes within `withinShare` (the plan's gap) of the best evaluated one.
 * Proofs are the master problem's: its bound with the candidate forced out, or in, lies above what is good. They take no evaluation.
 */
export async function robustness(
  plan: Plan,
  atoms: readonly Atom[],
  pool: CutPool,
  { budgetMultiple = 1, withinShare = plan.gapShare }: { budgetMultiple?: number; withinShare?: number } = {},
): Promise<Robustness> {
  const probability = atoms.map((atom) => atom.probability);
  const known = knownPortfolios(plan, pool, probability, budgetMultiple);
  const best = known[0];
  if (!best) throw new Error("robustness is told of a plan that has been solved");
  const goodUsd = best.objectiveUsd + withinShare * Math.abs(best.objectiveUsd);
  const good = known.filter(({ objectiveUsd }) => objectiveUsd <= goodUsd);
  const highs = await loadHighs();
  const rules = rulesOf(plan, budgetMultiple);
  const isWorse = (k: number, scale: readonly [number, number]) => {
    const scales = plan.candidates.map(({ most }, other) => (other === k ? scale : ([0, most] as const)));
    const master = openMaster(highs, { plan, rules, probability, scales, unitUsd: unitFor(pool) });
    try {
      const boundUsd = (whole: boolean) => master.solve(pool, whole, plan.gapShare / 4)?.boundUsd;
      // the relaxed bound is cheap and often enough; no answer at all is a proof too
      return [false, true].some((whole) => (boundUsd(whole) ?? Number.POSITIVE_INFINITY) > goodUsd);
    } finally {
      master.close();
    }
  };
  const candidates = plan.candidates.map(({ id, sizing, most }, k): Robust => {
    const holds = (x: ArrayLike<number>) => x[k]! > 0;
    const inShare = good.filter(({ evaluation }) => holds(evaluation.x)).length / good.length;
    return {
      candidate: id,
      inShare,
      always: inShare === 1 && isWorse(k, [0, 0]),
      never: inShare === 0 && isWorse(k, [sizing === "on-off" ? 1 : LEAST_SHARE * most, most]),
    };
  });
  return { candidates, portfolios: good.length, goodUsd };
}
