import { requireRange } from "./check.ts";

/** Which supply the EU figures rest on: global supply, EU sourcing, or both. */
export type EuSupplyData = "GS + EUS" | "GS only" | "EUS only";

/** Inputs of the EU's supply risk for one material at one stage. */
export interface EuSupplyRiskInput {
  readonly supplyData: EuSupplyData;
  /** Σ share² × WGI (0–10) × t over the countries of global supply; needed unless EUS only */
  readonly globalHhi: number | null;
  /** the same over the countries the EU buys from, its own production included; needed unless GS only */
  readonly euHhi: number | null;
  /** import reliance, 0 to 1; weighs the two only where both are there */
  readonly importReliance: number | null;
  /** end-of-life recycling input rate, 0 to 1 */
  readonly recyclingInputRate: number;
  /** substitution index of supply risk, 0 to 1 */
  readonly substitutionIndex: number;
}

/**
 * Supply risk of the EU's criticality assessment, variant 2017 (used unchanged in 2020 and 2023, where the higher of the
 * two stages counts, see {@link euSupplyRiskOfStages}):
 *
 *     SR = [ HHI_GS × IR/2 + HHI_EUS × (1 − IR/2) ] × (1 − EoL-RIR) × SI_SR
 *
 * With one kind of supply data only, that one stands alone in the bracket. About 0 to 10 (WGI scaled 0 to 10, t 0.8 to
 * 2); 1.0 and more is critical when economic importance is 2.8 or more.
 * Source: European Commission 2017, Methodology for establishing the EU list of critical raw materials, ISBN
 * 978-92-79-68051-9. Errors: RangeError naming what is missing or out of range.
 */
export function euSupplyRisk(input: EuSupplyRiskInput): number {
  requireRange("end-of-life recycling input rate", input.recyclingInputRate, 0, 1);
  requireRange("substitution index", input.substitutionIndex, 0, 1);
  return concentration(input) * (1 - input.recyclingInputRate) * input.substitutionIndex;
}

/** At and above both a raw material is critical. European Commission 2017, section 2. */
export const EU_CRITICAL_SUPPLY_RISK = 1;
export const EU_CRITICAL_ECONOMIC_IMPORTANCE = 2.8;

/**
 * Whether supply risk and economic importance, both about 0 to 10, make a material critical; null where that hangs on an
 * importance that is not known. Compared as they are, not rounded as the EU prints them.
 */
export function isEuCritical(supplyRisk: number, economicImportance: number | null): boolean | null {
  if (supplyRisk < EU_CRITICAL_SUPPLY_RISK) return false;
  return economicImportance === null ? null : economicImportance >= EU_CRITICAL_ECONOMIC_IMPORTANCE;
}

/** The bracket: concentration of supply, weighed by how much the EU imports. */
function concentration({ supplyData, globalHhi, euHhi, importReliance }: EuSupplyRiskInput): number {
  const need = (name: string, value: number | null, most: number): number => {
    if (value === null)
      throw new RangeError(`${name}: got nothing, expected a number, since supply data is ${supplyData}`);
    requireRange(name, value, 0, most);
    return value;
  };
  if (supplyData === "GS only") return need("HHI of global supply", globalHhi, MOST_HHI);
  if (supplyData === "EUS only") return need("HHI of EU sourcing", euHhi, MOST_HHI);
  const half = need("import reliance", importReliance, 1) / 2;
  return (
    need("HHI of global supply", globalHhi, MOST_HHI) * half + need("HHI of EU sourcing", euHhi, MOST_HHI) * (1 - half)
  );
}

/** one supplier (1) × worst governance (10) × the highest trade parameter (2) */
const MOST_HHI = 20;

/**
 * Variant 2023: both stages are assessed where data allow, and the higher supply risk is the material's.
 * Source: European Commission 2023, Study on the critical raw materials for the EU 2023, section 2.
 */
export function euSupplyRiskOfStages<R extends { readonly stage: string; readonly supplyRisk: number }>(
  risks: readonly R[],
): R {
  if (risks.length === 0) throw new RangeError("got no stage, expected extraction, processing or both");
  return risks.reduce((worst, risk) => (risk.supplyRisk > worst.supplyRisk ? risk : worst));
}
