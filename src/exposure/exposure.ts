import { InputError, type Problem, quote } from "../dataset/index.ts";
import type { Rehearsal, Run } from "../simulation/result.ts";
import { type Supply, supplyOf } from "./availability.ts";
import type { Bom } from "./bom.ts";
import { dayCalendar } from "./calendar.ts";
import { exposeProduct } from "./product.ts";
import type { Exposure, ExposureSettings, ProductExposure } from "./result.ts";
import { SLOW_BELOW_SHARE, STOPPED_BELOW_SHARE } from "./run-out.ts";

export interface ExposureOptions {
  /** month in which the stock stands as the file says; the first of the run if not said */
  readonly from?: string;
  /** share of the order that a tried second source takes over; 0.3 if not said */
  readonly secondSourceShare?: number;
  /** days of stock that are tried on top; 30, 60 and 90 if not said */
  readonly extraStockDays?: readonly number[];
  /** once suppliers are no longer short, stock is brought back with at most this multiple of the order; 1.5 if not said */
  readonly mostOfOrder?: number;
}

/**
 * What a scenario does to a company: which product slows and stops when, what that costs, and what would buy time.
 * Errors: InputError naming the rows that the run cannot answer for, or a `from` outside the run.
 */
export function exposureOf(rehearsal: Rehearsal, bom: Bom, options: ExposureOptions = {}): Exposure {
  const settings = settingsOf(options);
  const first = options.from === undefined ? 0 : rehearsal.months.indexOf(options.from);
  if (first < 0) {
    const message = `got ${options.from}, which is not a month of the run`;
    const remedy = `choose one from ${rehearsal.months[0]} to ${rehearsal.months.at(-1)}`;
    throw new InputError([{ file: "--from", line: 1, message, remedy }]);
  }
  const months = rehearsal.months.slice(first);
  const calendar = dayCalendar(months);
  const { withoutMeasures } = rehearsal;
  const firstEvent = rehearsal.events.map((event) => event.from.slice(0, 7)).sort()[0] ?? null;
  const problems = [rehearsal, ...(withoutMeasures ? [withoutMeasures] : [])].flatMap((run) =>
    beyond(supplyOf(run, firstEvent), bom),
  );
  if (problems.length > 0) throw new InputError(problems.filter((p, i) => i === problems.findIndex((q) => same(p, q))));
  const productsOf = (run: Run): ProductExposure[] => {
    const supply = supplyOf(run, firstEvent);
    return bom.products
      .map((product) => exposeProduct(product, { supply, calendar, firstMonth: first, settings }))
      .sort(firstToSlow);
  };
  return {
    scenario: rehearsal.scenario,
    title: rehearsal.title,
    from: calendar.date(0),
    to: calendar.date(calendar.days - 1),
    months,
    settings,
    products: productsOf(rehearsal),
    withoutMeasures: withoutMeasures && { products: productsOf(withoutMeasures) },
  };
}

function settingsOf(options: ExposureOptions): ExposureSettings {
  const { secondSourceShare = 0.3, extraStockDays = [30, 60, 90], mostOfOrder = 1.5 } = options;
  if (!(secondSourceShare > 0 && secondSourceShare <= 1))
    throw new Error(`secondSourceShare: got ${secondSourceShare}, expected a share above 0, at most 1`);
  if (extraStockDays.some((days) => !(days > 0)))
    throw new Error(`extraStockDays: got ${extraStockDays.join(", ")}, expected days above 0`);
  if (!(mostOfOrder >= 1)) throw new Error(`mostOfOrder: got ${mostOfOrder}, expected at least 1`);
  return {
    secondSourceShare,
    extraStockDays,
    mostOfOrder,
    slowBelowShare: SLOW_BELOW_SHARE,
    stoppedBelowShare: STOPPED_BELOW_SHARE,
  };
}

/** Rows that the run cannot answer for: no such trade in it, or more tonnes than the world makes. */
function beyond(supply: Supply, bom: Bom): Problem[] {
  return bom.products.flatMap(({ product, country, unitsPerMonth, inputs }) =>
    inputs.flatMap(({ line, commodity, kgPerUnit, suppliers }): Problem[] => {
      const at = { file: bom.file, line };
      const world = supply.worldTonnesPerMonth(commodity);
      const need = (unitsPerMonth * kgPerUnit) / 1000;
      if (world > 0 && need > world) {
        const message = `${quote(product)} needs ${short(need)} t of ${commodity} a month, the world makes ${short(world)} t`;
        return [{ ...at, message, remedy: "check units_per_month and that kg_per_unit is in kg" }];
      }
      return suppliers
        .filter((s) => supply.availability(commodity, s.country, country) === null)
        .map((s) => ({
          ...at,
          message: `the run knows no ${commodity} from ${s.given}, and no use of it in ${country}`,
          remedy: `name a supplier it knows (${supply.suppliers(commodity).join(", ") || "there is none"}) or another commodity`,
        }));
    }),
  );
}

function same(a: Problem, b: Problem): boolean {
  return a.line === b.line && a.message === b.message;
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function firstToSlow(a: ProductExposure, b: ProductExposure): number {
  const [x, y] = [a.slowsOn ?? "9999", b.slowsOn ?? "9999"];
  if (x !== y) return x < y ? -1 : 1;
  return b.lostMarginUsd - a.lostMarginUsd || (a.product < b.product ? -1 : 1);
}
