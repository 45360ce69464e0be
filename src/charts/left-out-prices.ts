import type { Rehearsal } from "../simulation/result.ts";
import { count } from "./format.ts";
import { rankedCommodities, watchedCommodities } from "./watched-commodities.ts";

/** How many prices the table and the charts leave out; empty when none. */
export function leftOutPrices(rehearsal: Rehearsal): string {
  const { moving, standing } = rankedCommodities(rehearsal);
  const more = moving.length - watchedCommodities(rehearsal).length;
  const parts = [
    ...(more > 0 ? [`${count(more, "more price")} that ${more === 1 ? "moves" : "move"}`] : []),
    ...(standing.length > 0
      ? [`${count(standing.length, "price")} that never ${standing.length === 1 ? "leaves" : "leave"} 1.0×`]
      : []),
  ];
  return parts.length === 0 ? "" : `Left out: ${parts.join(", ")}.`;
}
