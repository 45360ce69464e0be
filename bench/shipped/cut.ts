import { buildNetwork } from "../../src/market/network.ts";
import type { Network, Terms } from "../../src/market/problem.ts";
import type { Workload } from "../market/measure.ts";

/** The part of a workload that lies entirely in the chosen markets: activities that reach outside are left out. */
export function cutWorkload(workload: Workload, name: string, keeps: (market: string) => boolean): Workload {
  const { network } = workload;
  const index = new Map<number, number>();
  network.marketNames.forEach((market, m) => {
    if (keeps(market)) index.set(m, index.size);
  });
  const activities = network.activityNames.flatMap((_, a) => {
    for (let k = network.columnStart[a]!; k < network.columnStart[a + 1]!; k++)
      if (!index.has(network.columnMarket[k]!)) return [];
    return [a];
  });
  const cut = buildNetwork(
    [...index.keys()].map((m) => ({
      name: network.marketNames[m]!,
      turnoverTonnes: network.turnoverTonnes[m]!,
      typicalPriceUsdPerTonne: network.typicalPriceUsdPerTonne[m]!,
    })),
    activities.map((a) => ({ name: network.activityNames[a]!, entries: entriesOf(network, a, index) })),
  );
  const terms = (all: Terms): Terms => {
    const pick = (values: Float64Array) => Float64Array.from(activities, (a) => values[a]!);
    return {
      referenceLevel: pick(all.referenceLevel),
      lowerBound: pick(all.lowerBound),
      upperBound: pick(all.upperBound),
      marginalCost: pick(all.marginalCost),
      slope: pick(all.slope),
    };
  };
  return {
    name,
    network: cut,
    cold: {
      terms: terms(workload.cold.terms),
      starts: workload.cold.starts.map((prices) => Float64Array.from(index.keys(), (m) => prices[m]!)),
    },
    months: workload.months.map(terms),
  };
}

function entriesOf(network: Network, a: number, index: ReadonlyMap<number, number>) {
  const entries: { market: number; coefficient: number }[] = [];
  for (let k = network.columnStart[a]!; k < network.columnStart[a + 1]!; k++)
    entries.push({ market: index.get(network.columnMarket[k]!)!, coefficient: network.coefficient[k]! });
  return entries;
}
