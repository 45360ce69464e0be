import { requireRange } from "./check.ts";
import { type Balance, netImportReliance } from "./net-import-reliance.ts";

/** A producing country as the importing country sees it. */
export interface NassarProducer {
  /** primary and secondary production, tonnes */
  readonly tonnes: number;
  /** inability to supply, 0 to 1: (100 − policy perception index) ÷ 100; higher is worse */
  readonly inability: number;
  /** unwillingness to supply the importer, 0 to 1 (trade ties, shared values, military cooperation); higher is worse */
  readonly unwillingness: number;
}

/** An industry that uses the material. */
export interface NassarIndustry {
  readonly valueAdded: number;
  readonly operatingProfit: number;
  /** what it spends on the material */
  readonly expenditure: number;
}

/**
 * Disruption potential: Σ share² × inability × unwillingness over the producing countries, the importer itself counting
 * with unwillingness 0. 0 to 1. Null where nothing is produced.
 * Source: Nassar et al. 2020, Science Advances 6(8) eaay8647 (USGS). Errors: RangeError.
 */
export function disruptionPotential(producers: readonly NassarProducer[]): number | null {
  const total = producers.reduce((sum, p) => sum + p.tonnes, 0);
  for (const p of producers) {
    requireRange("production", p.tonnes, 0, Number.MAX_VALUE);
    requireRange("inability", p.inability, 0, 1);
    requireRange("unwillingness", p.unwillingness, 0, 1);
  }
  if (!(total > 0)) return null;
  return producers.reduce((sum, p) => sum + (p.tonnes / total) * (p.tonnes / total) * p.inability * p.unwillingness, 0);
}

/** Trade exposure: net import reliance, a net exporter counting as 0. 0 to 1. Source: Nassar et al. 2020. */
export function tradeExposure(balance: Balance): number | null {
  const reliance = netImportReliance(balance);
  return reliance === null ? null : Math.min(1, Math.max(0, reliance));
}

/**
 * Economic vulnerability: Σ over industries of (value added ÷ GDP) × (expenditure on the material ÷ operating profit). From 0;
 * the ratio of expenditure to profit is capped at 1 here. Before the publication's rescaling between its commodities.
 * @param gdp same unit of money as the industries' figures
 * Source: Nassar et al. 2020. Errors: RangeError.
 */
export function economicVulnerability(industries: readonly NassarIndustry[], gdp: number): number {
  requireRange("GDP", gdp, Number.MIN_VALUE, Number.MAX_VALUE);
  return industries.reduce((sum, { valueAdded, operatingProfit, expenditure }) => {
    requireRange("value added", valueAdded, 0, gdp);
    requireRange("expenditure", expenditure, 0, Number.MAX_VALUE);
    requireRange("operating profit", operatingProfit, Number.MIN_VALUE, Number.MAX_VALUE);
    return sum + (valueAdded / gdp) * Math.min(1, expenditure / operatingProfit);
  }, 0);
}

/** Supply risk: the geometric mean (DP × TE × EV)^⅓; zero when any of the three is. Source: Nassar et al. 2020. */
export function nassarSupplyRisk(disruption: number, exposure: number, vulnerability: number): number {
  requireRange("disruption potential", disruption, 0, 1);
  requireRange("trade exposure", exposure, 0, 1);
  requireRange("economic vulnerability", vulnerability, 0, 1);
  return cubeRoot(disruption * exposure * vulnerability);
}

const NEWTON_STEPS = 60;

/** By Newton's method, because `Math.cbrt` differs in its last bits between engines; from above, so that it falls to the root. */
function cubeRoot(value: number): number {
  if (value === 0) return 0;
  let root = 1; // value is at most 1
  for (let step = 0; step < NEWTON_STEPS; step++) root = (2 * root + value / (root * root)) / 3;
  return root;
}
