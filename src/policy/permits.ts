import type { ModelDraft } from "../chain/draft.ts";

// A permit's price stands at 0 in the baseline. Its supply is almost flat (this share of a typical price for the whole
// base flow), so permits that are not scarce cost next to nothing, yet levels stay unique.
const FLATNESS = 1e-4;

/** A market for permits; `typicalPriceUsdPerTonne` of the goods they are for is its yardstick of convergence. */
export function addPermitMarket(
  draft: ModelDraft,
  name: string,
  typicalPriceUsdPerTonne: number,
  tonnesPerMonth: number,
): number {
  return draft.addMarket(name, "", 0, tonnesPerMonth, typicalPriceUsdPerTonne);
}

/** An activity that makes (+1) or takes up (−1) permits at no cost, standing at `tonnesPerMonth` in the baseline. */
export function addPermitActivity(
  draft: ModelDraft,
  market: number,
  terms: {
    readonly id: string;
    readonly coefficient: 1 | -1;
    readonly tonnesPerMonth: number;
    readonly lowerBound: number;
    readonly upperBound: number;
  },
): number {
  const { id, coefficient, tonnesPerMonth, lowerBound, upperBound } = terms;
  const typicalPriceUsdPerTonne = draft.markets[market]!.yardstickUsdPerTonne!;
  return draft.addActivity(
    {
      id,
      kind: "permit",
      country: "",
      commodity: draft.markets[market]!.commodity,
      entries: [{ market, coefficient }],
    },
    {
      referenceLevel: tonnesPerMonth,
      lowerBound,
      upperBound,
      marginalCost: 0,
      slope: (FLATNESS * typicalPriceUsdPerTonne) / draft.turnoverTonnes[market]!,
    },
    tonnesPerMonth,
  );
}
