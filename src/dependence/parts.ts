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
