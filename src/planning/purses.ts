import type { Atom } from "./evaluator.ts";
import type { JudgedPortfolio } from "./judged.ts";
import { discountedCandidateUsd } from "./money.ts";
import type { Plan } from "./plan.ts";
import type { Purse } from "./plan-report.ts";

/**
 * What budgets count for each chosen stockpile and price floor, and beside it what the month simulation expects it to
 * pay: purchases less sales of a stockpile, top-ups of a floor; both discounted, the second a mean over the futures.
 */
export function pursesOf(plan: Plan, atoms: readonly Atom[], judged: JudgedPortfolio): Purse[] {
  return plan.candidates.flatMap((candidate, k): Purse[] => {
    const scale = judged.x[k]!;
    const paid = judged.atoms.map((atom) => atom.paid.find((p) => p.candidate === candidate.id));
    if (!(scale > 0) || !paid.some((p) => p !== undefined)) return [];
    return [
      {
        candidate: candidate.id,
        chargedUsd: scale * discountedCandidateUsd(plan, candidate),
        expectedUsd: paid.reduce((sum, p, s) => sum + atoms[s]!.probability * (p?.usd ?? 0), 0),
      },
    ];
  });
}
