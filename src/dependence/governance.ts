import type { Statistics } from "../dataset/index.ts";

/** Governance estimates by country: the mean of the six, and political stability alone. */
export interface Governance {
  readonly mean: ReadonlyMap<string, number>;
  readonly stability: ReadonlyMap<string, number>;
  /** the year of the estimates, or the first and last where countries differ; null without any */
  readonly year: string | null;
  readonly source: string;
}

const SIX = 6;

const known = new WeakMap<Statistics["governance"], Governance>();

/** The estimates of a table, found once per table: it must not change afterwards. */
export function governanceOf({ governance }: Pick<Statistics, "governance">): Governance {
  const found = known.get(governance) ?? estimatesOf({ governance });
  known.set(governance, found);
  return found;
}

/** Each country's newest year of the governance table. A country without all six of one year has no mean of it. */
function estimatesOf({ governance }: Pick<Statistics, "governance">): Governance {
  const years = new Map<string, Map<number, typeof governance>>();
  for (const row of governance) {
    const ofCountry = years.get(row.country) ?? new Map<number, typeof governance>();
    ofCountry.set(row.year, [...(ofCountry.get(row.year) ?? []), row]);
    years.set(row.country, ofCountry);
  }
  const mean = new Map<string, number>();
  const stability = new Map<string, number>();
  const used = new Set<number>();
  for (const [country, byYear] of years) {
    const newestFirst = [...byYear].sort(([a], [b]) => b - a);
    const whole = newestFirst.find(([, rows]) => new Set(rows.map((r) => r.indicator)).size === SIX);
    if (whole) {
      mean.set(country, whole[1].reduce((sum, r) => sum + r.estimate, 0) / SIX);
      used.add(whole[0]);
    }
    for (const [year, rows] of newestFirst) {
      const stable = rows.find((r) => r.indicator === "political-stability");
      if (!stable) continue;
      stability.set(country, stable.estimate);
      used.add(year);
      break;
    }
  }
  const span = [...used].sort((a, b) => a - b);
  const [first, last] = [span[0], span[span.length - 1]];
  return {
    mean,
    stability,
    year: first === undefined ? null : first === last ? `${first}` : `${first}–${last}`,
    source: [...new Set(governance.map((r) => r.source))].sort().join(" + "),
  };
}
