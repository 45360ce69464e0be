import { canBruteForce } from "./brute-force.ts";
import { conflictOf, PlanConflictError } from "./conflicts.ts";
import { type CutPool, createCutPool, worstCutShare } from "./cuts.ts";
import type { Evaluation, Evaluator } from "./evaluator.ts";
import { loadHighs } from "./highs.ts";
import { openMaster } from "./master.ts";
import { objectiveOf } from "./money.ts";
import type { Plan } from "./plan.ts";
import { keepsRules, rulesOf } from "./rules.ts";
import type { Solution, SolveProgress } from "./solution.ts";

export interface SolveOptions {
  readonly onProgress?: (progress: SolveProgress) => void;
  /** budgets times this; 1 when absent */
  readonly budgetMultiple?: number;
  /** evaluations made before, to which new ones are added; a pool of its own when absent */
  readonly pool?: CutPool;
  /** by atom, in place of the atoms' own: what if this future were sure? */
  readonly probability?: ArrayLike<number>;
  /** by candidate: the smallest and largest scale allowed, in place of 0 and `most` */
  readonly scales?: readonly (readonly [number, number])[];
  /** the search ends after so many new evaluations, with whatever gap is left; the default is far above what is needed */
  readonly mostEvaluations?: number;
}

/** A bound above an objective by less is rounding; by more, losses are not convex or a slope is wrong. */
const ROUNDING_SHARE = 1e-5;
/** The relaxed search is for cuts; closer than this it only delays the whole one. */
const RELAXED_GAP_SHARE = 0.001;
/** The gap of a plan that brute force can check, whatever gap it asks for: nothing but rounding. */
const EXACT_GAP_SHARE = 1e-9;
/** A search that has not ended after so many evaluations ends there and says how wide its gap still is. */
const MOST_EVALUATIONS = 1000;

/**
 * The portfolio with the least cost and loss under the plan's rules, to within its gap: the L-shaped method with one cut
 * for each atom (Benders 1962; Van Slyke and Wets 1969), relaxed first, then with whole numbers.
 *
 * Where brute force could try every portfolio the gap is closed whatever the plan allows, so both give the same answer.
 * The lower bound is HiGHS's own; the upper is the best portfolio evaluated that keeps the rules.
 * Errors: {@link PlanConflictError} where no portfolio keeps the rules, with a set of them that contradict each other, none of which can be left out.
 */
export async function solvePlan(plan: Plan, evaluator: Evaluator, options: SolveOptions = {}): Promise<Solution> {
  const pool = options.pool ?? createCutPool();
  const { budgetMultiple = 1, mostEvaluations = MOST_EVALUATIONS } = options;
  const gapShare = canBruteForce(plan) ? Math.min(plan.gapShare, EXACT_GAP_SHARE) : plan.gapShare;
  const rules = rulesOf(plan, budgetMultiple);
  const probability = options.probability ?? evaluator.atoms.map((atom) => atom.probability);
  const scales = options.scales ?? plan.candidates.map(({ most }) => [0, most] as const);
  const highs = await loadHighs();
  const conflict = conflictOf(highs, plan, { budgetMultiple, scales });
  if (conflict) throw new PlanConflictError(conflict);

  let phase: SolveProgress["phase"] = "relaxed";
  let iterations = 0;
  let clearings = 0;
  let lowerBoundUsd = Number.NEGATIVE_INFINITY;
  const allowed = (x: ArrayLike<number>) => scales.every(([low, high], k) => x[k]! >= low && x[k]! <= high);
  const best = (relaxed: boolean) => {
    let found: { evaluation: Evaluation; usd: number } | undefined;
    for (const evaluation of pool.evaluations) {
      if (!allowed(evaluation.x) || !keepsRules(plan, rules, evaluation.x, relaxed)) continue;
      const usd = objectiveOf(plan, evaluation, probability).objectiveUsd;
      if (!found || usd < found.usd) found = { evaluation, usd };
    }
    return found;
  };
  const gapTo = (usd: number | undefined) =>
    usd === undefined ? Number.POSITIVE_INFINITY : gapShareOf(usd, lowerBoundUsd);
  const tell = () => {
    const bestUsd = best(false)?.usd;
    options.onProgress?.({
      phase,
      iterations,
      clearings,
      bestUsd: bestUsd ?? Number.POSITIVE_INFINITY,
      lowerBoundUsd,
      gapShare: gapTo(bestUsd),
    });
  };
  const evaluate = async (x: Float64Array) => {
    const evaluation = await evaluator.evaluate(x);
    if (!pool.add(evaluation)) return;
    iterations++;
    clearings += evaluation.clearings;
    tell();
  };

  const nothing = new Float64Array(plan.candidates.length);
  if (!pool.find(nothing)) await evaluate(nothing);
  const unitUsd = unitFor(pool);
  const master = openMaster(highs, { plan, rules, probability, scales, unitUsd });
  try {
    // relaxed: cuts are cheapest to find where on/off candidates may be a half; a step goes half way from the best point
    // known towards the master's optimum, which keeps it from jumping from corner to corner (in-out, Ben-Ameur and Neto 2007)
    while (iterations < Math.ceil(mostEvaluations / 2)) {
      const answer = master.solve(pool, false, 0);
      if (!answer) throw new Error("the relaxed problem has no answer though the rules can be kept");
      lowerBoundUsd = Math.max(lowerBoundUsd, answer.boundUsd);
      const inner = best(true);
      if (gapTo(inner?.usd) <= Math.max(RELAXED_GAP_SHARE, gapShare / 2) || gapTo(best(false)?.usd) <= gapShare) break;
      const between = inner
        ? answer.x.map((scale, k) => inner.evaluation.x[k]! + 0.5 * (scale - inner.evaluation.x[k]!))
        : answer.x;
      const point = pool.find(between) ? answer.x : between;
      if (pool.find(point)) break; // the master's optimum is evaluated already: the cuts are exact there
      await evaluate(point);
    }
    phase = "whole";
    // how exactly the master is solved: no more than the gap still open deserves
    let masterShare = 1;
    for (;;) {
      const open = gapTo(best(false)?.usd);
      if (open <= gapShare) break;
      masterShare = Math.min(masterShare, Math.max(open, gapShare) / 4);
      const answer = master.solve(pool, true, masterShare);
      if (!answer) throw new Error("the master problem has no answer though the rules can be kept");
      lowerBoundUsd = Math.max(lowerBoundUsd, answer.boundUsd);
      if (iterations >= mostEvaluations || gapTo(best(false)?.usd) <= gapShare) break;
      if (!pool.find(answer.x)) await evaluate(answer.x);
      else if (masterShare === 0)
        break; // its cuts are exact there: there is no better portfolio
      else masterShare = masterShare < 1e-6 ? 0 : masterShare / 4;
    }
    tell();
  } finally {
    master.close();
  }
  const found = best(false);
  const broken = found && lowerBoundUsd - found.usd > ROUNDING_SHARE * Math.max(Math.abs(found.usd), unitUsd * 1000);
  if (broken)
    throw new Error(
      `the bound ${lowerBoundUsd} is above the objective ${found.usd} of a portfolio: cuts are above losses by ${worstCutShare(pool)} of the largest loss`,
    );
  if (!found) throw new Error(`no whole portfolio found within ${mostEvaluations} evaluations`);
  return solutionOf(plan, pool, found.evaluation, probability, { lowerBoundUsd, iterations, clearings });
}

/** (objective − bound) / |objective|, of a dollar at least; never negative: a bound above the objective is so by rounding. */
export function gapShareOf(objectiveUsd: number, lowerBoundUsd: number): number {
  const gapUsd = Math.max(0, objectiveUsd - lowerBoundUsd);
  return gapUsd / Math.max(1, Math.abs(objectiveUsd));
}

/** An evaluated portfolio as a solution with its bound; the pool of a search knows what is lost without measures. */
export function solutionOf(
  plan: Plan,
  pool: CutPool,
  evaluation: Evaluation,
  probability: ArrayLike<number>,
  { lowerBoundUsd, iterations, clearings }: Pick<Solution, "lowerBoundUsd" | "iterations" | "clearings">,
): Solution {
  const parts = objectiveOf(plan, evaluation, probability);
  const bound = Math.min(lowerBoundUsd, parts.objectiveUsd);
  const nothing = pool.find(new Float64Array(plan.candidates.length))!;
  const savedAtMostUsd = objectiveOf(plan, nothing, probability).objectiveUsd - bound;
  return {
    x: [...evaluation.x],
    ...parts,
    lowerBoundUsd: bound,
    gapShare: gapShareOf(parts.objectiveUsd, bound),
    missedShare: missedShareOf(parts.objectiveUsd - bound, savedAtMostUsd),
    lossUsdByAtom: [...evaluation.lossUsd],
    iterations,
    clearings,
  };
}

function missedShareOf(openUsd: number, savedAtMostUsd: number): number | null {
  if (openUsd === 0) return 0;
  return savedAtMostUsd > 0 ? openUsd / savedAtMostUsd : null;
}

/** A power of ten that brings the largest loss of a pool to between 1,000 and 10,000. */
export function unitFor(pool: CutPool): number {
  const largest = Math.max(1, ...pool.evaluations[0]!.lossUsd.map(Math.abs));
  return 10 ** (Math.floor(Math.log10(largest)) - 3);
}
