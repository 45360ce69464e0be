import type { Activity } from "../../chain/model.ts";
import type { ComputedRun } from "../../simulation/rehearse.ts";
import type { FlowPair, FlowPlace } from "./asks/flows.ts";

/** A flow that is never this share of its commodity's shipments is not drawn, unless it ends in the viewpoint. */
const SMALLEST_SHARE = 0.002;
const SMALLEST_SHARE_HERE = 0.0002;

const MAKERS = new Set(["mine", "collect", "separate", "refine", "reduce", "press", "recycle", "substitute"]);

/** Shipments of some commodities between countries, the largest first. */
export function flowPairs(
  run: ComputedRun,
  commodities: ReadonlySet<string>,
  viewpoint: readonly string[],
  figuresOf: (activity: string) => readonly string[],
): { readonly pairs: FlowPair[]; readonly leftOut: { readonly count: number; readonly share: number } } {
  const { model, trajectory, controlled } = run;
  const controls = new Map(controlled.map((c) => [`${c.commodity}@${c.inside}`, c.controls]));
  const all = model.activities.flatMap((activity, a): FlowPair[] => {
    const { id, kind, commodity, country, destination } = activity;
    if ((kind !== "ship" && kind !== "leak") || destination === country || !commodities.has(commodity)) return [];
    return [
      {
        commodity,
        from: country,
        to: destination!,
        baselineTonnes: model.baseLevel[a]!,
        tonnes: Float64Array.from(trajectory.level, (level) => level[a]!),
        controls: controls.get(`${commodity}@${country}`) ?? [],
        leaked: kind === "leak",
        figures: figuresOf(id),
      },
    ];
  });
  const most = (pair: FlowPair) => pair.tonnes.reduce((x, y) => Math.max(x, y), pair.baselineTonnes);
  const total = new Map<string, number>();
  for (const pair of all) total.set(pair.commodity, (total.get(pair.commodity) ?? 0) + pair.baselineTonnes);
  const isLarge = (pair: FlowPair) => {
    const least = viewpoint.includes(pair.to) ? SMALLEST_SHARE_HERE : SMALLEST_SHARE;
    return most(pair) > least * total.get(pair.commodity)!;
  };
  const pairs = all.filter(isLarge).sort((a, b) => most(b) - most(a) || (idOf(a) < idOf(b) ? -1 : 1));
  const sum = (some: readonly FlowPair[]) => some.reduce((s, p) => s + p.baselineTonnes, 0);
  const everything = sum(all);
  const left = all.filter((pair) => !isLarge(pair) && most(pair) > 0);
  return { pairs, leftOut: { count: left.length, share: everything > 0 ? sum(left) / everything : 0 } };
}

const idOf = (pair: FlowPair) => `${pair.commodity}:${pair.from}>${pair.to}`;

/** What countries make of some commodities, and what they cost there; markets without either are left out. */
export function flowPlaces(
  run: ComputedRun,
  commodities: ReadonlySet<string>,
  viewpoint: readonly string[],
  figuresOf: (activity: string) => readonly string[],
): FlowPlace[] {
  const { model, trajectory } = run;
  const makers = new Map<number, { a: number; coefficient: number; activity: Activity }[]>();
  model.activities.forEach((activity, a) => {
    if (!MAKERS.has(activity.kind)) return;
    for (const { market, coefficient } of activity.entries)
      if (coefficient > 0) makers.set(market, [...(makers.get(market) ?? []), { a, coefficient, activity }]);
  });
  return model.markets.flatMap(({ commodity, country }, m): FlowPlace[] => {
    if (country === "" || !commodities.has(commodity)) return [];
    const own = makers.get(m) ?? [];
    const made = (level: Float64Array) => own.reduce((sum, { a, coefficient }) => sum + coefficient * level[a]!, 0);
    const tonnes = Float64Array.from(trajectory.level, made);
    const baselineTonnes = made(model.baseLevel);
    if (!viewpoint.includes(country) && !(baselineTonnes > 0) && !tonnes.some((x) => x > 1e-9)) return [];
    return [
      {
        commodity,
        country,
        baselineTonnes,
        tonnes,
        basePriceUsdPerTonne: model.basePriceUsdPerTonne[m]!,
        priceUsdPerTonne: Float64Array.from(trajectory.priceUsdPerTonne, (price) => price[m]!),
        figures: [...new Set(own.flatMap(({ activity }) => figuresOf(activity.id)))],
      },
    ];
  });
}
