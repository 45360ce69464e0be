import type { Statistics } from "../dataset/index.ts";
import { rowsWith } from "./rows-with.ts";

export type TradeFlow = Statistics["tradeFlows"][number];

/**
 * What comes into the members from outside under a heading: the newest year, and of that the one source that knows most
 * flows, because two sources of one year report the same shipments.
 */
export function importFlows({ tradeFlows }: Statistics, hs6: string, members: ReadonlySet<string>): TradeFlow[] {
  const all = rowsWith(tradeFlows, "hs6", hs6).filter((f) => members.has(f.importer) && !members.has(f.exporter));
  const year = all.reduce((latest, f) => Math.max(latest, f.year), 0);
  const bySource = new Map<string, TradeFlow[]>();
  for (const flow of all)
    if (flow.year === year) bySource.set(flow.source, [...(bySource.get(flow.source) ?? []), flow]);
  const [best] = [...bySource.values()].sort((a, b) => b.length - a.length || (a[0]!.source < b[0]!.source ? -1 : 1));
  return best ?? [];
}
