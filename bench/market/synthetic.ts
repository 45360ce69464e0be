import type { ActivitySpec, MarketSpec } from "../../src/market/network.ts";
import { buildNetwork } from "../../src/market/network.ts";
import type { Network, Terms } from "../../src/market/problem.ts";

/** A made-up world that trades like the real one, balanced at its base prices. */
export interface SyntheticTrade {
  readonly network: Network;
  /** the month without policies: clears at `basePriceUsdPerTonne` with every use served in full */
  readonly baseline: Terms;
  readonly basePriceUsdPerTonne: Float64Array;
  /** the baseline with the largest exporters' shipments held to `share` of their base flow, and demand × `growth` */
  restricted(share: number, growth: number): Terms;
}

interface Commodity {
  readonly priceUsdPerTonne: number;
  readonly finalUseTonnes: number;
  readonly recipe: readonly { readonly from: number; readonly tonnes: number }[];
}

/** downstream first; a recipe names commodities further down the list. Ore is mined, from nothing */
const commodities: readonly Commodity[] = [
  {
    priceUsdPerTonne: 2e5,
    finalUseTonnes: 40,
    recipe: [
      { from: 1, tonnes: 0.3 },
      { from: 2, tonnes: 0.1 },
    ],
  },
  { priceUsdPerTonne: 6e4, finalUseTonnes: 60, recipe: [{ from: 3, tonnes: 0.32 }] },
  {
    priceUsdPerTonne: 1.4e5,
    finalUseTonnes: 20,
    recipe: [
      { from: 3, tonnes: 0.3 },
      { from: 4, tonnes: 0.03 },
    ],
  },
  { priceUsdPerTonne: 8e4, finalUseTonnes: 2, recipe: [{ from: 5, tonnes: 1.2 }] },
  { priceUsdPerTonne: 6e5, finalUseTonnes: 0.05, recipe: [{ from: 6, tonnes: 1.2 }] },
  { priceUsdPerTonne: 6e4, finalUseTonnes: 30, recipe: [] },
  { priceUsdPerTonne: 4e5, finalUseTonnes: 0.2, recipe: [] },
  { priceUsdPerTonne: 5e3, finalUseTonnes: 1, recipe: [] },
];
const lightOxide = 5;
const heavyOxide = 6;
const ore = 7;
const lightPerOre = 0.7;
const heavyPerOre = 0.02;
const exportersPerCommodity = 6;
const tranches = [
  { share: 0.15, elasticity: 1.2 },
  { share: 0.35, elasticity: 0.25 },
  { share: 0.5, elasticity: 0.04 },
];

/**
 * Builds a world of `countries` (≥ 7) × 8 commodities: six exporters each, everyone imports from all six, makes a little
 * at home by recipes, uses in three tranches of falling elasticity, and keeps stocks. Same seed, same world.
 */
export function syntheticTrade(countries: number, seed: number): SyntheticTrade {
  const random = mulberry32(seed);
  const size = Array.from({ length: countries }, () => Math.exp(2.5 * (random() + random() - 1)));
  const marketOf = (k: number, i: number) => k * countries + i;
  const markets = commodities.length * countries;
  const basePrice = new Float64Array(markets);
  const turnover = new Float64Array(markets).fill(0.01);
  const specs: ActivitySpec[] = [];
  const restrictable: number[] = [];
  const uses: number[] = [];
  const columns = { referenceLevel: [], lowerBound: [], upperBound: [], marginalCost: [], slope: [] } as Record<
    keyof Terms,
    number[]
  >;

  function add(
    name: string,
    entries: [market: number, coefficient: number][],
    level: number,
    lower: number,
    upper: number,
    scale: number,
    elasticity: number,
    entryCost = 0,
  ): void {
    const price = entries.reduce((most, [m, coefficient]) => Math.max(most, Math.abs(coefficient) * basePrice[m]!), 0);
    for (const [m, coefficient] of entries) turnover[m]! += Math.abs(coefficient * level) / 2;
    specs.push({ name, entries: entries.map(([market, coefficient]) => ({ market, coefficient })) });
    columns.referenceLevel.push(level);
    columns.lowerBound.push(lower);
    columns.upperBound.push(upper);
    columns.marginalCost.push(entries.reduce((sum, [m, coefficient]) => sum + coefficient * basePrice[m]!, entryCost));
    columns.slope.push(price / (elasticity * scale));
  }

  const neededTonnes = new Float64Array(markets);
  const exporters = commodities.map(() => {
    const first = Math.floor(random() * countries);
    return Array.from({ length: exportersPerCommodity }, (_, e) => (first + e * 7) % countries);
  });
  commodities.forEach((commodity, k) => {
    for (let i = 0; i < countries; i++) {
      const markup = exporters[k]!.includes(i) ? 1 : 1.04 + 0.05 * random();
      basePrice[marketOf(k, i)] = commodity.priceUsdPerTonne * markup;
    }
  });

  for (let k = 0; k < commodities.length; k++) {
    for (let i = 0; i < countries; i++) consume(k, i);
    for (let i = 0; i < countries; i++) trade(k, i);
    if (k === heavyOxide) for (let i = 0; i < countries; i++) separate(i);
    else if (k !== lightOxide) for (let i = 0; i < countries; i++) make(k, i);
  }

  function consume(k: number, i: number): void {
    const m = marketOf(k, i);
    const use = commodities[k]!.finalUseTonnes * size[i]! * (0.5 + random());
    for (const { share, elasticity } of tranches) {
      uses.push(specs.length);
      add(`use ${k} ${i} ${share}`, [[m, -1]], share * use, 0, share * use, share * use, elasticity);
    }
    neededTonnes[m]! += use;
    add(`store ${k} ${i}`, [[m, 1]], 0, -use, use, use, 0.3);
  }

  /** importers buy from every exporter in uneven shares and make a fifth at home; exporters make all they need */
  function trade(k: number, i: number): void {
    const m = marketOf(k, i);
    const from = exporters[k]!;
    if (from.includes(i)) return;
    const imported = 0.8 * neededTonnes[m]!;
    const shares = from.map((_, e) => (0.2 + random()) / (e + 1));
    const total = shares.reduce((sum, share) => sum + share, 0);
    from.forEach((origin, e) => {
      const sent = (imported * shares[e]!) / total;
      if (e === 0) restrictable.push(specs.length);
      add(
        `ship ${k} ${origin}→${i}`,
        [
          [marketOf(k, origin), -1.001],
          [m, 1],
        ],
        sent,
        0,
        4 * sent,
        sent,
        3,
      );
      neededTonnes[marketOf(k, origin)]! += 1.001 * sent;
    });
    neededTonnes[m]! -= imported;
  }

  function make(k: number, i: number): void {
    const level = neededTonnes[marketOf(k, i)]!;
    const inputs = commodities[k]!.recipe.map(({ from, tonnes }): [number, number] => [marketOf(from, i), -tonnes]);
    for (const { from, tonnes } of commodities[k]!.recipe) neededTonnes[marketOf(from, i)]! += tonnes * level;
    add(`make ${k} ${i}`, [[marketOf(k, i), 1], ...inputs], level, 0, 1.15 * level, level, 0.4);
  }

  /** joint products: ore yields both oxides in fixed shares; the surplus of one of them is disposed of */
  function separate(i: number): void {
    const light = marketOf(lightOxide, i);
    const heavy = marketOf(heavyOxide, i);
    const level = Math.max(neededTonnes[light]! / lightPerOre, neededTonnes[heavy]! / heavyPerOre);
    const outputs: [number, number][] = [
      [light, lightPerOre],
      [heavy, heavyPerOre],
    ];
    add(`separate ${i}`, [...outputs, [marketOf(ore, i), -1]], level, 0, 1.15 * level, level, 0.4);
    for (const [m, share] of outputs) {
      const surplus = Math.max(0, share * level - neededTonnes[m]!);
      const scale = Math.max(surplus, 0.01 * share * level);
      add(`dispose ${m}`, [[m, -1]], surplus, 0, Infinity, scale, 0.5);
    }
    neededTonnes[marketOf(ore, i)]! += level;
  }

  const network = buildNetwork(
    Array.from({ length: markets }, (_, m): MarketSpec => {
      const [k, i] = [Math.floor(m / countries), m % countries];
      return { name: `${k} ${i}`, turnoverTonnes: turnover[m]!, typicalPriceUsdPerTonne: basePrice[m]! };
    }),
    specs,
  );
  const baseline = Object.fromEntries(
    Object.entries(columns).map(([field, values]) => [field, Float64Array.from(values)]),
  ) as unknown as Terms;
  return {
    network,
    baseline,
    basePriceUsdPerTonne: basePrice,
    restricted(share, growth) {
      const referenceLevel = baseline.referenceLevel.slice();
      const upperBound = baseline.upperBound.slice();
      for (const a of restrictable) upperBound[a] = share * referenceLevel[a]!;
      for (const a of uses) {
        referenceLevel[a]! *= growth;
        upperBound[a]! *= growth;
      }
      return { ...baseline, referenceLevel, upperBound };
    },
  };
}

/** 32-bit generator of uniform numbers in [0, 1): Tommy Ettinger's mulberry32, public domain. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
  };
}
