import { changeBetween, type PortfolioChange } from "./changes.ts";
import type { CutPool } from "./cuts.ts";
import type { Atom } from "./evaluator.ts";
import { costWeightOf, discountedCandidateUsd, objectiveOf } from "./money.ts";
import type { Plan } from "./plan.ts";
import { keepsRules, rulesOf } from "./rules.ts";

/** How much dearer or cheaper a candidate has to be for the choice to change, over evaluated portfolios. */
export interface CostFactor {
  readonly candidate: string;
  readonly chosen: boolean;
  /**
   * Its cost times this, all else as planned: chosen, above it the best portfolio is without it; not chosen, below it the best
   * one has it. Null: it stays at any cost, or does not come even for a thousandth of its cost.
   */
  readonly factor: number | null;
  /** ends of its own range of costs, as factors of the central one */
  readonly low: number;
  readonly high: number;
  /** what the portfolio becomes; null where no evaluated one keeps the rules any more, or none comes */
  readonly change: PortfolioChange | null;
}

/**
 * Cost factors of every candidate that costs something. Those without the candidate keep their objective and budgets
 * whatever it costs, so its own portfolios stay the better up to the smallest factor at which a budget or the objective is
 * passed: no search is needed.
 */
export function costFactors(
  plan: Plan,
  atoms: readonly Atom[],
  pool: CutPool,
  x: ArrayLike<number>,
  { budgetMultiple = 1 }: { budgetMultiple?: number } = {},
): CostFactor[] {
  const probability = atoms.map((atom) => atom.probability);
  const rules = rulesOf({ ...plan, budgets: [] });
  const known = pool.evaluations
    .filter((evaluation) => keepsRules(plan, rules, evaluation.x))
    .map((evaluation) => ({ x: evaluation.x, usd: objectiveOf(plan, evaluation, probability).objectiveUsd }));
  const budgets = plan.budgets.map(({ payer, fromYear, toYear, mostUsd }) => ({
    mostUsd: mostUsd * budgetMultiple,
    usdAtOne: plan.candidates.map(({ costs }) =>
      costs.reduce((sum, c) => (c.payer === payer && c.year >= fromYear && c.year <= toYear ? sum + c.usd : sum), 0),
    ),
  }));
  type Known = (typeof known)[number];

  /** the factor of a candidate's cost up to which a portfolio keeps the budgets */
  const affordable = (portfolio: Known, k: number) =>
    budgets.reduce((most, { mostUsd, usdAtOne }) => {
      const spentUsd = usdAtOne.reduce((sum, usd, j) => sum + usd * portfolio.x[j]!, 0);
      const ownUsd = usdAtOne[k]! * portfolio.x[k]!;
      const roomUsd = mostUsd - spentUsd + SLACK_SHARE * Math.max(mostUsd, ...usdAtOne);
      if (ownUsd > 0) return Math.min(most, 1 + roomUsd / ownUsd);
      return roomUsd < 0 ? Number.NEGATIVE_INFINITY : most;
    }, Number.POSITIVE_INFINITY);

  return plan.candidates.flatMap((candidate, k): CostFactor[] => {
    const costUsd = candidate.costs.reduce((sum, { usd }) => sum + usd, 0);
    if (!(costUsd > 0)) return [];
    const holds = ({ x: scales }: Known) => scales[k]! > 0;
    const without = best(known.filter((p) => !holds(p) && affordable(p, k) >= 1));
    const weightedUsd = costWeightOf(plan) * discountedCandidateUsd(plan, candidate);
    let factor = Number.NEGATIVE_INFINITY;
    let own: Known | undefined;
    for (const portfolio of known.filter(holds)) {
      const worthIt = without ? 1 + (without.usd - portfolio.usd) / (weightedUsd * portfolio.x[k]!) : Infinity;
      const most = Math.min(affordable(portfolio, k), worthIt);
      if (most <= factor) continue;
      factor = most;
      own = portfolio;
    }
    const chosen = x[k]! > 0;
    const isTold = Number.isFinite(factor) && factor >= LEAST_FACTOR;
    const next = chosen ? without : isTold ? own : undefined;
    return [
      {
        candidate: candidate.id,
        chosen,
        factor: isTold ? (chosen ? Math.max(1, factor) : Math.min(1, factor)) : null,
        low: candidate.costRangeUsd.low / costUsd,
        high: candidate.costRangeUsd.high / costUsd,
        change: next ? changeBetween(plan, x, next.x) : null,
      },
    ];
  });
}

/** Below it a factor is next to nothing, or rounding: what avoids nothing is worth having for nothing. */
const LEAST_FACTOR = 1e-3;

/** Budgets are judged no more strictly than {@link keepsRules} does. */
const SLACK_SHARE = 1e-6;

function best<P extends { readonly usd: number }>(portfolios: readonly P[]): P | undefined {
  return portfolios.reduce<P | undefined>((found, p) => (found && found.usd <= p.usd ? found : p), undefined);
}
