import type { Model } from "../chain/model.ts";
import { openingStocks } from "./stocks.ts";
import type { Trajectory } from "./trajectory.ts";

/**
 * Mass balance of a whole run by commodity: |opening stocks + made − used − closing stocks| over throughput, the worst
 * commodity. Stocks are the states carried from month to month, not the sum of draws, so a leak in either shows.
 */
export function massBalanceShare(model: Model, trajectory: Trajectory): number {
  const balance = new Map<string, { net: number; throughput: number }>();
  const of = (market: number) => {
    const commodity = model.markets[market]!.commodity;
    const known = balance.get(commodity) ?? { net: 0, throughput: 0 };
    balance.set(commodity, known);
    return known;
  };
  model.activities.forEach((activity, a) => {
    if (activity.kind === "store" || activity.kind === "release") return;
    for (const { market, coefficient } of activity.entries) {
      if (model.markets[market]!.country === "") continue; // permits are made and used up, not carried over
      for (const level of trajectory.level) {
        const b = of(market);
        b.net += coefficient * level[a]!;
        b.throughput += Math.abs(coefficient * level[a]!);
      }
    }
  });
  const opening = openingStocks(model);
  const closing = trajectory.stockTonnes.at(-1) ?? opening;
  model.stocks.forEach((stock, s) => {
    of(stock.market).net += opening[s]! - closing[s]!;
  });
  const closingHeld = trajectory.heldTonnes.at(-1) ?? trajectory.openingHeldTonnes;
  trajectory.openingHeldTonnes.forEach((held, i) => {
    of(held.market).net += held.tonnes - closingHeld[i]!.tonnes;
  });
  return Math.max(0, ...[...balance.values()].map((b) => Math.abs(b.net) / Math.max(b.throughput, 1e-9)));
}
