import { requireRange } from "./check.ts";

// Worldwide Governance Indicators run from about −2.5 (weak) to 2.5 (strong). Every method turns them round and rescales them its own way.

/** EU methodology: mean of the six estimates turned to 0 (strong) to 10 (weak): 2 × (2.5 − estimate). */
export function euGovernanceWeight(estimate: number): number {
  requireRange("governance estimate", estimate, -2.5, 2.5);
  return 2 * (2.5 - estimate);
}

/** GeoPolRisk: political stability turned to 0 (stable) to 1 (unstable): (2.5 − estimate) ÷ 5. */
export function geoPolRiskInstability(estimate: number): number {
  requireRange("governance estimate", estimate, -2.5, 2.5);
  return (2.5 - estimate) / 5;
}
