import type { Evaluation, Evaluator } from "./evaluator.ts";
import { objectiveOf } from "./money.ts";
import type { Plan } from "./plan.ts";
import { keepsRules, rulesOf } from "./rules.ts";

/** 4,096 portfolios. */
export const MOST_BY_BRUTE_FORCE = 12;

/** Whether a plan is small enough for every portfolio to be tried: it is then solved until none is better, too. */
export function canBruteForce({ candidates }: Pick<Plan, "candidates">): boolean {
  return candidates.length <= MOST_BY_BRUTE_FORCE && candidates.every(({ sizing }) => sizing === "on-off");
}

export interface BruteForce {
  /** the best of all; undefined where no portfolio keeps the rules */
  readonly best: (Evaluation & { readonly objectiveUsd: number }) | undefined;
  /** how many keep the rules and were evaluated */
  readonly portfolios: number;
}

/**
 * Evaluates every portfolio of at most {@link MOST_BY_BRUTE_FORCE} on/off candidates that keeps the rules: the oracle
 * {@link solvePlan} is tested against. Errors: RangeError where there are more, or scalable ones.
 */
export async function bruteForce(
  plan: Plan,
  evaluator: Evaluator,
  {
    budgetMultiple = 1,
    onProgress,
  }: { budgetMultiple?: number; onProgress?: (done: number, total: number) => void } = {},
): Promise<BruteForce> {
  const n = plan.candidates.length;
  const scalable = plan.candidates.filter(({ sizing }) => sizing === "scalable").map(({ id }) => id);
  if (n > MOST_BY_BRUTE_FORCE || scalable.length > 0) {
    const also = scalable.length > 0 ? `, ${scalable.length} of them scalable (${scalable.join(", ")})` : "";
    throw new RangeError(
      `brute force tries every portfolio of at most ${MOST_BY_BRUTE_FORCE} on/off candidates; the plan has ${n}${also}`,
    );
  }
  const rules = rulesOf(plan, budgetMultiple);
  const probability = evaluator.atoms.map((atom) => atom.probability);
  const portfolios = Array.from({ length: 2 ** n }, (_, bits) =>
    Float64Array.from({ length: n }, (_, k) => (bits >> k) & 1),
  ).filter((x) => keepsRules(plan, rules, x));
  let best: BruteForce["best"];
  for (const [done, x] of portfolios.entries()) {
    const evaluation = await evaluator.evaluate(x);
    const { objectiveUsd } = objectiveOf(plan, evaluation, probability);
    if (!best || objectiveUsd < best.objectiveUsd) best = { ...evaluation, objectiveUsd };
    onProgress?.(done + 1, portfolios.length);
  }
  return { best, portfolios: portfolios.length };
}
