import type { Model, Stock } from "../chain/model.ts";
import type { MonthTerms } from "../policy/lever.ts";

/** Tonnes held privately at the start of a run: the normal stock everywhere. Index = model.stocks. */
export function openingStocks(model: Model): Float64Array {
  return Float64Array.from(model.stocks, (s) => s.normalTonnes);
}

/**
 * Writes this month's terms of every store activity: how much each step of the cover curve holds, how much it may
 * still take, and what its next tonne is worth. Docs: docs/model.md, "Stocks".
 */
export function setStoreTerms(model: Model, stockTonnes: Float64Array, terms: MonthTerms): void {
  for (let s = 0; s < model.stocks.length; s++) {
    const stock = model.stocks[s]!;
    const price = model.basePriceUsdPerTonne[stock.market]!;
    for (let k = 0; k < stock.activities.length; k++) {
      const a = stock.activities[k]!;
      const bottom = stock.stockShare[k]! * stock.normalTonnes;
      const room = stock.stockShare[k + 1]! * stock.normalTonnes - bottom;
      const held = Math.min(room, Math.max(0, stockTonnes[s]! - bottom));
      const fall = stock.valueShare[k]! - stock.valueShare[k + 1]!;
      terms.referenceLevel[a] = 0;
      terms.lowerBound[a] = held - room;
      terms.upperBound[a] = held;
      terms.marginalCost[a] = price * (stock.valueShare[k]! - (fall * held) / room);
      terms.slope[a] = (price * fall) / room;
    }
  }
}

/** Takes this month's draws (+) and builds (−) out of the stocks. */
export function carryStocks(model: Model, level: Float64Array, stockTonnes: Float64Array): void {
  for (let s = 0; s < model.stocks.length; s++) {
    let drawn = 0;
    for (const a of model.stocks[s]!.activities) drawn += level[a]!;
    stockTonnes[s] = Math.max(0, stockTonnes[s]! - drawn);
  }
}

/** Days of baseline use that a stock lasts. */
export function coverDays(stock: Stock, tonnes: number): number {
  return stock.normalTonnes > 0 ? (stock.normalCoverDays * tonnes) / stock.normalTonnes : 0;
}
