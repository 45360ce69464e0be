import { requireRange } from "./check.ts";
import { hhi } from "./hhi.ts";

/** A supplying country with its share and mean governance estimate (−2.5 to 2.5). */
export interface GovernedSupplier {
  readonly tonnes: number;
  readonly governance: number;
}

/** Concentration and country risk as DERA prints them side by side. */
export interface DeraRisk {
  /** 0 to 10,000 points */
  readonly hhiPoints: number;
  readonly concentration: "low" | "moderate" | "high";
  /** Σ share × governance estimate, −2.5 (weak) to 2.5 (strong) */
  readonly weightedCountryRisk: number;
  readonly countryRisk: "low" | "moderate" | "high";
  /** both read together: the group of potentially high procurement risk is 3 */
  readonly riskGroup: 1 | 2 | 3;
}

const MODERATE_POINTS = 1500;
const HIGH_POINTS = 2500;
const LOW_RISK = 0.5;
const HIGH_RISK = -0.5;

/**
 * Concentration of supply (HHI: under 1,500 low, 1,500–2,500 moderate, over 2,500 high) and weighted country risk (over 0.5 low,
 * 0.5 to −0.5 moderate, under −0.5 high), combined to a risk group. DERA-style: the German raw materials agency prints
 * both and classes them so; the mean of the six WGI is the country risk.
 * Source: DERA, Rohstoffrisikobewertung / DERA-Rohstoffliste. Errors: RangeError.
 * @returns null where nothing is supplied
 */
export function deraRisk(suppliers: readonly GovernedSupplier[]): DeraRisk | null {
  const index = hhi(suppliers.map((s) => s.tonnes));
  if (index === null) return null;
  const total = suppliers.reduce((sum, s) => sum + s.tonnes, 0);
  const weightedCountryRisk = suppliers.reduce((sum, { tonnes, governance }) => {
    requireRange("governance", governance, -2.5, 2.5);
    return sum + (tonnes / total) * governance;
  }, 0);
  return deraClasses(index * 10_000, weightedCountryRisk);
}

/** Classes of a concentration in points and a weighted country risk. */
function deraClasses(hhiPoints: number, weightedCountryRisk: number): DeraRisk {
  const concentration = hhiPoints > HIGH_POINTS ? "high" : hhiPoints >= MODERATE_POINTS ? "moderate" : "low";
  const countryRisk = weightedCountryRisk < HIGH_RISK ? "high" : weightedCountryRisk <= LOW_RISK ? "moderate" : "low";
  return { hhiPoints, concentration, weightedCountryRisk, countryRisk, riskGroup: groupOf(concentration, countryRisk) };
}

/** The risk group that an HHI in points (0 to 10,000) and a weighted country risk (−2.5 to 2.5) fall into. */
export function deraGroup(hhiPoints: number, weightedCountryRisk: number): 1 | 2 | 3 {
  return deraClasses(hhiPoints, weightedCountryRisk).riskGroup;
}

type Level = DeraRisk["concentration"];

/** High concentration with moderate or high country risk, or moderate concentration with high risk: group 3; both low: 1. */
function groupOf(concentration: Level, risk: Level): 1 | 2 | 3 {
  const points = { low: 0, moderate: 1, high: 2 };
  const sum = points[concentration] + points[risk];
  return sum >= 3 ? 3 : sum >= 1 ? 2 : 1;
}
