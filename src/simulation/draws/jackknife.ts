import type { SensitivityIndex } from "./given-data.ts";

/** Draws are dealt to this many groups in turn; leaving each out once shows how sure an estimate is. */
export const GROUPS = 10;

/**
 * An estimate and its standard error by leaving out one group of draws at a time (Quenouille 1956, Tukey 1958):
 * √(9/10 Σ (θ₋g − their mean)²) over ten groups g.
 * @param dealt how many draws or blocks were dealt to the groups; below ten some are empty and there is no error to tell
 * @param estimate of all groups but one (−1 = of all); NaN where there is none
 */
export function jackknife(dealt: number, estimate: (without: number) => number): SensitivityIndex {
  const value = estimate(-1);
  if (Number.isNaN(value)) return { value: null, standardError: null };
  if (dealt < GROUPS) return { value, standardError: null };
  const parts = Array.from({ length: GROUPS }, (_, g) => estimate(g));
  if (parts.some((part) => Number.isNaN(part))) return { value, standardError: null };
  const mean = parts.reduce((a, b) => a + b, 0) / GROUPS;
  const spread = parts.reduce((sum, part) => sum + (part - mean) * (part - mean), 0);
  return { value, standardError: Math.sqrt(((GROUPS - 1) / GROUPS) * spread) };
}
