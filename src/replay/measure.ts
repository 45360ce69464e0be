import { type ReplaySeriesRow, weighedCommodities } from "../dataset/index.ts";
import type { ComputedRun } from "../simulation/rehearse.ts";
import type { Run } from "../simulation/result.ts";
import { activitySeries, marketSeries } from "../simulation/series.ts";
import { tierSeries } from "../simulation/tiers.ts";
import { stoppedLines } from "./stops.ts";

const KG_PER_TONNE = 1000;

/** What a series is read off. */
export type MeasuredRun = Pick<Run, "months" | "markets" | "activities" | "tiers">;

/** As much of the readable form as the series need: the rest takes a third of the time of a draw. */
export function measuredRun(
  { model, months, trajectory, controlled }: ComputedRun,
  rows: readonly ReplaySeriesRow[],
): MeasuredRun {
  const wanted = new Set(rows.flatMap((row) => weighedCommodities(row.commodities).map((w) => w.commodity)));
  const own = new Set(model.markets.filter((m) => wanted.has(m.commodity)).map((m) => m.id));
  const markets = marketSeries(model, trajectory, own);
  const held = controlled.filter((flow) => wanted.has(flow.commodity));
  return {
    months,
    markets,
    activities: activitySeries(model, trajectory, wanted),
    tiers: tierSeries(model, trajectory, markets, held),
  };
}

/**
 * What a computed run and its readable form say about a series of data/replay_series.csv, month by month, in the series' unit; null where it has nothing
 * to give. Exports are ordinary shipments as customs would count them; leaks are not.
 */
export function modelledSeries(computed: ComputedRun, run: MeasuredRun, row: ReplaySeriesRow): (number | null)[] {
  const raw = rawSeries(computed, run, row);
  if (row.unit !== "times" || row.base === "") return raw;
  const base = raw[run.months.indexOf(row.base)] ?? null;
  return raw.map((value) => (value === null || base === null || base === 0 ? null : value / base));
}

function rawSeries(computed: ComputedRun, run: MeasuredRun, row: ReplaySeriesRow): (number | null)[] {
  const none = run.months.map(() => null);
  switch (row.measure) {
    case "exports":
      return exports(run, row);
    case "inside-price":
      return usdPerKg(tierOf(run, row)?.insidePriceUsdPerTonne) ?? none;
    case "outside-price":
      return usdPerKg(outsidePrice(run, row)) ?? none;
    case "price-ratio": {
      const inside = tierOf(run, row)?.insidePriceUsdPerTonne;
      return outsidePrice(run, row)?.map((price, t) => price / inside![t]!) ?? none;
    }
    case "line-stopped":
      return stoppedLines(computed, row).map((lines) => (lines.length > 0 ? 1 : 0));
    default:
      return row.measure satisfies never;
  }
}

function exports(run: MeasuredRun, { commodities, origin, destination, unit }: ReplaySeriesRow): number[] {
  const weights = new Map(weighedCommodities(commodities).map((w) => [w.commodity, w.weight]));
  const perTonne = unit === "kg/month" ? KG_PER_TONNE : 1;
  const shipped = run.activities.filter(
    (a) =>
      a.kind === "ship" &&
      a.country === origin &&
      weights.has(a.commodity) &&
      (destination === "" ? a.destination !== origin : a.destination === destination),
  );
  return run.months.map((_, t) =>
    shipped.reduce((sum, a) => sum + perTonne * weights.get(a.commodity)! * a.tonnes[t]!, 0),
  );
}

function outsidePrice(run: MeasuredRun, row: ReplaySeriesRow): readonly number[] | undefined {
  if (row.destination === "") return tierOf(run, row)?.outsidePriceUsdPerTonne;
  return run.markets.find((m) => m.commodity === row.commodities && m.country === row.destination)?.priceUsdPerTonne;
}

function tierOf(run: MeasuredRun, row: ReplaySeriesRow) {
  return run.tiers.find((t) => t.commodity === row.commodities && t.inside === row.origin);
}

function usdPerKg(prices: readonly number[] | undefined): number[] | undefined {
  return prices?.map((price) => price / KG_PER_TONNE);
}
