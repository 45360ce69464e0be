import * as z from "zod";
import { valueAtStakeUsd } from "../chain/calibrate.ts";
import type { ModelDraft } from "../chain/draft.ts";
import type { ActivityKind, Entry } from "../chain/model.ts";
import { openRoutes } from "../chain/routes.ts";
import type { Vocabulary } from "../chain/vocabulary.ts";
import { monthCount, positive } from "./fields.ts";
import type { MonthTerms } from "./lever.ts";
import { openMarket } from "./markets.ts";
import type { NameCheck } from "./names.ts";

/** Fields of everything that is built: when it starts, how it grows, when it pays. */
export const plantFields = {
  delayMonths: monthCount.default(0).describe("later than `from` by this much"),
  rampMonths: monthCount.default(0).describe("months from first output to full capacity, in a straight line"),
  breakEvenPriceFactor: positive
    .max(10)
    .describe("runs full when its outputs fetch this multiple of base prices, inputs at base prices; 1 = competitive"),
};

export const capacityTonnesPerYear = z.number().positive().describe("full capacity, t/a");

/** A plant to be: coefficients per unit of level, level counted in `commodity`. */
export interface PlantPlan {
  readonly id: string;
  readonly kind: Extract<
    ActivityKind,
    "mine" | "collect" | "separate" | "refine" | "reduce" | "press" | "recycle" | "substitute"
  >;
  readonly commodity: string;
  readonly recipe?: string;
  readonly country: string;
  readonly coefficients: ReadonlyMap<string, number>;
  readonly capacityLevel: number;
  readonly breakEvenPriceFactor: number;
}

/**
 * Adds a plant that stands still until a lever opens it. Its marginal cost at capacity is
 * breakEvenPriceFactor × value of outputs − value of inputs, all at base prices; its slope spreads that margin over
 * supplyElasticity × capacity. Opens the markets it needs and routes for its own feed and output. Commodities nobody trades become problems.
 */
export function addPlant(draft: ModelDraft, vocabulary: Vocabulary, check: NameCheck, plan: PlantPlan): number {
  const { id, kind, commodity, recipe, country, capacityLevel } = plan;
  const entries: Entry[] = [];
  let outputs = 0;
  let inputs = 0;
  for (const [traded, coefficient] of plan.coefficients) {
    if (coefficient === 0) continue;
    const market = openMarket(draft, vocabulary, traded, country, Math.abs(coefficient) * capacityLevel);
    if (market === undefined) {
      check.add(
        [],
        `no country has a market for ${traded}, so it has no base price; add figures for it to the dataset`,
      );
      continue;
    }
    entries.push({ market, coefficient });
    const value = coefficient * draft.basePriceUsdPerTonne[market]!;
    if (coefficient > 0) outputs += value;
    else inputs -= value;
  }
  check.done();
  const elasticity = vocabulary.parameter("supplyElasticity", kind);
  const activity = draft.addActivity(
    { id, kind, country, commodity, ...(recipe === undefined ? {} : { recipe }), entries },
    {
      referenceLevel: 0,
      lowerBound: 0,
      upperBound: 0,
      marginalCost: plan.breakEvenPriceFactor * outputs - inputs,
      slope: valueAtStakeUsd(plan.breakEvenPriceFactor * outputs - inputs, outputs) / (elasticity * capacityLevel),
    },
    0,
  );
  for (const { market, coefficient } of entries)
    openRoutes(draft, vocabulary, draft.markets[market]!.commodity, country, {
      direction: coefficient > 0 ? "out" : "in",
      contractedTonnes: Math.abs(coefficient) * capacityLevel,
    });
  return activity;
}

/** Opens a plant to a level: it makes that much at its break-even price. */
export function openPlant(terms: MonthTerms, activity: number, level: number): void {
  if (level === 0) return;
  terms.upperBound[activity] = level;
  terms.referenceLevel[activity] = level;
}
