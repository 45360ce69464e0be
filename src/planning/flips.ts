import { changeBetween, type PortfolioChange } from "./changes.ts";
import type { CutPool } from "./cuts.ts";
import type { Atom } from "./evaluator.ts";
import { knownPortfolios } from "./good.ts";
import { costWeightOf, discountedCostUsd, tailLoss, worstFirst } from "./money.ts";
import type { Plan } from "./plan.ts";

/** The probability of a future, nearest to what the plan says, at which another evaluated portfolio becomes the best. */
export interface Flip extends PortfolioChange {
  readonly future: string;
  /** what the plan says */
  readonly from: number;
  /** null: the choice stands at every probability */
  readonly at: number | null;
}

const NO_CHANGE: PortfolioChange = { adds: [], more: [], less: [], drops: [] };

const STEPS = 400;

/**
 * For each future the probabilities above and below the plan's at which the choice `x` is no longer the best of the
 * evaluated portfolios within the budget; the other futures share the rest as they did. With a tail the objective is
 * concave in the probability, not linear: it is looked at in {@link STEPS} steps, and the step where it flips is halved.
 */
export function flips(
  plan: Plan,
  atoms: readonly Atom[],
  pool: CutPool,
  x: ArrayLike<number>,
  { budgetMultiple = 1 }: { budgetMultiple?: number } = {},
): Flip[] {
  const own = atoms.map(({ probability }) => probability);
  const rivals = knownPortfolios(plan, pool, own, budgetMultiple).map(({ evaluation }) => ({
    x: evaluation.x,
    lossUsd: evaluation.lossUsd,
    costUsd: costWeightOf(plan) * discountedCostUsd(plan, evaluation.x),
    order: worstFirst(evaluation.lossUsd),
  }));
  type Rival = (typeof rivals)[number];
  const chosen = rivals.find((rival) => rival.x.every((scale, k) => scale === x[k]));
  if (!chosen) throw new Error("flips are told of a portfolio that was evaluated and keeps the rules");
  const { tailWeight, tailShare } = plan.objective;

  return plan.futures.flatMap(({ id, probability: from }) => {
    const draws = atoms.filter(({ future }) => future === id).length;
    const probabilityAt = (q: number) =>
      atoms.map(({ future, probability }) =>
        future === id ? q / draws : from < 1 ? (probability * (1 - q)) / (1 - from) : (1 - q) / (atoms.length - draws),
      );
    const usd = ({ costUsd, lossUsd, order }: Rival, probability: readonly number[]) => {
      const mean = lossUsd.reduce((sum, loss, s) => sum + probability[s]! * loss, 0);
      const tail = tailWeight > 0 ? tailLoss(lossUsd, probability, tailShare, order) : 0;
      return costUsd + (1 - tailWeight) * mean + tailWeight * tail;
    };
    /** who beats the choice at a probability by more than rounding */
    const winnerAt = (q: number): Rival | undefined => {
      const probability = probabilityAt(q);
      const mine = usd(chosen, probability);
      let best: Rival | undefined;
      let bestUsd = mine - 1e-9 * Math.abs(mine);
      for (const rival of rivals) {
        const value = usd(rival, probability);
        if (value >= bestUsd) continue;
        best = rival;
        bestUsd = value;
      }
      return best;
    };
    const towards = (end: number): Flip | undefined => {
      if (end === from) return undefined;
      if (atoms.length === draws) return undefined; // the only future there is
      for (let step = 1; step <= STEPS; step++) {
        let stands = from + ((end - from) * (step - 1)) / STEPS;
        let flipped = step === STEPS ? end : from + ((end - from) * step) / STEPS;
        if (!winnerAt(flipped)) continue;
        for (let i = 0; i < 40; i++) {
          const middle = (stands + flipped) / 2;
          if (winnerAt(middle)) flipped = middle;
          else stands = middle;
        }
        return { future: id, from, at: flipped, ...changeBetween(plan, chosen.x, winnerAt(flipped)!.x) };
      }
      return undefined;
    };
    const both = [towards(0), towards(1)].filter((flip) => flip !== undefined);
    return both.length > 0 ? both : [{ future: id, from, at: null, ...NO_CHANGE }];
  });
}
