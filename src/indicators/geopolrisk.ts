import { requireRange, sumOf } from "./check.ts";
import { hhi } from "./hhi.ts";

/** What an importer buys from one partner in a year. */
export interface GeoPolRiskFlow {
  readonly tonnes: number;
  readonly valueThousandUsd: number;
  /** political instability of the partner, 0 (stable) to 1 (unstable); see `geoPolRiskInstability` */
  readonly instability: number;
}

/** One importer, material and year. */
export interface GeoPolRiskInput {
  /** world production by country, tonnes */
  readonly production: readonly number[];
  /** the importer's own production, tonnes */
  readonly domesticTonnes: number;
  readonly flows: readonly GeoPolRiskFlow[];
}

/** Every step of the method, so that a figure can be followed. */
export interface GeoPolRiskResult {
  /** concentration of world production, 0 to 1 */
  readonly hhi: number;
  /** Σ tonnes × instability over the partners */
  readonly numerator: number;
  /** tonnes imported */
  readonly totalTrade: number;
  /** share of supply that comes from instability: numerator ÷ (imports + own production), 0 to 1 */
  readonly importRisk: number;
  /** hhi × importRisk, 0 to 1 */
  readonly score: number;
  /** mean import price, USD/kg (= thousand USD per tonne); null without imports */
  readonly price: number | null;
  /** score × price, USD/kg; null without imports */
  readonly value: number | null;
  /** midpoint characterisation factor, kg copper equivalent per kg; null without imports */
  readonly cf: number | null;
}

/** GeoPolRisk value of copper that the midpoint is counted in, USD/kg: mean of the OECD countries 2017–2021, the constant of geopolrisk-py. */
export const COPPER_VALUE_USD_PER_KG = 0.409412948;

/**
 * GeoPolRisk: supply risk of a material for an importer, its value and the midpoint characterisation factor for life cycle
 * assessment.
 *
 *     score = HHI × Σ(tonnes × instability) ÷ (imports + own production)
 *     value = score × mean import price,   cf = value ÷ value of copper
 *
 * Variant: national production concentration, political stability as governance indicator, the midpoint of geopolrisk-py.
 * Source: Gemechu et al. 2016; Santillán-Saldivar et al. 2022; Koyamparambath et al. 2024 (geopolrisk-py).
 * @returns null where neither production nor supply is known
 * Errors: RangeError naming the value.
 */
export function geoPolRisk({ production, domesticTonnes, flows }: GeoPolRiskInput): GeoPolRiskResult | null {
  const concentration = hhi(production);
  requireRange("domestic production", domesticTonnes, 0, Number.MAX_VALUE);
  const totalTrade = sumOf(
    "imported tonnes",
    flows.map((f) => f.tonnes),
  );
  const worth = sumOf(
    "value of imports",
    flows.map((f) => f.valueThousandUsd),
  );
  const numerator = flows.reduce((sum, { tonnes, instability }) => {
    requireRange("instability", instability, -0.2, 1.2); // estimates beyond ±2.5 are printed
    return sum + tonnes * instability;
  }, 0);
  const supply = totalTrade + domesticTonnes;
  if (concentration === null || supply === 0) return null;
  const importRisk = numerator / supply;
  const score = concentration * importRisk;
  const price = totalTrade > 0 ? worth / totalTrade : null;
  return {
    hhi: concentration,
    numerator,
    totalTrade,
    importRisk,
    score,
    price,
    value: price === null ? null : score * price,
    cf: price === null ? null : (score * price) / COPPER_VALUE_USD_PER_KG,
  };
}
