import type { Plan } from "./plan.ts";

/** What another portfolio has that one lacks, has more of, has less of and lacks: ids of candidates. */
export interface PortfolioChange {
  readonly adds: readonly string[];
  readonly more: readonly string[];
  readonly less: readonly string[];
  readonly drops: readonly string[];
}

/** A difference of scales below this is none: solvers leave such crumbs. */
const CRUMB = 1e-6;

/** What changes from one portfolio to another; scales in the order of the plan. */
export function changeBetween(
  { candidates }: Pick<Plan, "candidates">,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
): PortfolioChange {
  const named = (differs: (before: number, after: number) => boolean) =>
    candidates.flatMap(({ id }, k) => (differs(from[k]!, to[k]!) ? [id] : []));
  return {
    adds: named((before, after) => before <= CRUMB && after > CRUMB),
    more: named((before, after) => before > CRUMB && after > before + CRUMB),
    less: named((before, after) => after > CRUMB && after < before - CRUMB),
    drops: named((before, after) => before > CRUMB && after <= CRUMB),
  };
}
