import { requireRange, sumOf } from "./check.ts";

/**
 * Herfindahl–Hirschman index of concentration: Σ share², from 1/n (n equal parts) to 1 (one alone). Parts need not sum
 * to one: they are divided by their sum. Times 10,000 it is the index in points as authorities print it.
 * @param parts tonnes, values or shares, none negative
 * @returns null where all parts are zero
 * Source: Herfindahl 1950; Hirschman 1964. Errors: RangeError naming the value.
 */
export function hhi(parts: readonly number[]): number | null {
  const total = sumOf("part", parts);
  if (total === 0) return null;
  return parts.reduce((sum, part) => sum + (part / total) * (part / total), 0);
}

/**
 * HHI in which each country counts with a weight, such as bad governance or a trade restriction: Σ share² × weight.
 * @param parts tonnes, values or shares, none negative
 * @param weights one per part, none negative; the unit of the result is the weight's
 * Source: EU methodology 2017, HHI_WGI,t (weights: rescaled WGI × t). Errors: RangeError.
 */
export function weightedHhi(parts: readonly number[], weights: readonly number[]): number | null {
  if (weights.length !== parts.length)
    throw new RangeError(`got ${weights.length} weights for ${parts.length} parts, expected one each`);
  const total = sumOf("part", parts);
  if (total === 0) return null;
  return parts.reduce((sum, part, i) => {
    requireRange("weight", weights[i]!, 0, Number.MAX_VALUE);
    return sum + (part / total) * (part / total) * weights[i]!;
  }, 0);
}

/**
 * The range of the HHI when part of the whole is known only as a sum of others: least if the others are infinitely
 * small, most if they are one country, but no larger than the largest that is known by name.
 * @param parts by country, same unit as `others`
 */
export function hhiRange(parts: readonly number[], others: number): { least: number; most: number } | null {
  const total = sumOf("part", [...parts, others]);
  if (total === 0) return null;
  const named = parts.reduce((sum, part) => sum + (part / total) * (part / total), 0);
  const largest = parts.reduce((most, part) => Math.max(most, part), 0);
  if (largest === 0) return { least: 0, most: 1 };
  const whole = Math.floor(others / largest);
  const rest = others - whole * largest;
  return { least: named, most: named + (whole * largest * largest + rest * rest) / (total * total) };
}
