import type { ComputedRun } from "../rehearse.ts";
import type { MarketSeries, UseSeries } from "../result.ts";
import { marketSeries } from "../series.ts";
import { shortage } from "../summary.ts";
import { countedUses } from "../touched.ts";
import { extraBillUsd } from "../worth.ts";
import type { ColumnInfo } from "./sweep.ts";
import { type UseName, usesOf, type Watched } from "./watch.ts";

/** What the gauges of a run read from; made once per run. */
export interface RunView {
  readonly run: ComputedRun;
  readonly countries: readonly string[];
  readonly uses: ReadonlyMap<string, UseSeries>;
  readonly markets: ReadonlyMap<string, MarketSeries>;
}

/** A column of a sweep and how it is read off a run: one number, or one per month. */
export interface Gauge<T> {
  readonly info: ColumnInfo;
  readonly read: (view: RunView) => T;
}

export function viewRun(run: ComputedRun, watched: Watched): RunView {
  const wanted = new Set([...watched.prices, ...watched.covers].map((m) => `${m.commodity}@${m.country}`));
  const uses = countedUses(usesOf(run, watched.countries), watched.untouched);
  const markets = marketSeries(run.model, run.trajectory, wanted);
  return {
    run,
    countries: watched.countries,
    uses: new Map(uses.map((u) => [keyOf(u), u])),
    markets: new Map(markets.map((m) => [`${m.commodity}@${m.country}`, m])),
  };
}

/** One number per run. Definitions: docs/uncertainty.md. */
export function outcomeGauges(watched: Watched): Gauge<number>[] {
  const gauge = (id: string, title: string, unit: string, read: Gauge<number>["read"]) => ({
    info: { id, title, unit },
    read,
  });
  return [
    gauge("valueAtRisk/total", "value at risk", "USD", (view) => sum(atRisk(view, view.countries))),
    ...watched.countries.map((country) =>
      gauge(`valueAtRisk/${country}`, `value at risk, ${country}`, "USD", (view) => sum(atRisk(view, [country]))),
    ),
    gauge("extraBill/total", "bill over base prices", "USD", (view) => extraBillUsd(view.run, view.countries)),
    ...watched.uses.flatMap((name) => {
      const where = `${name.use}, ${name.country}`;
      const short = (view: RunView) => shortage(view.uses.get(keyOf(name))!, view.run.months);
      return [
        gauge(`shortMonths/${keyOf(name)}`, `months short: ${where}`, "months", (view) => short(view).shortMonths),
        gauge(`firstShortMonth/${keyOf(name)}`, `first short month: ${where}`, "months from start", (view) => {
          const { firstShortMonth } = short(view);
          return firstShortMonth === null ? Number.NaN : view.run.months.indexOf(firstShortMonth);
        }),
        gauge(
          `worstShortfallShare/${keyOf(name)}`,
          `worst shortfall: ${where}`,
          "share",
          (view) => short(view).worstShortfallShare,
        ),
        gauge(`missingTonnes/${keyOf(name)}`, `missing material: ${where}`, "t", (view) => short(view).missingTonnes),
      ];
    }),
    ...watched.prices.map(({ commodity, country }) =>
      gauge(`peakPrice/${commodity}/${country}`, `peak price: ${commodity}, ${country}`, "USD/t", (view) =>
        view.markets.get(`${commodity}@${country}`)!.priceUsdPerTonne.reduce((a, b) => Math.max(a, b), 0),
      ),
    ),
  ];
}

/** One number per month of a run. */
export function seriesGauges(watched: Watched): Gauge<readonly number[]>[] {
  const gauge = (id: string, title: string, unit: string, read: Gauge<readonly number[]>["read"]) => ({
    info: { id, title, unit },
    read,
  });
  return [
    gauge("valueAtRisk/total", "value at risk", "USD/month", (view) => atRisk(view, view.countries)),
    ...watched.countries.map((country) =>
      gauge(`valueAtRisk/${country}`, `value at risk, ${country}`, "USD/month", (view) => atRisk(view, [country])),
    ),
    ...watched.plottedUses.map((name) =>
      gauge(
        `shortfallShare/${keyOf(name)}`,
        `shortfall: ${name.use}, ${name.country}`,
        "share",
        (view) => view.uses.get(keyOf(name))!.productShortfallShare,
      ),
    ),
    ...watched.plottedPrices.map(({ commodity, country }) =>
      gauge(
        `price/${commodity}/${country}`,
        `price: ${commodity}, ${country}`,
        "USD/t",
        (view) => view.markets.get(`${commodity}@${country}`)!.priceUsdPerTonne,
      ),
    ),
    ...watched.covers.map(({ commodity, country }) =>
      gauge(
        `coverDays/${commodity}/${country}`,
        `private stock: ${commodity}, ${country}`,
        "days",
        (view) => view.markets.get(`${commodity}@${country}`)!.coverDays,
      ),
    ),
  ];
}

function keyOf({ country, use }: UseName): string {
  return `${country}/${use}`;
}

/** Value at risk by month, USD, of all uses of some countries, added in the order of the model. */
function atRisk({ uses, run }: RunView, countries: readonly string[]): number[] {
  const here = [...uses.values()].filter((u) => countries.includes(u.country));
  return run.months.map((_, t) => here.reduce((total, use) => total + use.valueAtRiskUsd[t]!, 0));
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
