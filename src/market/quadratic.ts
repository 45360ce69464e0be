import type { Terms } from "./problem.ts";

/**
 * The objective Σ c x + ½ q (x − x̂)² multiplied out for solvers: Σ (c − q x̂) x + ½ q x², plus a constant Σ ½ q x̂²
 * that most of them leave aside.
 */
export function multipliedOut(terms: Terms): { linear: Float64Array; constantUsd: number } {
  const { marginalCost, slope, referenceLevel } = terms;
  let constantUsd = 0;
  const linear = marginalCost.map((c, a) => {
    constantUsd += 0.5 * slope[a]! * referenceLevel[a]! ** 2;
    return c - slope[a]! * referenceLevel[a]!;
  });
  return { linear, constantUsd };
}
