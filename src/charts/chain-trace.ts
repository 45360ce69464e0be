import type { ActivitySeries } from "../simulation/result.ts";

/** Tonnes of finished material that came by way of `from` to `to`; both are `stage|place`. */
export type TracedLinks = Map<string, { from: string; to: string; tonnes: number }>;

/** The links, and what was met at each stage: kinds of activity, and the commodities they made. */
export interface Traced {
  readonly links: TracedLinks;
  readonly met: ReadonlyMap<string, { readonly kinds: Set<string>; readonly commodities: Set<string> }>;
}

/** Where a tonne gains a new form; the order runs from the ground to the product. */
export const TRACED_STAGES = ["mine", "separate", "reduce", "press", "use"] as const;

const STAGE_OF_KIND: Readonly<Record<string, (typeof TRACED_STAGES)[number]>> = {
  mine: "mine",
  collect: "mine",
  recycle: "separate",
  separate: "separate",
  refine: "separate",
  reduce: "reduce",
  press: "press",
};

const LARGEST_ROUNDS = 60;
const NEGLIGIBLE_SHARE = 1e-5;

interface Parcel {
  readonly commodity: string;
  readonly country: string;
  /** the node that waits for it */
  readonly to: string;
  readonly tonnes: number;
  /** whether `tonnes` counts what is followed (the element) and not yet the product that holds it */
  readonly counted: boolean;
}

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
  options: { month: number; element?: string; commodities?: ReadonlySet<string> },
): Traced {
  const { month } = options;
  const element = elementOf(options);
  const suppliers = suppliersByMarket(activities, month);
  const traced = { links: new Map(), met: new Map() } satisfies Traced;
  let waiting: Parcel[] = needs.map(({ use, country, commodity, tonnes }) => ({
    commodity,
    country,
    to: `use|${use}`,
    tonnes,
    counted: element === undefined || element(commodity),
  }));
  const least = waiting.reduce((sum, p) => sum + p.tonnes, 0) * NEGLIGIBLE_SHARE;
  for (let round = 0; round < LARGEST_ROUNDS && waiting.length > 0; round++) {
    waiting = merge(waiting.flatMap((p) => oneStepBack(p, suppliers, traced, element))).filter((p) => p.tonnes > least);
  }
  return traced;
}

/** Whether a commodity is a form of what is followed. */
type Element = (commodity: string) => boolean;

function elementOf({
  element,
  commodities,
}: {
  element?: string;
  commodities?: ReadonlySet<string>;
}): Element | undefined {
  if (commodities) return (commodity) => commodities.has(commodity);
  return element === undefined ? undefined : (commodity) => commodity.startsWith(element);
}

interface Supplier {
  readonly activity: ActivitySeries;
  readonly share: number;
}

function suppliersByMarket(activities: readonly ActivitySeries[], month: number): Map<string, Supplier[]> {
  const made = new Map<string, { activity: ActivitySeries; tonnes: number }[]>();
  const add = (commodity: string, country: string, activity: ActivitySeries, tonnes: number) => {
    if (!(tonnes > 0)) return;
    const market = `${commodity}@${country}`;
    const known = made.get(market);
    if (known) known.push({ activity, tonnes });
    else made.set(market, [{ activity, tonnes }]);
  };
  for (const activity of activities) {
    const level = activity.tonnes[month]!;
    if (activity.destination !== undefined) add(activity.commodity, activity.destination, activity, level);
    else if (STAGE_OF_KIND[activity.kind] !== undefined || activity.kind === "substitute")
      for (const e of activity.entries ?? []) add(e.commodity, activity.country, activity, e.coefficient * level);
  }
  return new Map(
    [...made].map(([market, list]) => {
      const total = list.reduce((sum, s) => sum + s.tonnes, 0);
      return [market, list.map((s) => ({ activity: s.activity, share: s.tonnes / total }))];
    }),
  );
}

function oneStepBack(
  parcel: Parcel,
  suppliers: ReadonlyMap<string, readonly Supplier[]>,
  { links, met }: Traced & { readonly met: Map<string, { kinds: Set<string>; commodities: Set<string> }> },
  element: Element | undefined,
): Parcel[] {
  return (suppliers.get(`${parcel.commodity}@${parcel.country}`) ?? []).flatMap(({ activity, share }) => {
    const tonnes = parcel.tonnes * share;
    if (activity.destination !== undefined) return [{ ...parcel, country: activity.country, tonnes }];
    const stage = STAGE_OF_KIND[activity.kind];
    const inputs = followed(inputsOf(activity), element);
    const perTonne = parcel.counted ? 1 : contentOf(activity, inputs, element!);
    if (perTonne === 0) return [];
    const node = stage === undefined ? parcel.to : `${stage}|${nodePlace(activity)}`;
    const isStep = stage !== undefined && isEarlier(node, parcel.to);
    if (isStep) {
      addLink(links, node, parcel.to, tonnes * perTonne);
      const here = met.get(stage) ?? { kinds: new Set(), commodities: new Set() };
      met.set(stage, here);
      here.kinds.add(activity.kind);
      here.commodities.add(activity.commodity);
    }
    if (activity.kind === "recycle") return []; // scrap is an origin: following it back would lead to the magnets again
    const mass = inputs.reduce((sum, i) => sum + i.tonnes, 0);
    return inputs.map((input) => ({
      commodity: input.commodity,
      country: activity.country,
      to: isStep ? node : parcel.to,
      tonnes: (tonnes * perTonne * input.tonnes) / mass,
      counted: true,
    }));
  });
}

function inputsOf(activity: ActivitySeries): { commodity: string; tonnes: number }[] {
  return (activity.entries ?? [])
    .filter((e) => e.coefficient < 0)
    .map((e) => ({ commodity: e.commodity, tonnes: -e.coefficient }));
}

/** The inputs that carry the element by name, or all of them where none does (ores and mixed concentrates). */
function followed<T extends { commodity: string }>(inputs: readonly T[], element: Element | undefined): readonly T[] {
  if (element === undefined) return inputs;
  const named = inputs.filter((i) => element(i.commodity));
  return named.length > 0 ? named : inputs;
}

/** Tonnes of the element in a tonne of what the activity makes; 0 where no input is named after it. */
function contentOf(
  activity: ActivitySeries,
  inputs: readonly { commodity: string; tonnes: number }[],
  element: Element,
) {
  const named = inputs.filter((i) => element(i.commodity)).reduce((sum, i) => sum + i.tonnes, 0);
  const made = (activity.entries ?? [])
    .filter((e) => e.coefficient > 0)
    .reduce((sum, e) => Math.max(sum, e.coefficient), 0);
  return made > 0 ? named / made : 0;
}

function nodePlace(activity: ActivitySeries): string {
  const isScrap = activity.kind === "recycle" || activity.kind === "collect" || /-scrap@/.test(activity.id);
  return isScrap ? `${activity.country} scrap` : activity.country;
}

function isEarlier(a: string, b: string): boolean {
  const stage = (node: string) => TRACED_STAGES.findIndex((s) => node.startsWith(`${s}|`));
  return stage(a) < stage(b);
}

function addLink(links: TracedLinks, from: string, to: string, tonnes: number): void {
  const key = `${from}>${to}`;
  links.set(key, { from, to, tonnes: (links.get(key)?.tonnes ?? 0) + tonnes });
}

function merge(parcels: readonly Parcel[]): Parcel[] {
  const byKey = new Map<string, Parcel>();
  for (const p of parcels) {
    const key = `${p.commodity}@${p.country}>${p.to}>${p.counted}`;
    const known = byKey.get(key);
    byKey.set(key, known ? { ...known, tonnes: known.tonnes + p.tonnes } : p);
  }
  return [...byKey.values()];
}
