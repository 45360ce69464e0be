import type { Supply } from "./availability.ts";
import type { BomInput, BomProduct } from "./bom.ts";
import type { DayCalendar } from "./calendar.ts";
import { notesOf } from "./notes.ts";
import { remediesFor } from "./remedies.ts";
import type { ExposureSettings, InputExposure, ProductExposure, SupplierExposure } from "./result.ts";
import { type InputFlow, pressedDay, runOut } from "./run-out.ts";

/** What a product is measured against. */
export interface Situation {
  readonly supply: Supply;
  readonly calendar: DayCalendar;
  /** index in the run of the calendar's first month */
  readonly firstMonth: number;
  readonly settings: ExposureSettings;
}

/** Production is spread evenly over the days of a year. */
const DAYS_PER_MONTH = 365 / 12;

export function exposeProduct(product: BomProduct, situation: Situation): ProductExposure {
  const { calendar } = situation;
  const { unitsPerMonth, marginUsdPerUnit } = product;
  const flows = product.inputs.map((input) => flowOf(input, product, situation));
  const found = runOut(flows, calendar, situation.settings.mostOfOrder);
  const unitsPerDay = unitsPerMonth / DAYS_PER_MONTH;
  const date = (day: number | null) => (day === null ? null : calendar.date(day));
  const pressed = flows.map((flow) => pressedDay(flow.inflow, calendar));
  const firstPressed = pressed.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null);
  const usdPerDay = unitsPerDay * marginUsdPerUnit;
  return {
    product: product.product,
    country: product.givenCountry,
    modelCountry: product.country,
    unitsPerMonth,
    marginUsdPerUnit,
    slowsOn: date(found.slowDay),
    stopsOn: date(found.stopDay),
    coverDays: cover(firstPressed, found.slowDay),
    lostUnits: found.lostDays * unitsPerDay,
    lostMarginUsd: found.lostDays * usdPerDay,
    lostShare: found.lostDays / calendar.days,
    limiting: found.limiting === null ? null : product.inputs[found.limiting]!.commodity,
    inputs: product.inputs.map((input, i): InputExposure => {
      const alone = runOut([flows[i]!], calendar, situation.settings.mostOfOrder);
      const suppliers = suppliersOf(input, product, situation);
      const needTonnesPerMonth = (unitsPerMonth * input.kgPerUnit) / 1000;
      return {
        line: input.line,
        commodity: input.commodity,
        needTonnesPerMonth,
        daysOfStock: input.daysOfStock,
        pressedOn: date(pressed[i]!),
        slowsOn: date(alone.slowDay),
        coverDays: cover(pressed[i]!, alone.slowDay),
        suppliers,
        notes: notesOf(product, needTonnesPerMonth, suppliers),
      };
    }),
    ...remediesFor(product, flows, found, usdPerDay, situation),
  };
}

/** Days between the first under-delivery and the slowing; 0 where a trickle of a few per cent had emptied the stock. */
function cover(pressed: number | null, slow: number | null): number | null {
  return slow === null ? null : Math.max(0, slow - (pressed ?? slow));
}

function suppliersOf(input: BomInput, { country }: BomProduct, situation: Situation): SupplierExposure[] {
  return input.suppliers.map(({ given, country: supplier, share }) => {
    const found = situation.supply.availability(input.commodity, supplier, country)!;
    return {
      given,
      country: supplier,
      share,
      rule: found.rule,
      baselineTonnesPerMonth: found.baselineTonnesPerMonth,
      availability: found.ratio.slice(situation.firstMonth),
    };
  });
}

function flowOf(input: BomInput, product: BomProduct, situation: Situation): InputFlow {
  const suppliers = suppliersOf(input, product, situation);
  return {
    stockDays: input.daysOfStock,
    inflow: situation.calendar.monthStarts
      .slice(1)
      .map((_, month) => suppliers.reduce((sum, s) => sum + s.share * s.availability[month]!, 0)),
  };
}
