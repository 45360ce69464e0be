import type { ModelDraft } from "../chain/draft.ts";
import type { Vocabulary } from "../chain/vocabulary.ts";

/**
 * The market for a commodity in a country; where there is none it is added at the mean base price of the other
 * countries (weighted by turnover), with free disposal. Undefined when no country trades the commodity.
 */
export function openMarket(
  draft: ModelDraft,
  vocabulary: Vocabulary,
  commodity: string,
  country: string,
  turnoverTonnes: number,
): number | undefined {
  const known = draft.market(commodity, country);
  if (known !== undefined) return known;
  const price = meanBasePrice(draft, commodity);
  if (price === undefined) return undefined;
  const market = draft.addMarket(commodity, country, price, turnoverTonnes);
  draft.addActivity(
    {
      id: `dispose:${commodity}@${country}`,
      kind: "dispose",
      country,
      commodity,
      entries: [{ market, coefficient: -1 }],
    },
    {
      referenceLevel: 0,
      lowerBound: 0,
      upperBound: Number.POSITIVE_INFINITY,
      marginalCost: 0,
      slope: price / (vocabulary.parameter("disposeScaleShare") * turnoverTonnes),
    },
    0,
  );
  return market;
}

function meanBasePrice(draft: ModelDraft, commodity: string): number | undefined {
  let value = 0;
  let tonnes = 0;
  draft.markets.forEach((market, m) => {
    if (market.commodity !== commodity) return;
    value += draft.basePriceUsdPerTonne[m]! * draft.turnoverTonnes[m]!;
    tonnes += draft.turnoverTonnes[m]!;
  });
  return tonnes > 0 ? value / tonnes : undefined;
}
