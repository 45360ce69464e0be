import type { Dataset } from "../dataset/index.ts";
import { addDisposal } from "./calibrate/disposal.ts";
import { addFlows } from "./calibrate/flows.ts";
import { addPotentialRoutes } from "./calibrate/potential-routes.ts";
import { addStocks } from "./calibrate/stocks.ts";
import { addSubstitutes } from "./calibrate/substitutes.ts";
import { addUses } from "./calibrate/uses.ts";
import { ModelDraft } from "./draft.ts";
import { parameterReader, type ReadParameter } from "./figures.ts";
import type { Model } from "./model.ts";
import { basePrices } from "./prices.ts";
import { recipesOf } from "./recipes.ts";
import type { Skeleton } from "./skeleton.ts";

/** What every calibration step works with. */
export interface Calibration {
  readonly dataset: Dataset;
  readonly draft: ModelDraft;
  readonly parameter: ReadParameter;
  readonly stageOf: (commodity: string) => string;
}

/**
 * Turns balanced levels into a model that stands still at base prices (positive mathematical programming, Howitt
 * 1995): marginal cost at the baseline level equals what the prices pay, slopes come from elasticities.
 */
export function calibrate(dataset: Dataset, balanced: Skeleton, balancedLevel: Float64Array): Model {
  const recipes = recipesOf(dataset);
  const { skeleton, level } = withoutDeadMarkets(balanced, balancedLevel);
  const balance = traffic(skeleton, level);
  const price = basePrices(dataset, recipes, skeleton.markets, payDelivery(skeleton, level, balance.netImports));
  const draft = new ModelDraft();
  skeleton.markets.forEach((m, i) => {
    draft.addMarket(m.commodity, m.country, price[i]!, Math.max(balance.turnover[i]!, SMALLEST_TURNOVER_TONNES));
  });
  const stages = new Map(dataset.commodities.map((c) => [c.id, c.stage]));
  const calibration: Calibration = {
    dataset,
    draft,
    parameter: parameterReader(dataset),
    stageOf: (commodity) => stages.get(commodity) ?? "",
  };
  addFlows(calibration, skeleton, level);
  addUses(calibration, skeleton, level);
  addPotentialRoutes(calibration);
  addSubstitutes(calibration, recipes);
  addDisposal(calibration);
  addStocks(calibration);
  return draft.build();
}

const SMALLEST_TURNOVER_TONNES = 1e-3;
const DEAD_BELOW_TONNES = 1e-9;

/** Leaves out markets that balancing emptied (nobody could supply them), with everything that touches them. */
function withoutDeadMarkets(skeleton: Skeleton, level: Float64Array): { skeleton: Skeleton; level: Float64Array } {
  const busiest = new Float64Array(skeleton.markets.length);
  skeleton.activities.forEach((activity, a) => {
    for (const { market, coefficient } of activity.entries)
      busiest[market] = Math.max(busiest[market]!, Math.abs(coefficient * level[a]!));
  });
  const index = new Map<number, number>();
  const markets = skeleton.markets.filter((_, m) => {
    if (busiest[m]! < DEAD_BELOW_TONNES) return false;
    index.set(m, index.size);
    return true;
  });
  const kept = skeleton.activities.flatMap((activity, a) =>
    activity.entries.every((e) => index.has(e.market)) ? [a] : [],
  );
  return {
    skeleton: {
      markets,
      activities: kept.map((a) => {
        const activity = skeleton.activities[a]!;
        return { ...activity, entries: activity.entries.map((e) => ({ ...e, market: index.get(e.market)! })) };
      }),
      figures: kept.map((a) => skeleton.figures[a]!),
    },
    level: Float64Array.from(kept, (a) => level[a]!),
  };
}

function traffic(skeleton: Skeleton, level: Float64Array): { turnover: Float64Array; netImports: Float64Array } {
  const turnover = new Float64Array(skeleton.markets.length);
  const netImports = new Float64Array(skeleton.markets.length);
  skeleton.activities.forEach((activity, a) => {
    for (const { market, coefficient } of activity.entries) {
      turnover[market]! += Math.abs(coefficient * level[a]!) / 2;
      if (activity.kind === "ship") netImports[market]! += coefficient * level[a]!;
    }
  });
  return { turnover, netImports };
}

/** A converter never reacts as if its margin were thinner than this share of what its outputs fetch. */
const THINNEST_MARGIN_SHARE = 0.05;

/**
 * What a change of one unit in the level of a maker is worth to it: its margin, because a converter stops when the margin
 * is gone, not when its output is worth nothing. Without inputs the margin is the price.
 */
export function valueAtStakeUsd(marginUsd: number, outputsUsd: number): number {
  return Math.max(marginUsd, THINNEST_MARGIN_SHARE * outputsUsd);
}

/** Countries that import on balance pay for delivery, except the largest maker, whose export price is the reference. */
function payDelivery(skeleton: Skeleton, level: Float64Array, netImports: Float64Array): (market: number) => boolean {
  const made = new Float64Array(skeleton.markets.length);
  skeleton.activities.forEach((activity, a) => {
    if (activity.kind === "ship") return;
    for (const { market, coefficient } of activity.entries) made[market]! += Math.max(0, coefficient * level[a]!);
  });
  const most = new Map<string, number>();
  skeleton.markets.forEach(({ commodity }, m) => {
    most.set(commodity, Math.max(most.get(commodity) ?? 0, made[m]!));
  });
  return (m) => netImports[m]! > 0 && made[m]! < most.get(skeleton.markets[m]!.commodity)!;
}

/** What the base prices pay for one unit of an activity: Σ A λ̂, USD/t; and what its outputs alone fetch. */
export function valueAtBasePrices(
  draft: ModelDraft,
  entries: readonly { readonly market: number; readonly coefficient: number }[],
): { net: number; outputs: number } {
  let net = 0;
  let outputs = 0;
  for (const { market, coefficient } of entries) {
    const value = coefficient * draft.basePriceUsdPerTonne[market]!;
    net += value;
    if (coefficient > 0) outputs += value;
  }
  return { net, outputs };
}
