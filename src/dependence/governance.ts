import type { Statistics } from "../dataset/index.ts";

/** Governance estimates by country: the mean of the six, and political stability alone. */
export interface Governance {
  readonly mean: ReadonlyMap<string, number>;
  readonly stability: ReadonlyMap<string, number>;
  readonly year: number | null;
  readonly source: string;
}

const SIX = 6;

/** The newest year of the governance table. A country without all six has no mean. */
export function governanceOf({ governance }: Statistics): Governance {
  const year = governance.reduce<number | null>((latest, row) => Math.max(latest ?? row.year, row.year), null);
  const rows = governance.filter((row) => row.year === year);
  const byCountry = new Map<string, number[]>();
  for (const row of rows) byCountry.set(row.country, [...(byCountry.get(row.country) ?? []), row.estimate]);
  return {
    mean: new Map(
      [...byCountry]
        .filter(([, estimates]) => estimates.length === SIX)
        .map(([country, estimates]) => [country, estimates.reduce((a, b) => a + b, 0) / SIX]),
    ),
    stability: new Map(
      rows.filter((row) => row.indicator === "political-stability").map((row) => [row.country, row.estimate]),
    ),
    year,
    source: rows[0]?.source ?? "",
  };
}
