import type { ActivitySeries } from "../simulation/result.ts";
import {
  elementOf,
  type Followed,
  makersByMarket,
  type Numbered,
  numbered,
  type Suppliers,
  suppliersIn,
  TRACED_STAGES,
} from "./chain-makers.ts";

export { TRACED_STAGES };

/** Tonnes of finished material that came by way of `from` to `to`; both are `stage|place`. */
export type TracedLinks = Map<string, { from: string; to: string; tonnes: number }>;

/** The links, and what was met at each stage: kinds of activity, and the commodities they made. */
export interface Traced {
  readonly links: TracedLinks;
  readonly met: ReadonlyMap<string, { readonly kinds: Set<string>; readonly commodities: Set<string> }>;
}

const LARGEST_ROUNDS = 60;
const NEGLIGIBLE_SHARE = 1e-5;

/** What a use in a country takes in the traced month. */
export interface Need {
  readonly country: string;
  readonly use: string;
  readonly commodity: string;
  readonly tonnes: number;
}

/**
 * Follows every tonne that uses take back to its mines at one month, in proportion to where each
 * market's supply came from; a product is traced back to its inputs by their mass. With an element (by the beginning of
 * its commodities' names) or the commodities it is in, only that is followed, in tonnes of it. Needs the activities' `entries`.
 */
export function traceChain(
  activities: readonly ActivitySeries[],
  needs: readonly Need[],
  { month, ...followed }: { month: number } & Followed,
): Traced {
  return createTracer(activities, followed)(needs, month);
}

/** The same for several months of the same activities. */
export function createTracer(
  activities: readonly ActivitySeries[],
  options: Followed,
): (needs: readonly Need[], month: number) => Traced {
  const element = elementOf(options);
  const markets = numbered();
  const nodes = numbered();
  const makers = makersByMarket(activities, element, { markets, nodes });
  return (needs, month) => {
    const suppliers = suppliersIn(makers, month);
    const found: Found = { tonnes: new Map(), met: new Map() };
    let waiting = new Map<number, number>();
    for (const { use, country, commodity, tonnes } of needs) {
      const counted = element === undefined || element(commodity);
      add(waiting, parcelOf(markets.of(`${commodity}@${country}`), nodes.of(`use|${use}`), counted), tonnes);
    }
    const least = [...waiting.values()].reduce((sum, tonnes) => sum + tonnes, 0) * NEGLIGIBLE_SHARE;
    for (let round = 0; round < LARGEST_ROUNDS && waiting.size > 0; round++) {
      const next = new Map<number, number>();
      for (const [parcel, tonnes] of waiting)
        if (round === 0 || tonnes > least) oneStepBack(parcel, tonnes, { suppliers, nodes, found, next });
      waiting = next;
    }
    return namedLinks(found, nodes);
  };
}

/** More than there are nodes: a place at a stage, or a use. */
const MOST_NODES = 4096;

/**
 * What waits at a market for a node, as one number; `counted`: its tonnes are of what is followed (the element), and not
 * yet of the product that holds it.
 */
function parcelOf(market: number, node: number, counted: boolean): number {
  return 2 * (market * MOST_NODES + node) + (counted ? 1 : 0);
}

function add(sums: Map<number, number>, key: number, tonnes: number): void {
  sums.set(key, (sums.get(key) ?? 0) + tonnes);
}

/** Tonnes by link (node × MOST_NODES + node), and what was met. */
interface Found {
  readonly tonnes: Map<number, number>;
  readonly met: Map<string, { readonly kinds: Set<string>; readonly commodities: Set<string> }>;
}

function namedLinks({ tonnes, met }: Found, nodes: Numbered): Traced {
  const links: TracedLinks = new Map();
  for (const [key, sum] of tonnes) {
    const from = nodes.name(Math.floor(key / MOST_NODES));
    const to = nodes.name(key % MOST_NODES);
    links.set(`${from}>${to}`, { from, to, tonnes: sum });
  }
  return { links, met };
}

interface Step {
  readonly suppliers: Suppliers;
  readonly nodes: Numbered;
  readonly found: Found;
  /** what waits after this step */
  readonly next: Map<number, number>;
}

function oneStepBack(parcel: number, tonnes: number, { suppliers, nodes, found, next }: Step): void {
  const counted = parcel % 2 === 1;
  const place = Math.floor(parcel / 2);
  const to = place % MOST_NODES;
  for (const { maker, share } of suppliers(Math.floor(place / MOST_NODES))) {
    const { activity, stage, node, inputs, origin } = maker;
    const part = tonnes * share;
    if (origin >= 0) {
      add(next, parcelOf(origin, to, counted), part);
      continue;
    }
    const perTonne = counted ? 1 : maker.content;
    if (perTonne === 0) continue;
    const isStep = stage !== undefined && isEarlier(nodes.name(node), nodes.name(to));
    if (isStep) {
      add(found.tonnes, node * MOST_NODES + to, part * perTonne);
      meet(found, stage, activity);
    }
    if (activity.kind === "recycle") continue; // scrap is an origin: following it back would lead to the magnets again
    for (const input of inputs)
      add(next, parcelOf(input.market, isStep ? node : to, true), part * perTonne * input.share);
  }
}

function meet({ met }: Found, stage: string, { kind, commodity }: ActivitySeries): void {
  const here = met.get(stage) ?? { kinds: new Set<string>(), commodities: new Set<string>() };
  met.set(stage, here);
  here.kinds.add(kind);
  here.commodities.add(commodity);
}

function isEarlier(a: string, b: string): boolean {
  const stage = (node: string) => TRACED_STAGES.indexOf(node.slice(0, node.indexOf("|")) as never);
  return stage(a) < stage(b);
}
