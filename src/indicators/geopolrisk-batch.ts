import { requireRange } from "./check.ts";
import { COPPER_VALUE_USD_PER_KG } from "./geopolrisk.ts";

/** A year of trade and production in columns: countries and materials are numbered from 0. */
export interface GeoPolRiskColumns {
  readonly countries: number;
  readonly materials: number;
  /** per flow, in any order; repeated flows add up */
  readonly material: Int32Array;
  readonly exporter: Int32Array;
  readonly importer: Int32Array;
  readonly tonnes: Float64Array;
  readonly valueThousandUsd: Float64Array;
  /** tonnes at [material × countries + country]: world concentration, and the importer's own production */
  readonly production: Float64Array;
  /** per country, 0 (stable) to 1 (unstable) */
  readonly instability: Float64Array;
}

/** Every figure at [material × countries + importer]; NaN where `geoPolRisk` has null. */
export interface GeoPolRiskBatch {
  /** per material, 0 to 1 */
  readonly hhi: Float64Array;
  readonly importRisk: Float64Array;
  readonly score: Float64Array;
  /** USD/kg */
  readonly value: Float64Array;
  /** kg copper equivalent per kg */
  readonly cf: Float64Array;
}

/**
 * {@link geoPolRisk} for every importer and material at once: one pass over the flows, one over the pairs. The same
 * operations in the same order, so the same bits as one by one.
 * Source of the formula: see `geoPolRisk`. Errors: RangeError naming the value, or the columns that differ in length.
 */
export function geoPolRiskBatch(columns: GeoPolRiskColumns): GeoPolRiskBatch {
  requireSizes(columns);
  const { countries, materials, material, exporter, importer, tonnes, valueThousandUsd, production, instability } =
    columns;
  for (const risk of instability) requireRange("instability", risk, 0, 1);
  const hhi = concentrations(production, materials, countries);
  const pairs = materials * countries;
  const numerator = new Float64Array(pairs);
  const traded = new Float64Array(pairs);
  const worth = new Float64Array(pairs);
  for (let flow = 0; flow < tonnes.length; flow++) {
    const [m, from, to] = [material[flow]!, exporter[flow]!, importer[flow]!];
    const [amount, value] = [tonnes[flow]!, valueThousandUsd[flow]!];
    // one comparison each in the common case; the message is made only for a fault
    if (!(amount >= 0 && amount <= Number.MAX_VALUE)) requireRange("imported tonnes", amount, 0, Number.MAX_VALUE);
    if (!(value >= 0 && value <= Number.MAX_VALUE)) requireRange("value of imports", value, 0, Number.MAX_VALUE);
    if (!(m >= 0 && m < materials)) requireRange("material", m, 0, materials - 1);
    if (!(from >= 0 && from < countries)) requireRange("exporter", from, 0, countries - 1);
    if (!(to >= 0 && to < countries)) requireRange("importer", to, 0, countries - 1);
    const pair = m * countries + to;
    numerator[pair]! += amount * instability[from]!;
    traded[pair]! += amount;
    worth[pair]! += value;
  }
  return finish(hhi, { numerator, traded, worth }, production, countries);
}

interface Sums {
  readonly numerator: Float64Array;
  readonly traded: Float64Array;
  readonly worth: Float64Array;
}

function finish(hhi: Float64Array, sums: Sums, production: Float64Array, countries: number): GeoPolRiskBatch {
  const pairs = sums.traded.length;
  const importRisk = new Float64Array(pairs).fill(Number.NaN);
  const score = new Float64Array(pairs).fill(Number.NaN);
  const value = new Float64Array(pairs).fill(Number.NaN);
  const cf = new Float64Array(pairs).fill(Number.NaN);
  for (let m = 0; m < hhi.length; m++) {
    const concentration = hhi[m]!;
    if (Number.isNaN(concentration)) continue;
    for (let pair = m * countries; pair < (m + 1) * countries; pair++) {
      const imported = sums.traded[pair]!;
      const supply = imported + production[pair]!;
      if (supply === 0) continue;
      const risk = sums.numerator[pair]! / supply;
      importRisk[pair] = risk;
      score[pair] = concentration * risk;
      if (imported === 0) continue;
      const worth = concentration * risk * (sums.worth[pair]! / imported);
      value[pair] = worth;
      cf[pair] = worth / COPPER_VALUE_USD_PER_KG;
    }
  }
  return { hhi, importRisk, score, value, cf };
}

/** HHI of each material's production; NaN where nobody makes it. */
function concentrations(production: Float64Array, materials: number, countries: number): Float64Array {
  const hhi = new Float64Array(materials).fill(Number.NaN);
  for (let m = 0; m < materials; m++) {
    let total = 0;
    for (let c = 0; c < countries; c++) {
      const amount = production[m * countries + c]!;
      requireRange("production", amount, 0, Number.MAX_VALUE);
      total += amount;
    }
    if (total === 0) continue;
    let sum = 0;
    for (let c = 0; c < countries; c++) {
      const share = production[m * countries + c]! / total;
      sum += share * share;
    }
    hhi[m] = sum;
  }
  return hhi;
}

function requireSizes(columns: GeoPolRiskColumns): void {
  const flows = columns.tonnes.length;
  for (const name of ["material", "exporter", "importer", "valueThousandUsd"] as const)
    if (columns[name].length !== flows)
      throw new RangeError(`${name}: got ${columns[name].length} flows, expected ${flows} as in tonnes`);
  const pairs = columns.materials * columns.countries;
  if (columns.production.length !== pairs)
    throw new RangeError(
      `production: got ${columns.production.length} figures, expected materials × countries, ${pairs}`,
    );
  if (columns.instability.length !== columns.countries)
    throw new RangeError(`instability: got ${columns.instability.length} countries, expected ${columns.countries}`);
}
