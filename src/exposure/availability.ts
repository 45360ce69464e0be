import type { ActivitySeries, Run } from "../simulation/result.ts";

/** Which series of the run says how much a supplier still delivers; tried in this order. */
export type AvailabilityRule =
  | "route" // what is shipped from the supplier to the country where the product is built
  | "own-production" // supplier and builder are one country: what it makes less what it ships away
  | "exports" // the route carries nothing in an ordinary month: all that the supplier ships
  | "new-exports" // the supplier ships nothing in an ordinary month: all that it ships, against its largest month
  | "uses"; // neither: the share of need that users in the country where the product is built receive

export interface Availability {
  readonly rule: AvailabilityRule;
  /** what an ordinary month carries, t; the largest month for new-exports, the first month's need for uses */
  readonly baselineTonnesPerMonth: number;
  /** by month: what is delivered over what an ordinary month carries; 1 = as ordered, may exceed 1 */
  readonly ratio: readonly number[];
}

/** Below a kilogram a month a flow of the balanced baseline is rounding, not trade. */
const LEAST_TONNES = 1e-3;
const NOT_PRODUCTION: ReadonlySet<string> = new Set(["release", "permit"]);

/** Flows of a run by commodity, so that many questions about it are cheap. */
export interface Supply {
  /** null when the run knows neither such trade nor such a use */
  availability(commodity: string, supplier: string, country: string): Availability | null;
  /** countries that ship the commodity in some month, and its makers, in order of code */
  suppliers(commodity: string): readonly string[];
  /** mean over the run of what a country ships of a commodity, or makes and keeps when it is the builder's own, t/month */
  meanTonnesPerMonth(commodity: string, supplier: string, country: string): number;
  /** what the world makes of it in an ordinary month, t */
  worldTonnesPerMonth(commodity: string): number;
}

interface Flow {
  readonly baseline: number;
  readonly tonnes: readonly number[];
}

/**
 * Leaks around a control are left out: what reaches a market through third countries is nobody's contract.
 */
export function supplyOf(run: Run): Supply {
  const shipments = new Map<string, ActivitySeries[]>();
  const makers = new Map<string, { country: string; flow: Flow }[]>();
  for (const activity of run.activities) {
    if (activity.kind === "ship") push(shipments, activity.commodity, activity);
    for (const { commodity, coefficient } of activity.entries ?? [])
      if (coefficient > 0 && !NOT_PRODUCTION.has(activity.kind))
        push(makers, commodity, {
          country: activity.country,
          flow: scaled({ baseline: activity.baselineTonnesPerMonth, tonnes: activity.tonnes }, coefficient),
        });
  }
  const none: Flow = { baseline: 0, tonnes: run.months.map(() => 0) };
  const add = (flows: readonly Flow[]) => flows.reduce(sum, none);
  const flowOf = (a: ActivitySeries): Flow => ({ baseline: a.baselineTonnesPerMonth, tonnes: a.tonnes });
  const shippedBy = (commodity: string, supplier: string, to?: string) =>
    add(
      (shipments.get(commodity) ?? [])
        .filter((a) => a.country === supplier && (to === undefined || a.destination === to))
        .map(flowOf),
    );
  const madeBy = (commodity: string, country: string) =>
    add((makers.get(commodity) ?? []).filter((m) => m.country === country).map((m) => m.flow));
  const kept = (commodity: string, country: string) =>
    sum(madeBy(commodity, country), scaled(shippedBy(commodity, country), -1));

  const flowRule = (commodity: string, supplier: string, country: string): Availability | null => {
    if (supplier === country) return against("own-production", kept(commodity, country));
    const all = shippedBy(commodity, supplier);
    return (
      against("route", shippedBy(commodity, supplier, country)) ??
      against("exports", all) ??
      against("new-exports", { ...all, baseline: all.tonnes.reduce((a, b) => Math.max(a, b), 0) })
    );
  };

  const known = new Map<string, Availability | null>();

  return {
    availability: (commodity, supplier, country) => {
      const key = `${commodity}:${supplier}>${country}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const found = flowRule(commodity, supplier, country) ?? deliveredShare(run, commodity, country);
      known.set(key, found);
      return found;
    },
    suppliers: (commodity) => {
      const ships = (shipments.get(commodity) ?? []).filter((a) => mean(a.tonnes) >= LEAST_TONNES);
      const makes = (makers.get(commodity) ?? []).filter((m) => mean(m.flow.tonnes) >= LEAST_TONNES);
      return [...new Set([...ships, ...makes].map((a) => a.country))].sort();
    },
    meanTonnesPerMonth: (commodity, supplier, country) =>
      Math.max(0, mean((supplier === country ? kept(commodity, country) : shippedBy(commodity, supplier)).tonnes)),
    worldTonnesPerMonth: (commodity) => add((makers.get(commodity) ?? []).map((m) => m.flow)).baseline,
  };
}

function against(rule: AvailabilityRule, { baseline, tonnes }: Flow): Availability | null {
  if (baseline < LEAST_TONNES) return null;
  return { rule, baselineTonnesPerMonth: baseline, ratio: tonnes.map((t) => Math.max(0, t) / baseline) };
}

/** Delivered over needed by all uses of a commodity in a country. */
function deliveredShare(run: Run, commodity: string, country: string): Availability | null {
  const need = run.months.map(() => 0);
  const got = run.months.map(() => 0);
  for (const use of run.uses)
    if (use.country === country)
      for (const { inputs, demandTonnes, deliveredTonnes } of use.applications)
        for (const input of inputs ?? [])
          if (input.commodity === commodity)
            run.months.forEach((_, t) => {
              need[t]! += demandTonnes[t]! * input.tonnesPerTonne;
              got[t]! += deliveredTonnes[t]! * input.tonnesPerTonne;
            });
  if (need.length === 0 || need.some((tonnes) => tonnes < LEAST_TONNES)) return null;
  return { rule: "uses", baselineTonnesPerMonth: need[0]!, ratio: need.map((tonnes, t) => got[t]! / tonnes) };
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function sum(a: Flow, b: Flow): Flow {
  return { baseline: a.baseline + b.baseline, tonnes: a.tonnes.map((x, t) => x + b.tonnes[t]!) };
}

function scaled({ baseline, tonnes }: Flow, factor: number): Flow {
  return { baseline: baseline * factor, tonnes: tonnes.map((x) => x * factor) };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}
