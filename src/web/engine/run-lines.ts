import { usesOf } from "../../simulation/draws/watch.ts";
import type { ComputedRun } from "../../simulation/rehearse.ts";
import type { MarketSeries, Rehearsal, TierSeries, UseSeries } from "../../simulation/result.ts";
import { marketSeries } from "../../simulation/series.ts";
import { coverDays } from "../../simulation/stocks.ts";
import { shortage } from "../../simulation/summary.ts";
import { tierSeries } from "../../simulation/tiers.ts";
import { countedUses } from "../../simulation/touched.ts";
import type { ControlledLine, CoverLine, PriceLine, RunLines, TierLine, UseLine } from "./asks/simulate.ts";

const array = (values: readonly number[]) => Float64Array.from(values);

/** What the screens draw of a run; every array is its own, so that it can be given away. */
export function runLines(run: ComputedRun, viewpoint: readonly string[], untouched: Rehearsal["untouched"]): RunLines {
  const uses = countedUses(usesOf(run, viewpoint), untouched);
  const markets = marketSeries(run.model, run.trajectory, wantedMarkets(run, viewpoint));
  const insides = new Set(run.controlled.map((c) => `${c.commodity}@${c.inside}`));
  const places = new Set([...viewpoint, ...run.controlled.map((c) => c.inside)]);
  const shown = markets.filter((m) => places.has(m.country));
  const atRisk = run.months.map((_, t) => uses.reduce((sum, u) => sum + u.valueAtRiskUsd[t]!, 0));
  return {
    uses: uses.map((use) => useLine(use, run.months)),
    prices: shown.map((m) => priceLine(m, insides.has(`${m.commodity}@${m.country}`))),
    covers: coverLines(run, shown),
    tiers: tierSeries(run.model, run.trajectory, markets, run.controlled).map(tierLine),
    controlled: controlledLines(run),
    valueAtRiskUsd: atRisk.reduce((a, b) => a + b, 0),
    valueAtRiskByMonthUsd: array(atRisk),
    firstStop: firstStop(uses),
  };
}

/** Markets of the viewpoint and the controlling countries, and all of what is under control, for its outside price. */
function wantedMarkets({ model, controlled }: ComputedRun, viewpoint: readonly string[]): ReadonlySet<string> {
  const places = new Set([...viewpoint, ...controlled.map((c) => c.inside)]);
  const commodities = new Set(controlled.map((c) => c.commodity));
  return new Set(model.markets.filter((m) => places.has(m.country) || commodities.has(m.commodity)).map((m) => m.id));
}

function useLine(use: UseSeries, months: readonly string[]): UseLine {
  const { shortMonths } = shortage(use, months);
  return {
    country: use.country,
    use: use.use,
    demandTonnes: array(use.demandTonnes),
    deliveredTonnes: array(use.deliveredTonnes),
    shortfallShare: array(use.productShortfallShare),
    valueAtRiskUsd: array(use.valueAtRiskUsd),
    firstShortMonth: use.firstShortMonth,
    shortMonths,
  };
}

function priceLine(market: MarketSeries, inside: boolean): PriceLine {
  const { commodity, country, basePriceUsdPerTonne, priceUsdPerTonne } = market;
  return { commodity, country, inside, basePriceUsdPerTonne, priceUsdPerTonne: array(priceUsdPerTonne) };
}

function coverLines({ model }: ComputedRun, markets: readonly MarketSeries[]): CoverLine[] {
  const stocks = new Map(model.stocks.map((stock) => [model.markets[stock.market]!.id, stock]));
  return markets.flatMap((m) => {
    const stock = stocks.get(`${m.commodity}@${m.country}`);
    if (!stock) return [];
    return [
      {
        commodity: m.commodity,
        country: m.country,
        normalDays: coverDays(stock, stock.normalTonnes),
        stockTonnes: array(m.stockTonnes),
        coverDays: array(m.coverDays),
      },
    ];
  });
}

function tierLine(tier: TierSeries): TierLine {
  const { outsideVolumeShare: _, ...rest } = tier;
  return {
    ...rest,
    insidePriceUsdPerTonne: array(tier.insidePriceUsdPerTonne),
    contractPriceUsdPerTonne: array(tier.contractPriceUsdPerTonne),
    outsidePriceUsdPerTonne: array(tier.outsidePriceUsdPerTonne),
    domesticTonnes: array(tier.domesticTonnes),
    contractTonnes: array(tier.contractTonnes),
    outsideTonnes: array(tier.outsideTonnes),
  };
}

/** Shipments under control, the largest of the baseline first. */
function controlledLines({ model, trajectory, controlled }: ComputedRun): ControlledLine[] {
  const controls = new Map(controlled.map((c) => [`${c.commodity}@${c.inside}`, c.controls]));
  return model.activities
    .flatMap((activity, a): ControlledLine[] => {
      const { kind, commodity, country, destination } = activity;
      const held = controls.get(`${commodity}@${country}`);
      if (kind !== "ship" || destination === country || !held || !(model.baseLevel[a]! > 0)) return [];
      return [
        {
          commodity,
          from: country,
          to: destination!,
          controls: held,
          baselineTonnesPerMonth: model.baseLevel[a]!,
          tonnes: Float64Array.from(trajectory.level, (level) => level[a]!),
        },
      ];
    })
    .sort((a, b) => b.baselineTonnesPerMonth - a.baselineTonnesPerMonth);
}

function firstStop(uses: readonly UseSeries[]): RunLines["firstStop"] {
  const risk = (use: UseSeries) => use.valueAtRiskUsd.reduce((a, b) => a + b, 0);
  const [first] = uses
    .filter((use) => use.firstShortMonth !== null)
    .sort((a, b) =>
      a.firstShortMonth! < b.firstShortMonth! ? -1 : a.firstShortMonth! > b.firstShortMonth! ? 1 : risk(b) - risk(a),
    );
  return first ? { country: first.country, use: first.use, month: first.firstShortMonth! } : null;
}
