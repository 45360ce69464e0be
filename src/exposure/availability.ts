import type { ActivitySeries, Run } from "../simulation/result.ts";

/** Which series of the run says how much a supplier still delivers; tried in this order. */
export type AvailabilityRule =
  | "route" // what is shipped from the supplier to the country where the product is built
  | "own-production" // supplier and builder are one country: what it makes less what it ships away
  | "exports" // the route carries nothing in an ordinary month: all that the supplier ships
  | "production" // the supplier ships nothing in an ordinary month: the lesser of what it makes and what its users receive
  | "supplier-uses" // nor does it make any: the share of need that users in the supplier's country receive
  | "uses" // nor has it users: the share of need that users in the country where the product is built receive
  | "new-exports"; // second sources only: it begins to ship in the run, against its largest month

/** Rules that tell nothing of what the supplier itself ships: a row that rests on one must say so. */
export const BY_USERS: ReadonlySet<AvailabilityRule> = new Set(["production", "supplier-uses", "uses"]);

export interface Availability {
  readonly rule: AvailabilityRule;
  /** what an ordinary month carries, t; the largest month for new-exports, the first month's need for users */
  readonly baselineTonnesPerMonth: number;
  /** by month: delivered over ordered, 0–1; 1 in every month before the first event */
  readonly ratio: readonly number[];
}

/** Below a kilogram a month a flow of the balanced baseline is rounding, not trade. */
const LEAST_TONNES = 1e-3;
const NOT_PRODUCTION: ReadonlySet<string> = new Set(["release", "permit"]);

/** Flows of a run by commodity, so that many questions about it are cheap. */
export interface Supply {
  /** a supplier who delivers in peace; null when the run knows neither such trade nor making nor a use */
  availability(commodity: string, supplier: string, country: string): Availability | null;
  /** a supplier to be found: null unless it ships, or makes and keeps, some in an ordinary month or in one of the run */
  secondSource(commodity: string, supplier: string, country: string): Availability | null;
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
 * Availability is relative to peace: who is named in a bill of materials delivers as ordered until the first event, and
 * never more than was ordered. Leaks around a control are left out: what reaches a market through third countries is
 * nobody's contract.
 * @param firstEvent month of the run's first event, `2027-01`; null when nothing happens
 */
export function supplyOf(run: Run, firstEvent: string | null): Supply {
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

  const peaceful = run.months.filter((month) => firstEvent === null || month < firstEvent).length;
  const inPeace = (found: Availability | null): Availability | null =>
    found && { ...found, ratio: found.ratio.map((share, month) => (month < peaceful ? 1 : share)) };

  const byFlow = (commodity: string, supplier: string, country: string): Availability | null =>
    supplier === country
      ? against("own-production", kept(commodity, country))
      : (against("route", shippedBy(commodity, supplier, country)) ??
        against("exports", shippedBy(commodity, supplier)));

  const byUsers = (commodity: string, supplier: string, country: string): Availability | null => {
    const made = against("production", madeBy(commodity, supplier));
    const served = deliveredShare(run, "supplier-uses", commodity, supplier);
    if (made && served) return { ...made, ratio: made.ratio.map((share, t) => Math.min(share, served.ratio[t]!)) };
    return made ?? served ?? deliveredShare(run, "uses", commodity, country);
  };

  const known = new Map<string, Availability | null>();

  return {
    availability: (commodity, supplier, country) => {
      const key = `${commodity}:${supplier}>${country}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const found = inPeace(byFlow(commodity, supplier, country) ?? byUsers(commodity, supplier, country));
      known.set(key, found);
      return found;
    },
    secondSource: (commodity, supplier, country) => {
      const own = inPeace(byFlow(commodity, supplier, country));
      if (own || supplier === country) return own;
      const all = shippedBy(commodity, supplier);
      return against("new-exports", { ...all, baseline: all.tonnes.reduce((a, b) => Math.max(a, b), 0) });
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
  return { rule, baselineTonnesPerMonth: baseline, ratio: tonnes.map((t) => share(t / baseline)) };
}

/** Nobody hands over more than was ordered. */
function share(ratio: number): number {
  return Math.min(1, Math.max(0, ratio));
}

/** Delivered over needed by all uses of a commodity in a country. */
function deliveredShare(
  run: Run,
  rule: "supplier-uses" | "uses",
  commodity: string,
  country: string,
): Availability | null {
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
  return { rule, baselineTonnesPerMonth: need[0]!, ratio: need.map((tonnes, t) => share(got[t]! / tonnes)) };
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
