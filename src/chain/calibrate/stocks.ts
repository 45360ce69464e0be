import type { Calibration } from "../calibrate.ts";

const DAYS_PER_MONTH = 365.25 / 12;

/** Private stocks at their normal cover, with one store activity per step of the cover curve. */
export function addStocks(calibration: Calibration): void {
  const { draft } = calibration;
  const curve = coverCurve(calibration);
  const coverDays = normalCover(calibration);
  draft.markets.forEach((market, m) => {
    const days = coverDays(market.commodity, market.country);
    if (days === undefined || !(days > 0) || !(draft.turnoverTonnes[m]! > SMALLEST_TURNOVER_TONNES)) return;
    const normalTonnes = (draft.turnoverTonnes[m]! * days) / DAYS_PER_MONTH;
    const price = draft.basePriceUsdPerTonne[m]!;
    const activities = curve.slice(1).map((top, step) => {
      const bottom = curve[step]!;
      const roomTonnes = (top.stockShare - bottom.stockShare) * normalTonnes;
      const full = top.stockShare <= 1;
      return draft.addActivity(
        {
          id: `store:${market.id}:${step}`,
          kind: "store",
          country: market.country,
          commodity: market.commodity,
          step,
          entries: [{ market: m, coefficient: 1 }],
        },
        {
          referenceLevel: 0,
          lowerBound: full ? 0 : -roomTonnes,
          upperBound: full ? roomTonnes : 0,
          marginalCost: price * (full ? top.valueShare : bottom.valueShare),
          slope: (price * (bottom.valueShare - top.valueShare)) / roomTonnes,
        },
        0,
      );
    });
    draft.stocks.push({
      market: m,
      activities,
      normalTonnes,
      normalCoverDays: days,
      stockShare: curve.map((p) => p.stockShare),
      valueShare: curve.map((p) => p.valueShare),
    });
  });
}

const SMALLEST_TURNOVER_TONNES = 1e-3;

/** The points of the cover curve, from empty to overfull; one of them must be (1, 1): normal stock, base price. */
function coverCurve({ dataset }: Calibration): { stockShare: number; valueShare: number }[] {
  const points = (name: string) =>
    dataset.parameters
      .filter((p) => p.parameter === name)
      .sort((a, b) => Number(a.scope) - Number(b.scope))
      .map((p) => p.value);
  const valueShares = points("coverCurveValueShare");
  const curve = points("coverCurveStockShare").map((stockShare, i) => ({ stockShare, valueShare: valueShares[i]! }));
  if (!curve.some((p) => p.stockShare === 1 && p.valueShare === 1))
    throw new Error("data/parameters.csv: the cover curve needs a point with stock share 1 and value share 1");
  return curve;
}

/** Days of normal private cover, the most specific row first: commodity and country, commodity, stage and country, stage. */
function normalCover({ dataset, stageOf }: Calibration): (commodity: string, country: string) => number | undefined {
  const days = new Map<string, number>();
  for (const row of dataset.stocks)
    if (row.holder === "private") days.set(`${row.commodity}@${row.country}`, row.value);
  return (commodity, country) =>
    days.get(`${commodity}@${country}`) ??
    days.get(`${commodity}@*`) ??
    days.get(`stage:${stageOf(commodity)}@${country}`) ??
    days.get(`stage:${stageOf(commodity)}@*`);
}
