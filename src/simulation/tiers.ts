import type { Activity, Model } from "../chain/model.ts";
import type { ControlledFlow } from "./controlled.ts";
import type { MarketSeries, TierSeries } from "./result.ts";
import type { Trajectory } from "./trajectory.ts";

/** Two-tier prices of every commodity under control; see {@link priceTier}. Commodities nobody outside takes are left out. */
export function tierSeries(
  model: Model,
  trajectory: Trajectory,
  markets: readonly MarketSeries[],
  controlled: readonly ControlledFlow[],
): TierSeries[] {
  return controlled.flatMap((flow) => priceTier(model, trajectory, markets, flow) ?? []);
}

/**
 * One commodity at its two prices, USD/t, and the tonnes per month that change hands at each. What leaves the inside
 * country by an ordinary shipment goes at the inside price plus delivery; all else that others get (leaks, what they make,
 * release or draw from stocks) goes at the outside price, the mean of the other countries' clearing prices weighted by what
 * they take in the baseline. What the others send inside or dispose of reaches no user of theirs: it comes off their own
 * supply and, beyond that, off the shipments, so no volume is negative. Null when nobody outside takes any in the baseline. Definition: docs/model.md, "Two prices".
 */
export function priceTier(
  model: Model,
  { level }: Pick<Trajectory, "level">,
  markets: readonly MarketSeries[],
  { commodity, inside, controls }: ControlledFlow,
): TierSeries | null {
  const account = accountsOf(model, commodity, inside);
  const price = new Map(markets.filter((m) => m.commodity === commodity).map((m) => [m.country, m]));
  const home = price.get(inside);
  const ordinary = account(model.baseLevel);
  const weights = [...ordinary.takenTonnes].filter(([country, tonnes]) => country !== inside && tonnes > 0);
  if (!home || weights.length === 0) return null;
  const months = level.map((x) => account(x));
  const delivery = (country: string) => price.get(country)!.basePriceUsdPerTonne - home.basePriceUsdPerTonne;
  const domesticTonnes = months.map((m) => m.takenTonnes.get(inside) ?? 0);
  const lost = months.map((m) => Math.max(0, m.goneTonnes - m.otherSupplyTonnes));
  const contractTonnes = months.map((m, t) => Math.max(0, sum(m.shippedTonnes.values()) - lost[t]!));
  const outsideTonnes = months.map((m) => Math.max(0, m.otherSupplyTonnes - m.goneTonnes));
  return {
    commodity,
    inside,
    controls,
    insidePriceUsdPerTonne: home.priceUsdPerTonne,
    contractPriceUsdPerTonne: months.map((m, t) => {
      const shipped = sum(m.shippedTonnes.values()) > 0 ? m.shippedTonnes : ordinary.shippedTonnes;
      return home.priceUsdPerTonne[t]! + (mean([...shipped].map(([to, tonnes]) => [delivery(to), tonnes])) ?? 0);
    }),
    outsidePriceUsdPerTonne: level.map(
      (_, t) => mean(weights.map(([country, tonnes]) => [price.get(country)!.priceUsdPerTonne[t]!, tonnes]))!,
    ),
    domesticTonnes,
    contractTonnes,
    outsideTonnes,
    outsideVolumeShare: outsideTonnes.map((outside, t) => {
      const all = domesticTonnes[t]! + contractTonnes[t]! + outside;
      return all > 0 ? outside / all : 0;
    }),
  };
}

/** What happened to one commodity in one month, tonnes. */
interface Account {
  /** by country: what users and makers take and what goes into stocks; not what is disposed of */
  readonly takenTonnes: ReadonlyMap<string, number>;
  /** by destination: ordinary shipments out of the inside country */
  readonly shippedTonnes: ReadonlyMap<string, number>;
  /** all else that countries outside get */
  readonly otherSupplyTonnes: number;
  /** what countries outside send inside or dispose of */
  readonly goneTonnes: number;
}

/** What an activity does to one market of a commodity, as an account of an inside country sees it. */
type Role = "shipped" | "sent back" | "leaked" | "stored" | "disposed" | "used or made";

interface Touching {
  readonly activity: Activity;
  readonly a: number;
  readonly place: string;
  readonly coefficient: number;
}

const touchingOfModel = new WeakMap<Model, ReadonlyMap<string, readonly Touching[]>>();

/** What activities do to the markets of each commodity, in the order of the model; looked up once for a model. */
function touchingOf(model: Model): ReadonlyMap<string, readonly Touching[]> {
  const known = touchingOfModel.get(model);
  if (known) return known;
  const found = new Map<string, Touching[]>();
  model.activities.forEach((activity, a) => {
    for (const { market, coefficient } of activity.entries) {
      const { commodity, country: place } = model.markets[market]!;
      if (place === "") continue;
      const list = found.get(commodity);
      if (list) list.push({ activity, a, place, coefficient });
      else found.set(commodity, [{ activity, a, place, coefficient }]);
    }
  });
  touchingOfModel.set(model, found);
  return found;
}

/** Undefined for trade among other countries, and for what leaves or reaches the inside country on its own side of a shipment. */
function roleOf({ activity: { kind, country, destination }, place }: Touching, inside: string): Role | undefined {
  if (kind === "ship") {
    if (place === inside) return undefined;
    return country === inside ? "shipped" : destination === inside ? "sent back" : undefined;
  }
  if (kind === "leak") return place === inside ? undefined : "leaked";
  if (kind === "store") return "stored";
  if (kind === "dispose") return place === inside ? undefined : "disposed";
  return "used or made";
}

/** Reads the account of a commodity off the levels of a month. */
function accountsOf(model: Model, commodity: string, inside: string): (level: Float64Array) => Account {
  const touching = (touchingOf(model).get(commodity) ?? []).flatMap((touch) => {
    const role = roleOf(touch, inside);
    return role === undefined ? [] : [{ role, a: touch.a, place: touch.place, coefficient: touch.coefficient }];
  });
  return (level) => {
    const takenTonnes = new Map<string, number>();
    const shippedTonnes = new Map<string, number>();
    const stored = new Map<string, number>();
    let otherSupplyTonnes = 0;
    let goneTonnes = 0;
    for (const { role, a, place, coefficient } of touching) {
      const tonnes = coefficient * level[a]!;
      if (role === "shipped") add(shippedTonnes, place, tonnes);
      else if (role === "sent back" || role === "disposed") goneTonnes -= tonnes;
      else if (role === "leaked") otherSupplyTonnes += tonnes;
      else if (role === "stored") add(stored, place, tonnes);
      else if (tonnes < 0) add(takenTonnes, place, -tonnes);
      else if (place !== inside) otherSupplyTonnes += tonnes;
    }
    // the steps of a stock act together: only what comes or goes on balance changes hands
    for (const [place, drawn] of stored) {
      if (drawn < 0) add(takenTonnes, place, -drawn);
      else if (place !== inside) otherSupplyTonnes += drawn;
    }
    return { takenTonnes, shippedTonnes, otherSupplyTonnes, goneTonnes };
  };
}

function add(sums: Map<string, number>, key: string, tonnes: number): void {
  sums.set(key, (sums.get(key) ?? 0) + tonnes);
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((a, b) => a + b, 0);
}

/** Weighted mean of [value, weight]; undefined when the weights are nothing. */
function mean(pairs: readonly (readonly [number, number])[]): number | undefined {
  const weight = sum(pairs.map(([, w]) => w));
  return weight > 0 ? sum(pairs.map(([value, w]) => value * w)) / weight : undefined;
}
