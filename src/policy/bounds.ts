import type { MonthTerms } from "./lever.ts";

/** Lowers an upper bound (never raises it); a promise to ship (a lower bound above 0) yields to it. */
export function limit(terms: MonthTerms, activity: number, upperBound: number): void {
  if (upperBound >= terms.upperBound[activity]!) return;
  terms.upperBound[activity] = upperBound;
  if (terms.lowerBound[activity]! > upperBound) terms.lowerBound[activity] = upperBound;
}

/** Tonnes that count as the whole of an activity: its bound, or its ordinary level when it has none. */
export function ceiling(terms: MonthTerms, activity: number, baseLevel: number): number {
  const bound = terms.upperBound[activity]!;
  return Number.isFinite(bound) ? bound : baseLevel;
}
