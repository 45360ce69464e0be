import * as z from "zod";
import type { Stock } from "../chain/model.ts";
import { activeShares, plusDays } from "./calendar.ts";
import type { CompileContext, MonthTerms } from "./lever.ts";
import type { NameCheck } from "./names.ts";
import type { Shipments } from "./shipments.ts";

export const rushField = z
  .strictObject({ coverFactor: z.number().min(1).max(20).describe("buyers want this many times their normal cover") })
  .optional()
  .describe("buyers stock up between `announced` and `from`");

interface Rushed {
  readonly id: string;
  readonly from: string;
  readonly announced?: string | undefined;
  readonly rush?: z.output<typeof rushField>;
}

/**
 * Between announcement and start, buyers value a tonne as if their stock were 1/coverFactor of what it is: the cover
 * curve is stretched, so they hold on to stock and buy more. Returns the month edit, or one that does nothing.
 */
export function prepareRush(
  context: CompileContext,
  check: NameCheck,
  policy: Rushed,
  shipments: Shipments,
): (month: number, terms: MonthTerms) => void {
  const { draft, calendar, windows } = context;
  const { rush, announced } = policy;
  if (!rush || windows.length === 0) return () => {};
  if (announced === undefined) check.add(["rush"], "a rush needs the day it began; give `announced`");
  const stocks = draft.stocks.filter(({ market }) => {
    const { commodity, country } = draft.markets[market]!;
    return (
      shipments.commodities.has(commodity) && shipments.destinations.has(country) && !shipments.origins.has(country)
    );
  });
  if (stocks.length === 0) check.add(["rush"], "no buyer in the destinations keeps a stock of these commodities");
  check.done();
  const rushing =
    announced !== undefined && announced < policy.from ? [{ from: announced, to: plusDays(policy.from, -1) }] : [];
  const activeShare = activeShares(calendar, rushing);
  return (month, terms) => {
    if (activeShare[month] === 0) return;
    for (const stock of stocks) {
      const pull = { coverFactor: rush.coverFactor, activeShare: activeShare[month]! };
      strongestPull(month, terms, stock, pull, (worth) =>
        stretchCover(terms, stock, draft.basePriceUsdPerTonne[stock.market]!, pull, worth),
      );
    }
  };
}

interface Pull {
  readonly coverFactor: number;
  /** share of the month that the rush lasts */
  readonly activeShare: number;
}

interface Stretched {
  readonly month: number;
  readonly strength: number;
  /** marginal cost of the stock's activities before any rush, USD/t */
  readonly calmUsdPerTonne: readonly number[];
}

const stretchedStocks = new WeakMap<MonthTerms, Map<number, Stretched>>();

/** Several rushes on one stock do not add up: the strongest counts, measured from the calm cover curve. */
function strongestPull(
  month: number,
  terms: MonthTerms,
  stock: Stock,
  pull: Pull,
  stretch: (calmUsdPerTonne: readonly number[]) => void,
): void {
  const done = stretchedStocks.get(terms) ?? new Map<number, Stretched>();
  stretchedStocks.set(terms, done);
  const before = done.get(stock.market);
  const known = before?.month === month ? before : undefined;
  const strength = pull.activeShare * (pull.coverFactor - 1);
  if (known && known.strength >= strength) return;
  const calmUsdPerTonne = known?.calmUsdPerTonne ?? stock.activities.map((a) => terms.marginalCost[a]!);
  done.set(stock.market, { month, strength, calmUsdPerTonne });
  stretch(calmUsdPerTonne);
}

function stretchCover(
  terms: MonthTerms,
  stock: Stock,
  price: number,
  { coverFactor, activeShare }: Pull,
  calmUsdPerTonne: readonly number[],
): void {
  stock.activities.forEach((a, step) => {
    const calm = calmUsdPerTonne[step]! / price;
    const stretched = valueShareAt(stock, stockShareWorth(stock, step, calm) / coverFactor);
    terms.marginalCost[a] = price * (calm + activeShare * (stretched - calm));
  });
}

/** Where within a step of the cover curve a tonne has this worth (share of base price). */
function stockShareWorth({ stockShare, valueShare }: Stock, step: number, worth: number): number {
  const fall = valueShare[step]! - valueShare[step + 1]!;
  return stockShare[step]! + ((valueShare[step]! - worth) / fall) * (stockShare[step + 1]! - stockShare[step]!);
}

/** Worth of a tonne (share of base price) at a stock, by straight lines between the points of the cover curve. */
export function valueShareAt({ stockShare, valueShare }: Stock, at: number): number {
  const last = stockShare.length - 1;
  for (let k = 0; k < last; k++)
    if (at <= stockShare[k + 1]!) {
      const along = (at - stockShare[k]!) / (stockShare[k + 1]! - stockShare[k]!);
      return valueShare[k]! + Math.max(0, along) * (valueShare[k + 1]! - valueShare[k]!);
    }
  return valueShare[last]!;
}
