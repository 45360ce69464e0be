import type * as z from "zod";
import { activeShares, plusDays } from "./calendar.ts";
import { date, exactlyOneOf, notNegative, positive } from "./fields.ts";
import type { CompileContext, MonthTerms } from "./lever.ts";
import { addPermitActivity, addPermitMarket } from "./permits.ts";
import { cutWindows } from "./windows.ts";

/** Fields of one store of one commodity. */
export const holdingFields = {
  targetTonnes: positive.optional().describe("how much it shall hold"),
  targetDays: positive.optional().describe("instead of tonnes: days of the ordinary turnover of the markets it serves"),
  openingTonnes: notNegative.describe("held when the run starts, t"),
  buildTonnesPerMonth: notNegative.describe("bought at most, t/month"),
};

export const buildPriceMultiple = positive.describe("buys only up to this multiple of the base price");

export const triggerFields = {
  priceMultiple: positive.optional().describe("releases at this multiple of the base price and above"),
  fromDate: date.optional().describe("instead: releases from this day on, whatever the price"),
};

export const oneTrigger = exactlyOneOf("priceMultiple", "fromDate");

/** A schema check: no stockpile buys at a price at which it sells. */
export function sellsAboveBuying(
  policy: { readonly buildPriceMultiple: number; readonly release: { readonly priceMultiple?: number | undefined } },
  context: z.core.$RefinementCtx,
): void {
  const { priceMultiple } = policy.release;
  if (priceMultiple !== undefined && priceMultiple <= policy.buildPriceMultiple)
    context.addIssue({
      code: "custom",
      path: ["release", "priceMultiple"],
      message: `got ${priceMultiple}, expected more than buildPriceMultiple (${policy.buildPriceMultiple}), or it would buy what it sells`,
      input: policy,
    });
}

/** What one store buys, where it may release, and how a scarce release is shared. */
export interface HoldingPlan {
  readonly id: string;
  readonly commodity: string;
  readonly buildMarket: number;
  readonly releaseMarkets: readonly number[];
  /** share of a month's release each release market may have; undefined = to whoever pays most */
  readonly releaseShares?: readonly number[] | undefined;
  readonly targetTonnes: number;
  readonly openingTonnes: number;
  readonly buildTonnesPerMonth: number;
  readonly maxReleaseTonnesPerMonth: number;
  readonly buildPriceMultiple: number;
  readonly release: { readonly priceMultiple?: number | undefined; readonly fromDate?: string | undefined };
}

/** A store during a run. */
export interface Holding {
  adjust(month: number, terms: MonthTerms): void;
  carryOver(level: Float64Array, priceUsdPerTonne: Float64Array): void;
  held(): { readonly market: number; readonly tonnes: number };
  paidUsd(): number;
}

// Buying and selling reach full size when the price is this share past their threshold.
const PRICE_SPREAD_SHARE = 0.05;

/** Adds a buying activity (levels < 0) and one releasing activity per market (levels > 0), all closed in the baseline. */
export function addHolding({ draft, calendar, windows }: CompileContext, plan: HoldingPlan): Holding {
  const add = (verb: "build" | "release", market: number, thresholdMultiple: number, scaleTonnes: number) => {
    const { country } = draft.markets[market]!;
    const price = draft.basePriceUsdPerTonne[market]!;
    return draft.addActivity(
      {
        id: `${verb}:${plan.id}:${plan.commodity}@${country}`,
        kind: "release",
        country,
        commodity: plan.commodity,
        entries: [{ market, coefficient: 1 }],
      },
      {
        referenceLevel: 0,
        lowerBound: 0,
        upperBound: 0,
        marginalCost: thresholdMultiple * price,
        slope: (PRICE_SPREAD_SHARE * price) / Math.max(scaleTonnes, 1e-6),
      },
      0,
    );
  };
  const build = add("build", plan.buildMarket, plan.buildPriceMultiple, plan.buildTonnesPerMonth);
  const releases = plan.releaseMarkets.map((market) =>
    add("release", market, plan.release.priceMultiple ?? 0, plan.maxReleaseTonnesPerMonth),
  );
  const purse = plan.releaseShares || releases.length < 2 ? undefined : addPurse(draft, plan, releases);
  const { fromDate } = plan.release;
  const buying = fromDate === undefined ? windows : cutWindows(windows, [{ from: fromDate, to: null }]);
  const buildShare = activeShares(calendar, buying);
  const selling =
    fromDate === undefined ? windows : cutWindows(windows, [{ from: "0001-01-01", to: plusDays(fromDate, -1) }]);
  const releaseShare = activeShares(calendar, selling);
  let tonnes = plan.openingTonnes;
  let paidUsd = 0;

  return {
    adjust(month, terms) {
      if (month === 0) {
        tonnes = plan.openingTonnes;
        paidUsd = 0;
      }
      const room = Math.max(0, plan.targetTonnes - tonnes);
      if (buildShare[month]! > 0)
        terms.lowerBound[build] = -Math.min(room, buildShare[month]! * plan.buildTonnesPerMonth);
      const sellable = Math.min(tonnes, releaseShare[month]! * plan.maxReleaseTonnesPerMonth);
      if (!(sellable > 0)) return;
      releases.forEach((a, i) => {
        terms.upperBound[a] = sellable * (plan.releaseShares?.[i] ?? 1);
      });
      if (purse !== undefined) terms.upperBound[purse] = sellable;
    },
    carryOver(level, priceUsdPerTonne) {
      const moves = [
        { market: plan.buildMarket, sold: level[build]! },
        ...releases.map((a, i) => ({ market: plan.releaseMarkets[i]!, sold: level[a]! })),
      ];
      paidUsd = 0;
      for (const { market, sold } of moves) {
        tonnes -= sold;
        paidUsd -= sold * priceUsdPerTonne[market]!;
      }
      tonnes = Math.max(0, tonnes);
    },
    held: () => ({ market: plan.buildMarket, tonnes }),
    paidUsd: () => paidUsd,
  };
}

/** One limit on several releases: each tonne takes a permit, so it goes where it is worth most. */
function addPurse(draft: CompileContext["draft"], plan: HoldingPlan, releases: readonly number[]): number {
  const name = `permit:${plan.id}:${plan.commodity}`;
  const price = draft.basePriceUsdPerTonne[plan.buildMarket]!;
  const market = addPermitMarket(draft, name, price, Math.max(plan.maxReleaseTonnesPerMonth, 1e-6));
  for (const a of releases) draft.addEntry(a, market, -1);
  return addPermitActivity(draft, market, {
    id: name,
    coefficient: 1,
    tonnesPerMonth: 0,
    lowerBound: 0,
    upperBound: 0,
  });
}

const DAYS_PER_MONTH = 365.25 / 12;

/** Target in tonnes; days are counted on the ordinary turnover of the markets. */
export function targetTonnes(
  turnoverTonnes: readonly number[],
  markets: readonly number[],
  target: { readonly targetTonnes?: number | undefined; readonly targetDays?: number | undefined },
): number {
  if (target.targetTonnes !== undefined) return target.targetTonnes;
  return (target.targetDays! / DAYS_PER_MONTH) * markets.reduce((sum, m) => sum + turnoverTonnes[m]!, 0);
}
