import type { Dataset } from "../dataset/index.ts";
import { parameterReader } from "./figures.ts";
import type { Market } from "./model.ts";
import { compositionsOf } from "./recipes.ts";
import type { Recipe } from "./vocabulary.ts";

/**
 * Baseline price of every market, USD/t: the country's own row of data/prices.csv if there is one, otherwise the export
 * reference (WLD), plus the delivery margin where the country pays for delivery. Commodities without any price (ores,
 * mixed carbonates, swarf) are worth a payable share of what their recipe makes of them.
 */
export function basePrices(
  dataset: Dataset,
  recipes: ReadonlyMap<string, Recipe>,
  markets: readonly Market[],
  paysDelivery: (market: number) => boolean,
): Float64Array {
  const parameter = parameterReader(dataset);
  const own = new Map(dataset.prices.map((p) => [`${p.commodity}@${p.country}`, p.value]));
  const stage = new Map(dataset.commodities.map((c) => [c.id, c.stage]));
  const reference = new Map<string, number>();

  const referencePrice = (commodity: string): number => {
    const known = reference.get(commodity) ?? own.get(`${commodity}@WLD`);
    if (known !== undefined) return known;
    reference.set(commodity, 0); // a recipe that feeds on itself counts for nothing
    const value = parameter("payability", commodity) * bestValue(commodity);
    if (!(value > 0)) throw new Error(`${commodity} has no price and no recipe that makes something priced of it`);
    reference.set(commodity, value);
    return value;
  };
  const bestValue = (commodity: string): number => {
    let best = 0;
    for (const recipe of recipes.values()) {
      const used = recipe.coefficients.get(commodity);
      if (used === undefined || used >= 0 || recipe.kind === "substitute") continue;
      let value = 0;
      for (const [other, coefficient] of recipe.coefficients)
        if (other !== commodity) value += coefficient * referencePrice(other);
      best = Math.max(best, value / -used);
    }
    return best;
  };
  // mixed carbonates count in the value of their parent ore, so price the oxides first, then the ores
  for (const commodity of compositionsOf(dataset).keys()) if (commodity.startsWith("seg-")) referencePrice(commodity);

  return Float64Array.from(markets, (m, i) => {
    const price = own.get(m.id);
    if (price !== undefined) return price;
    const margin = paysDelivery(i) ? parameter("deliveryMarginShare", stage.get(m.commodity)) : 0;
    return referencePrice(m.commodity) * (1 + margin);
  });
}
