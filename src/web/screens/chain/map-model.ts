import type { FlowPair, FlowPlace, FlowsAnswer } from "../../engine/asks/flows.ts";
import { type At, BEFORE, commodityOf, narrowest, tonnesAt } from "./model.ts";

/** Shares at which the colour of a country changes, 0–1. */
export const STEPS = [0.005, 0.05, 0.2, 0.4, 0.7] as const;

export interface CommodityMap {
  readonly commodity: string;
  /** makers, the largest first, with their share of all that is made */
  readonly makers: readonly { readonly place: FlowPlace; readonly share: number; readonly step: number }[];
  readonly flows: readonly MapFlow[];
  /** makers and flows of countries without a place on a map */
  readonly unplaced: readonly string[];
  /** shipments of the month that are not drawn: count, and share of the tonnes */
  readonly small: { readonly count: number; readonly share: number };
}

export interface MapFlow {
  readonly pair: FlowPair;
  readonly tonnes: number;
  /** of the largest shipment in any month, 0–1: the same measure in every month */
  readonly weight: number;
  readonly group: "here" | "controlled" | "other";
}

const MOST_FLOWS = 40;

/** The commodity of the address if it is of this chain, otherwise the one where the chain is narrowest. */
export function shownCommodity(answer: FlowsAnswer, wanted: string | undefined): string | null {
  if (answer.commodities.some((c) => c.commodity === wanted)) return wanted ?? null;
  const stage = narrowest(answer)?.node.stage;
  const own = answer.commodities.find((c) => c.own)?.commodity;
  return (stage === undefined ? null : commodityOf(answer, stage)) ?? own ?? null;
}

/**
 * Who makes a commodity and who ships it to whom in a month.
 * @param onMap whether a country has a place on the map
 */
export function commodityMap(
  answer: FlowsAnswer,
  commodity: string,
  at: At,
  onMap: (country: string) => boolean,
): CommodityMap {
  const places = answer.places.filter((place) => place.commodity === commodity && tonnesAt(place, at) > 1e-9);
  const all = places.reduce((sum, place) => sum + tonnesAt(place, at), 0);
  const makers = places
    .map((place) => ({ place, share: tonnesAt(place, at) / all, step: stepOf(tonnesAt(place, at) / all) }))
    .sort((a, b) => b.share - a.share);
  const pairs = answer.pairs.filter((pair) => pair.commodity === commodity);
  const months = [BEFORE, ...answer.months.keys()];
  const largest = Math.max(1e-9, ...pairs.map((pair) => Math.max(...months.map((month) => tonnesAt(pair, month)))));
  const moving = pairs
    .filter((pair) => tonnesAt(pair, at) > 1e-6 * largest)
    .sort((a, b) => tonnesAt(b, at) - tonnesAt(a, at));
  const placed = moving.filter((pair) => onMap(pair.from) && onMap(pair.to));
  // what comes to the viewpoint is drawn however little it is
  const here = (pair: FlowPair) => answer.viewpoint.includes(pair.to);
  const drawn = new Set([...placed.filter(here), ...placed.slice(0, MOST_FLOWS)]);
  const left = placed.filter((pair) => !drawn.has(pair));
  const sum = (some: readonly FlowPair[]) => some.reduce((total, pair) => total + tonnesAt(pair, at), 0);
  return {
    commodity,
    makers,
    flows: placed
      .filter((pair) => drawn.has(pair))
      .map((pair) => ({
        pair,
        tonnes: tonnesAt(pair, at),
        weight: tonnesAt(pair, at) / largest,
        group: here(pair) ? "here" : pair.controls.length > 0 ? "controlled" : "other",
      })),
    unplaced: [...new Set([...makers.map((m) => m.place.country), ...moving.flatMap((p) => [p.from, p.to])])]
      .filter((country) => !onMap(country))
      .sort(),
    small: { count: left.length, share: moving.length > 0 ? sum(left) / sum(moving) : 0 },
  };
}

/** 0 for next to nothing, up to {@link STEPS}.length */
function stepOf(share: number): number {
  return STEPS.filter((from) => share >= from).length;
}
