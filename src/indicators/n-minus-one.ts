import { requireRange } from "./check.ts";
import { largestSupplier, type Supplier } from "./largest-supplier.ts";

/**
 * N−1 coverage: the share of today's need that is left when the largest supplier stops and the others deliver what they do now,
 * plus what they could add. 1 is full cover. The criterion of electricity and gas networks (EU Regulation 2017/1938,
 * annex II), which there compares capacities.
 * @param need tonnes; suppliers' tonnes and spare capacity in the same unit
 * @param spareTonnes what the other suppliers could deliver on top of it, 0 if unknown
 * Errors: RangeError for a negative amount.
 */
export function nMinusOneCoverage(
  suppliers: readonly Supplier[],
  need: number = suppliers.reduce((sum, s) => sum + s.tonnes, 0),
  spareTonnes = 0,
): { without: string; coverage: number } | null {
  requireRange("need", need, 0, Number.MAX_VALUE);
  requireRange("spareTonnes", spareTonnes, 0, Number.MAX_VALUE);
  const largest = largestSupplier(suppliers);
  if (largest === null || need === 0) return null;
  const left = suppliers.filter((s) => s.country !== largest.country).reduce((sum, s) => sum + s.tonnes, 0);
  return { without: largest.country, coverage: Math.min(1, (left + spareTonnes) / need) };
}
