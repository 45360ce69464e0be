import type { Calibration } from "../calibrate.ts";

/** Free disposal wherever the baseline has none, so that joint products nobody takes cannot push prices below zero. */
export function addDisposal({ draft, parameter }: Calibration): void {
  const disposed = new Set(draft.find({ kinds: ["dispose"] }).map((a) => draft.activities[a]!.entries[0]!.market));
  draft.markets.forEach((market, m) => {
    if (disposed.has(m)) return;
    const scale = parameter("disposeScaleShare") * draft.turnoverTonnes[m]!;
    draft.addActivity(
      {
        id: `dispose:${market.id}`,
        kind: "dispose",
        country: market.country,
        commodity: market.commodity,
        entries: [{ market: m, coefficient: -1 }],
      },
      {
        referenceLevel: 0,
        lowerBound: 0,
        upperBound: Number.POSITIVE_INFINITY,
        marginalCost: 0,
        slope: draft.basePriceUsdPerTonne[m]! / scale,
      },
      0,
    );
  });
}
