import { multiple, pricePerKilogram } from "../../charts/format.ts";
import { homesOf, insidesOf } from "../../charts/inside.ts";
import { leftOutPrices } from "../../charts/left-out-prices.ts";
import type { Names } from "../../charts/names.ts";
import { findMarket, largestMultiple, multiples, watchedCommodities } from "../../charts/watched-commodities.ts";
import type { Rehearsal } from "../../simulation/result.ts";
import { type Column, leftOut, tableAndLeftOut } from "./table.ts";
import { change, plain, type RenderOptions, wrap } from "./text.ts";

/**
 * Lowest price inside and highest in each viewpoint country, as multiples of the price before. Where the names of the
 * countries leave no room for all columns, their codes stand instead; what still does not fit is named below.
 */
export function priceTable(rehearsal: Rehearsal, names: Names, options: RenderOptions): string[] {
  const commodities = watchedCommodities(rehearsal);
  const homeOf = homesOf(rehearsal, commodities);
  const insides = insidesOf(rehearsal, commodities);
  const [only] = insides.length === 1 ? insides : [];
  const titled = (name: (country: string) => string): Column[] => [
    { title: "commodity" },
    { title: "before", align: "right", drop: 2 },
    ...(insides.length === 0
      ? []
      : [{ title: `${only === undefined ? "inside" : name(only)}, low`, align: "right", drop: 1 } as const]),
    ...rehearsal.viewpoint.map((c): Column => ({ title: `${name(c)}, peak`, align: "right" })),
  ];
  const rows = commodities.map((commodity) => {
    const inside = homeOf(commodity);
    const home = inside === null ? undefined : findMarket(rehearsal.markets, commodity, inside);
    const places = rehearsal.viewpoint.map((country) => findMarket(rehearsal.markets, commodity, country));
    const first = home ?? places.find((market) => market !== undefined);
    const low = home ? multiple(Math.min(...multiples(home))) : "–";
    return [
      names.commodity(commodity),
      first ? pricePerKilogram(first.basePriceUsdPerTonne) : "–",
      ...(insides.length === 0 ? [] : [home && only === undefined ? `${low} ${inside}` : low]),
      ...rehearsal.viewpoint.map((country, i) => {
        const present = places[i];
        const absent = rehearsal.withoutMeasures && findMarket(rehearsal.withoutMeasures.markets, commodity, country);
        return present
          ? change(absent ? multiple(largestMultiple(absent)) : null, multiple(largestMultiple(present)))
          : "–";
      }),
    ];
  });
  const named = titled(names.country);
  const columns = leftOut(named, rows, options).length === 0 ? named : titled((code) => code);
  const width = options.width ?? 80;
  if (commodities.length === 0) return wrap(leftOutPrices(rehearsal), width);
  return [...tableAndLeftOut(columns, rows, options), ...wrap(plain(leftOutPrices(rehearsal)), width)];
}
