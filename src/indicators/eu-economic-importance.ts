import { requireRange } from "./check.ts";

/** One use of a material and the sector that it goes into. */
export interface EuUse {
  /** share of the material's use in the EU, 0 to 1 */
  readonly share: number;
  /** value added of the NACE Rev. 2 two-digit sector, million EUR */
  readonly valueAddedMillionEur: number;
}

/**
 * Economic importance of the EU's criticality assessment:
 *
 *     EI = Σ over uses ( share × value added ) × SI_EI ÷ value added of the largest manufacturing sector × 10
 *
 * 0 to 10; 2.8 and more is critical when supply risk is 1.0 or more. Variants 2017 and 2023 have one form; each takes
 * the mean value added of the five years of its own study, so their scales differ.
 * @param largestSectorMillionEur value added of the largest two-digit manufacturing sector in the same years, million EUR
 * Source: European Commission 2017 (methodology) and 2023 (study). Errors: RangeError.
 */
export function euEconomicImportance(
  uses: readonly EuUse[],
  substitutionIndex: number,
  largestSectorMillionEur: number,
): number {
  requireRange("substitution index", substitutionIndex, 0, 1);
  requireRange("largest sector's value added", largestSectorMillionEur, Number.MIN_VALUE, Number.MAX_VALUE);
  let shares = 0;
  let value = 0;
  for (const use of uses) {
    requireRange("share of use", use.share, 0, 1);
    requireRange("value added", use.valueAddedMillionEur, 0, largestSectorMillionEur);
    shares += use.share;
    value += use.share * use.valueAddedMillionEur;
  }
  requireRange("sum of the shares of use", shares, 0, 1 + ROUNDING);
  return ((value * substitutionIndex) / largestSectorMillionEur) * 10;
}

const ROUNDING = 0.05;
