import { requireRange, sumOf } from "./check.ts";

/** What a country makes and trades in a year, one unit for all. */
export interface Balance {
  readonly production: number;
  readonly imports: number;
  readonly exports: number;
  /** stocks at the end less stocks at the beginning; negative when they were drawn */
  readonly stockIncrease?: number;
}

/** What is left of amounts that cancel is rounding below this share of them. */
const ROUNDING_SHARE = 1e-9;

/** Apparent consumption: production + imports − exports − stock increase; 0 where they cancel to within rounding. */
export function apparentConsumption({ production, imports, exports, stockIncrease = 0 }: Balance): number {
  sumOf("production, imports or exports", [production, imports, exports]);
  const left = production + imports - exports - stockIncrease;
  const moved = production + imports + exports + Math.abs(stockIncrease);
  return Math.abs(left) <= ROUNDING_SHARE * moved ? 0 : left;
}

/**
 * Net import reliance: (imports − exports − stock increase) over apparent consumption; 1 is all imported, a negative
 * value a net exporter (USGS prints "E"). Null where nothing is consumed.
 * Source: USGS Mineral Commodity Summaries, appendix B. Errors: RangeError for a negative amount.
 */
export function netImportReliance(balance: Balance): number | null {
  const consumption = apparentConsumption(balance);
  if (!(consumption > 0)) return null;
  return (consumption - balance.production) / consumption;
}

/**
 * The EU's import reliance: net imports over apparent consumption, 0 to 1, a net exporter counting as 0.
 * Source: European Commission 2017, Methodology for establishing the EU list of critical raw materials, IR.
 */
export function euImportReliance({ production, imports, exports }: Balance): number | null {
  const reliance = netImportReliance({ production, imports, exports });
  if (reliance === null) return null;
  const clipped = Math.min(1, Math.max(0, reliance));
  requireRange("import reliance", clipped, 0, 1);
  return clipped;
}
