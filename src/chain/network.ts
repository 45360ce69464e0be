import { buildNetwork } from "../market/network.ts";
import type { Network } from "../market/problem.ts";
import type { Model } from "./model.ts";

/** The model as the solver sees it: names, coefficients and yardsticks only. */
export function modelNetwork(model: Model): Network {
  return buildNetwork(
    model.markets.map((m, i) => ({
      name: m.id,
      turnoverTonnes: model.turnoverTonnes[i]!,
      typicalPriceUsdPerTonne: m.yardstickUsdPerTonne ?? model.basePriceUsdPerTonne[i]!,
    })),
    model.activities.map((a) => ({ name: a.id, entries: a.entries })),
  );
}
