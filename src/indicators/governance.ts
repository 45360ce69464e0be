import { requireRange } from "./check.ts";

// Worldwide Governance Indicators run from about −2.5 (weak) to 2.5 (strong). Every method turns them round and rescales them its own way.

/** The World Bank prints a few estimates beyond ±2.5, such as −2.8 for Syria's stability in 2022. */
const MOST_EXTREME = 3.5;

/** EU methodology: mean of the six estimates turned to 0 (strong) to 10 (weak): 2 × (2.5 − estimate), never beyond. */
export function euGovernanceWeight(estimate: number): number {
  requireRange("governance estimate", estimate, -MOST_EXTREME, MOST_EXTREME);
  return Math.min(10, Math.max(0, 2 * (2.5 - estimate)));
}

/** GeoPolRisk: political stability turned to 0 (stable) to 1 (unstable), a little beyond for extreme estimates: (2.5 − estimate) ÷ 5. */
export function geoPolRiskInstability(estimate: number): number {
  requireRange("governance estimate", estimate, -MOST_EXTREME, MOST_EXTREME);
  return (2.5 - estimate) / 5;
}
