import type { Part } from "./result.ts";

/** Amounts by country as parts of a whole, the largest first, equal ones by code. */
export function partsOf(amounts: ReadonlyMap<string, number>, total: number, inTonnes = true): Part[] {
  return [...amounts]
    .filter(([, amount]) => amount > 0)
    .map(([country, amount]) => ({ country, share: amount / total, tonnes: inTonnes ? amount : null }))
    .sort((a, b) => b.share - a.share || (a.country < b.country ? -1 : 1));
}

/** Adds up amounts by country. */
export function sumBy<R>(
  rows: readonly R[],
  country: (row: R) => string,
  amount: (row: R) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(country(row), (sums.get(country(row)) ?? 0) + amount(row));
  return sums;
}

const OTHERS = "OTH";

/**
 * Shares as a source prints them: those of countries, those it only calls less than a bound, and what is left to others,
 * which the bounded ones belong to.
 */
export function sharesOf(
  rows: readonly { readonly country: string; readonly share: number; readonly below: boolean }[],
): {
  named: Part[];
  under: Part[];
  othersShare: number;
} {
  const countries = rows.filter((r) => r.country !== OTHERS);
  const amounts = sumBy(
    countries.filter((r) => !r.below),
    (r) => r.country,
    (r) => r.share,
  );
  const bounds = sumBy(
    countries.filter((r) => r.below),
    (r) => r.country,
    (r) => r.share,
  );
  const sum = [...amounts.values()].reduce((a, b) => a + b, 0);
  return {
    // rounded shares may add up to more than one
    named: partsOf(amounts, Math.max(1, sum), false),
    under: partsOf(bounds, 1, false),
    othersShare: Math.max(0, 1 - sum),
  };
}
