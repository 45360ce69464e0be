import { sumOf } from "./check.ts";
import type { Supplier } from "./largest-supplier.ts";

/** Shares of the origins in a country's imports, the largest first, equal ones by code; empty where nothing is imported. */
export function importShares(origins: readonly Supplier[]): { country: string; share: number }[] {
  const total = sumOf(
    "tonnes",
    origins.map((o) => o.tonnes),
  );
  if (total === 0) return [];
  const byCountry = new Map<string, number>();
  for (const { country, tonnes } of origins) byCountry.set(country, (byCountry.get(country) ?? 0) + tonnes);
  return [...byCountry]
    .map(([country, tonnes]) => ({ country, share: tonnes / total }))
    .filter((o) => o.share > 0)
    .sort((a, b) => b.share - a.share || (a.country < b.country ? -1 : 1));
}
