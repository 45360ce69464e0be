import type { Model } from "../chain/model.ts";
import type { ActivitySeries, ApplicationSeries, MarketSeries, StockpileSeries, UseSeries } from "./result.ts";
import { coverDays } from "./stocks.ts";
import type { Trajectory } from "./trajectory.ts";

/** Under this share of need a use counts as short (docs/model.md, "time to shortage"). */
export const SHORT_BELOW_SHARE = 0.95;
const MONTHLY_NOISE_TONNES = 1e-9;

/** @param wanted ids of the markets to read; absent = all that are commodities */
export function marketSeries(model: Model, trajectory: Trajectory, wanted?: ReadonlySet<string>): MarketSeries[] {
  const stockOfMarket = new Map(model.stocks.map((stock, s) => [stock.market, s]));
  const permits = permitsEverybodyNeeds(model);
  return model.markets.flatMap((market, m) => {
    if (market.country === "" || (wanted && !wanted.has(market.id))) return [];
    const s = stockOfMarket.get(m);
    const stockTonnes = trajectory.stockTonnes.map((stocks) => (s === undefined ? 0 : stocks[s]!));
    return [
      {
        commodity: market.commodity,
        country: market.country,
        basePriceUsdPerTonne: model.basePriceUsdPerTonne[m]!,
        priceUsdPerTonne: trajectory.priceUsdPerTonne.map((price) =>
          (permits.get(m) ?? []).reduce((sum, permit) => sum + price[permit]!, price[m]!),
        ),
        stockTonnes,
        coverDays: stockTonnes.map((tonnes) => (s === undefined ? 0 : coverDays(model.stocks[s]!, tonnes))),
      },
    ];
  });
}

/**
 * End-use permits by market, where every user of the market needs them: only commodity and permit together have a price
 * then, and that sum is what users pay.
 */
function permitsEverybodyNeeds(model: Model): Map<number, number[]> {
  const users = new Map<number, { permits: Set<number>; all: boolean }>();
  for (const { kind, entries } of model.activities) {
    if (kind !== "use") continue;
    const permits = entries.map((e) => e.market).filter((m) => model.markets[m]!.country === "");
    for (const { market } of entries) {
      if (permits.includes(market)) continue;
      const { id } = model.markets[market]!;
      const own = permits.filter((p) => model.markets[p]!.commodity.endsWith(`:${id}`));
      const known = users.get(market) ?? { permits: new Set<number>(), all: true };
      users.set(market, { permits: new Set([...known.permits, ...own]), all: known.all && own.length > 0 });
    }
  }
  return new Map([...users].filter(([, u]) => u.all).map(([market, u]) => [market, [...u.permits]]));
}

/** Uses in order of the model, each with its applications; only of some countries, if they are given. */
export function useSeries(
  model: Model,
  trajectory: Trajectory,
  months: readonly string[],
  countries?: readonly string[],
): UseSeries[] {
  const byUse = new Map<string, { country: string; use: string; applications: ApplicationSeries[] }>();
  model.applications.forEach((demand, d) => {
    if (countries && !countries.includes(demand.country)) return;
    const demandTonnes = trajectory.demandTonnes.map((all) => all[d]!);
    const deliveredTonnes = trajectory.level.map((level) => demand.activities.reduce((sum, a) => sum + level[a]!, 0));
    const key = `${demand.country}/${demand.use}`;
    const use = byUse.get(key) ?? { country: demand.country, use: demand.use, applications: [] };
    byUse.set(key, use);
    use.applications.push({
      application: demand.application,
      productValueUsdPerTonne: demand.productValueUsdPerTonne,
      inputs: model.activities[demand.activities[0]!]!.entries.filter(
        (e) => e.coefficient < 0 && isCommodity(model, e.market),
      ).map((e) => ({
        commodity: model.markets[e.market]!.commodity,
        tonnesPerTonne: -e.coefficient,
      })),
      demandTonnes,
      deliveredTonnes,
      shortfallShare: demandTonnes.map((need, t) => shortfall(need, deliveredTonnes[t]!)),
      valueAtRiskUsd: demandTonnes.map(
        (need, t) => need * shortfall(need, deliveredTonnes[t]!) * demand.productValueUsdPerTonne,
      ),
    });
  });
  return [...byUse.values()].map(({ country, use, applications }) => useOf(country, use, applications, months));
}

/** A use as the sum of applications. */
export function useOf(
  country: string,
  use: string,
  applications: readonly ApplicationSeries[],
  months: readonly string[],
): UseSeries {
  const total = (field: "demandTonnes" | "deliveredTonnes" | "valueAtRiskUsd") =>
    months.map((_, t) => applications.reduce((sum, a) => sum + a[field][t]!, 0));
  const demandTonnes = total("demandTonnes");
  const deliveredTonnes = total("deliveredTonnes");
  const productShortfallShare = months.map((_, t) => productShortfall(applications, t));
  const firstShort = productShortfallShare.findIndex((share) => share > 1 - SHORT_BELOW_SHARE);
  return {
    country,
    use,
    demandTonnes,
    deliveredTonnes,
    shortfallShare: demandTonnes.map((need, t) => shortfall(need, deliveredTonnes[t]!)),
    productShortfallShare,
    valueAtRiskUsd: total("valueAtRiskUsd"),
    firstShortMonth: firstShort < 0 ? null : months[firstShort]!,
    applications,
  };
}

function productShortfall(applications: readonly ApplicationSeries[], month: number): number {
  let value = 0;
  let missing = 0;
  for (const { demandTonnes, productValueUsdPerTonne, valueAtRiskUsd } of applications) {
    value += demandTonnes[month]! * productValueUsdPerTonne;
    missing += valueAtRiskUsd[month]!;
  }
  return value > 0 ? missing / value : 0;
}

function shortfall(demandTonnes: number, deliveredTonnes: number): number {
  const missing = demandTonnes - deliveredTonnes;
  return missing > MONTHLY_NOISE_TONNES * Math.max(1, demandTonnes) ? missing / demandTonnes : 0;
}

function isCommodity(model: Model, market: number): boolean {
  return model.markets[market]!.country !== ""; // permits have no country
}

const SHOWN_KINDS: ReadonlySet<string> = new Set([
  "mine",
  "collect",
  "separate",
  "refine",
  "reduce",
  "press",
  "recycle",
  "substitute",
  "ship",
  "leak",
  "release",
  "permit",
]);

/**
 * Everything that makes or moves something in any month; uses and stores have series of their own.
 * @param wanted commodities whose activities to read; absent = all
 */
export function activitySeries(model: Model, trajectory: Trajectory, wanted?: ReadonlySet<string>): ActivitySeries[] {
  return model.activities.flatMap((activity, a) => {
    if (!SHOWN_KINDS.has(activity.kind) || (wanted && !wanted.has(activity.commodity))) return [];
    const tonnes = trajectory.level.map((level) => level[a]!);
    const rentUsdPerTonne = trajectory.rentUsdPerTonne.map((rent) => rent[a]!);
    if (tonnes.every((x) => Math.abs(x) < MONTHLY_NOISE_TONNES) && model.baseLevel[a]! < MONTHLY_NOISE_TONNES)
      return [];
    return [
      {
        id: activity.id,
        kind: activity.kind,
        commodity: activity.commodity,
        country: activity.country,
        ...(activity.destination === undefined
          ? {
              entries: activity.entries
                .filter((e) => isCommodity(model, e.market))
                .map((e) => ({
                  commodity: model.markets[e.market]!.commodity,
                  coefficient: e.coefficient,
                })),
            }
          : { destination: activity.destination }),
        tonnes,
        baselineTonnesPerMonth: model.baseLevel[a]!,
        rentUsdPerTonne,
      },
    ];
  });
}

export function stockpileSeries(model: Model, trajectory: Trajectory): StockpileSeries[] {
  return trajectory.openingHeldTonnes.map((opening, i) => ({
    id: opening.id,
    commodity: model.markets[opening.market]!.commodity,
    country: model.markets[opening.market]!.country,
    tonnes: trajectory.heldTonnes.map((held) => held[i]!.tonnes),
  }));
}
