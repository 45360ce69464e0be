import fc from "fast-check";
import { mulberry32 } from "../../bench/market/synthetic.ts";
import { type ActivitySpec, buildNetwork, type MarketSpec } from "../../src/market/network.ts";
import type { Network, Terms } from "../../src/market/problem.ts";

export interface RandomMonth {
  readonly markets: readonly MarketSpec[];
  readonly activities: readonly ActivitySpec[];
  readonly terms: Terms;
  readonly network: Network;
}

export interface Recipe {
  readonly seed: number;
  readonly markets: number;
  readonly activities: number;
  /** how many powers of ten turnovers and slopes span */
  readonly decades: number;
  /** every market gets an activity without bounds, so that its price is unique */
  readonly anchored: boolean;
}

/** Months that can balance, with bounds that bind, levels fixed, levels pinned at zero and bounds that are open. */
export function randomMonth({ seed, markets, activities, decades, anchored }: Recipe): RandomMonth {
  const random = mulberry32(seed);
  const pick = (n: number) => Math.floor(random() * n);
  const marketSpecs = Array.from({ length: markets }, (_, m) => ({
    name: `market ${m}`,
    turnoverTonnes: 50 * 10 ** ((random() - 0.5) * decades),
    typicalPriceUsdPerTonne: 10 ** (3 + (random() * decades) / 2),
  }));
  const specs: ActivitySpec[] = [];
  const columns: number[][] = [];
  const left = new Float64Array(markets);

  function add(entries: ActivitySpec["entries"], level: number, lower: number, upper: number): void {
    for (const { market, coefficient } of entries) left[market]! += coefficient * level;
    const size = Math.max(...entries.map((e) => marketSpecs[e.market]!.turnoverTonnes / Math.abs(e.coefficient)));
    const values = entries.map((e) => e.coefficient * marketSpecs[e.market]!.typicalPriceUsdPerTonne);
    const dearest = Math.max(...values.map(Math.abs));
    const cost = values.reduce((sum, value) => sum + value * (0.5 + random()), 0);
    const slope = (dearest / size) * 10 ** ((random() - 0.5) * decades);
    const reference = random() < 0.5 ? level : level + (random() - 0.5) * size;
    columns.push([reference, lower, upper, cost, slope]);
    specs.push({ name: `activity ${specs.length}`, entries });
  }

  for (let a = 0; a < activities; a++) {
    const first = pick(markets);
    const chosen = new Set([first]);
    for (let more = pick(3); more > 0 && chosen.size < markets; more--) chosen.add(pick(markets));
    const unit = (m: number) => marketSpecs[m]!.turnoverTonnes / marketSpecs[first]!.turnoverTonnes;
    const sign = chosen.size === 1 && random() < 0.5 ? -1 : 1;
    const entries = [...chosen].map((market, k) => ({
      market,
      coefficient: (k === 0 ? sign : -(0.2 + random())) * unit(market),
    }));
    const level = marketSpecs[first]!.turnoverTonnes * random();
    const kind = random();
    if (kind < 0.1) add(entries, 0, 0, 0);
    else if (kind < 0.3) add(entries, 0, 0, level);
    else if (kind < 0.5) add(entries, level, 0, level);
    else if (kind < 0.6) add(entries, level, level, Infinity);
    else if (kind < 0.65) add(entries, level, -Infinity, Infinity);
    else add(entries, level, 0, 2 * level);
  }
  for (let market = 0; market < markets; market++) {
    const rest = -left[market]!;
    const kind = random();
    const entries = [{ market, coefficient: 1 }];
    if (anchored || kind < 0.3) add(entries, rest, -Infinity, Infinity);
    else if (kind < 0.6) add(entries, rest, rest, rest);
    else add(entries, rest, Math.min(0, 2 * rest), Math.max(0, 2 * rest));
  }
  const field = (k: number) => Float64Array.from(columns, (column) => column[k]!);
  const terms = {
    referenceLevel: field(0),
    lowerBound: field(1),
    upperBound: field(2),
    marginalCost: field(3),
    slope: field(4),
  };
  return { markets: marketSpecs, activities: specs, terms, network: buildNetwork(marketSpecs, specs) };
}

/** Recipes that shrink towards few markets and activities. */
export function recipes(options: { decades: number; anchored: boolean; most?: number }): fc.Arbitrary<Recipe> {
  const most = options.most ?? 12;
  return fc.record({
    markets: fc.integer({ min: 1, max: most }),
    activities: fc.integer({ min: 0, max: 4 * most }),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    decades: fc.constant(options.decades),
    anchored: fc.constant(options.anchored),
  });
}
