import type { ActivitySeries } from "../simulation/result.ts";

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

/** What is followed; neither: everything. */
export interface Followed {
  readonly element?: string;
  readonly commodities?: ReadonlySet<string>;
}

/** Names by number, in the order in which they were met. */
export interface Numbered {
  of(name: string): number;
  name(number: number): string;
}

export function numbered(): Numbered {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  return {
    of(name) {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, names.length);
      return names.push(name) - 1;
    },
    name: (number) => names[number]!,
  };
}

/** Whether a commodity is a form of what is followed. */
export type Element = (commodity: string) => boolean;

export function elementOf({ element, commodities }: Followed): Element | undefined {
  if (commodities) return (commodity) => commodities.has(commodity);
  return element === undefined ? undefined : (commodity) => commodity.startsWith(element);
}

/** An activity that supplies a market, with all that following it back needs; markets and nodes by number. */
export interface Maker {
  readonly activity: ActivitySeries;
  readonly coefficient: number;
  /** shipments: the market it comes from; −1 for what is made */
  readonly origin: number;
  readonly stage: (typeof TRACED_STAGES)[number] | undefined;
  readonly node: number;
  /** what it is made of in the same country: the part of the mass, of what is followed */
  readonly inputs: readonly { readonly market: number; readonly share: number }[];
  /** tonnes of what is followed in a tonne of its product */
  readonly content: number;
}

/** Who makes or ships what to each market. */
export function makersByMarket(
  activities: readonly ActivitySeries[],
  element: Element | undefined,
  { markets, nodes }: { readonly markets: Numbered; readonly nodes: Numbered },
): Map<number, Maker[]> {
  const made = new Map<number, Maker[]>();
  const put = (market: number, maker: Maker) => {
    const known = made.get(market);
    if (known) known.push(maker);
    else made.set(market, [maker]);
  };
  for (const activity of activities) {
    const { commodity, country, destination, kind } = activity;
    const stage = STAGE_OF_KIND[kind];
    if (destination !== undefined) {
      const origin = markets.of(`${commodity}@${country}`);
      const to = markets.of(`${commodity}@${destination}`);
      put(to, { activity, coefficient: 1, origin, stage, node: -1, inputs: [], content: 1 });
    } else if (stage !== undefined || kind === "substitute") {
      const inputs = followed(inputsOf(activity), element);
      const mass = inputs.reduce((sum, i) => sum + i.tonnes, 0);
      const common = {
        activity,
        origin: -1,
        stage,
        node: stage === undefined ? -1 : nodes.of(`${stage}|${nodePlace(activity)}`),
        inputs: inputs.map((i) => ({ market: markets.of(`${i.commodity}@${country}`), share: i.tonnes / mass })),
        content: element === undefined ? 1 : contentOf(activity, inputs, element),
      };
      for (const { commodity: output, coefficient } of activity.entries ?? [])
        if (coefficient > 0) put(markets.of(`${output}@${country}`), { ...common, coefficient });
    }
  }
  return made;
}

export type Suppliers = (market: number) => readonly { readonly maker: Maker; readonly share: number }[];

/** Who supplies a market in a month, by share; worked out for the markets that are asked for. */
export function suppliersIn(makers: ReadonlyMap<number, readonly Maker[]>, month: number): Suppliers {
  const known = new Map<number, ReturnType<Suppliers>>();
  return (market) => {
    const before = known.get(market);
    if (before) return before;
    const supplied = (makers.get(market) ?? []).flatMap((maker) => {
      const tonnes = maker.coefficient * maker.activity.tonnes[month]!;
      return tonnes > 0 ? [{ maker, tonnes }] : [];
    });
    const total = supplied.reduce((sum, s) => sum + s.tonnes, 0);
    const found = supplied.map(({ maker, tonnes }) => ({ maker, share: tonnes / total }));
    known.set(market, found);
    return found;
  };
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
