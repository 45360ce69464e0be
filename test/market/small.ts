import { buildNetwork } from "../../src/market/network.ts";
import type { Network, Terms } from "../../src/market/problem.ts";

/** One activity of a network small enough to work out by hand. Bounds default to 0 … ∞, the reference level to 0. */
export interface Line {
  readonly name: string;
  readonly entries: Record<string, number>;
  readonly cost: number;
  readonly slope: number;
  readonly reference?: number;
  readonly lower?: number;
  readonly upper?: number;
}

/** Markets are those that the lines name, in order; turnover 100 t, typical price 10 USD/t. */
export function small(
  lines: readonly Line[],
  extraMarkets: readonly string[] = [],
): { network: Network; terms: Terms } {
  const names = [...new Set([...lines.flatMap(({ entries }) => Object.keys(entries)), ...extraMarkets])];
  const network = buildNetwork(
    names.map((name) => ({ name, turnoverTonnes: 100, typicalPriceUsdPerTonne: 10 })),
    lines.map(({ name, entries }) => ({
      name,
      entries: Object.entries(entries).map(([market, coefficient]) => ({ market: names.indexOf(market), coefficient })),
    })),
  );
  const terms = {
    referenceLevel: Float64Array.from(lines, ({ reference }) => reference ?? 0),
    lowerBound: Float64Array.from(lines, ({ lower }) => lower ?? 0),
    upperBound: Float64Array.from(lines, ({ upper }) => upper ?? Infinity),
    marginalCost: Float64Array.from(lines, ({ cost }) => cost),
    slope: Float64Array.from(lines, ({ slope }) => slope),
  };
  return { network, terms };
}
