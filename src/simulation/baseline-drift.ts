import type { Model } from "../chain/model.ts";
import type { Trajectory } from "./trajectory.ts";

/** Largest relative change of any price, level or stock from the baseline over a run that had no policy. */
export function baselineDriftShare(model: Model, trajectory: Trajectory): number {
  let worst = 0;
  for (const price of trajectory.priceUsdPerTonne)
    for (let m = 0; m < price.length; m++) {
      const base = model.basePriceUsdPerTonne[m]!;
      worst = Math.max(worst, Math.abs(price[m]! - base) / base);
    }
  const turnover = Float64Array.from(model.activities, (activity) =>
    Math.max(...activity.entries.map((e) => model.turnoverTonnes[e.market]!)),
  );
  for (const level of trajectory.level)
    for (let a = 0; a < level.length; a++)
      worst = Math.max(worst, Math.abs(level[a]! - model.baseLevel[a]!) / turnover[a]!);
  for (const stocks of trajectory.stockTonnes)
    model.stocks.forEach((stock, s) => {
      worst = Math.max(worst, Math.abs(stocks[s]! - stock.normalTonnes) / stock.normalTonnes);
    });
  return worst;
}
