import { sumOf } from "./check.ts";

/** A country and what it supplies, in any unit that adds up. */
export interface Supplier {
  readonly country: string;
  readonly tonnes: number;
}

/**
 * The largest supplier and its share of the whole, 0 to 1; of two equal ones the first by code. Null where nothing is supplied.
 * Errors: RangeError for a negative amount.
 */
export function largestSupplier(suppliers: readonly Supplier[]): { country: string; share: number } | null {
  const total = sumOf(
    "tonnes",
    suppliers.map((s) => s.tonnes),
  );
  if (total === 0) return null;
  const [first] = [...suppliers].sort((a, b) => b.tonnes - a.tonnes || (a.country < b.country ? -1 : 1));
  return { country: first!.country, share: first!.tonnes / total };
}
