import { deraRisk, euGovernanceWeight, hhiRange, weightedHhi } from "../indicators/index.ts";
import type { Governance } from "./governance.ts";
import type { Concentration, Part } from "./result.ts";

/** Under this share of supply with a governance estimate, a weighted index would say more about the gaps than about the world. */
const SMALLEST_COVERED_SHARE = 0.9;
const LARGEST_ESTIMATE = 2.5;

/** Concentration of the parts, with what the source leaves to "others" as a range. */
export function concentrationOf(parts: readonly Part[], othersShare: number, governance: Governance): Concentration {
  const range = hhiRange(
    parts.map((p) => p.share),
    othersShare,
  )!;
  const governed = parts.flatMap((p) => {
    const estimate = governance.mean.get(p.country);
    return estimate === undefined ? [] : [{ share: p.share, estimate: clip(estimate) }];
  });
  const covered = governed.reduce((sum, g) => sum + g.share, 0);
  const enough = covered >= SMALLEST_COVERED_SHARE;
  const shares = governed.map((g) => g.share);
  const weighted = enough
    ? weightedHhi(
        shares,
        governed.map((g) => euGovernanceWeight(g.estimate)),
      )
    : null;
  const dera = enough ? deraRisk(governed.map((g) => ({ tonnes: g.share, governance: g.estimate }))) : null;
  const largest = parts.reduce((most, p) => (p.share > most.share ? p : most), parts[0]!);
  return {
    hhi: range,
    governanceWeightedHhi: weighted,
    largest: largest.country,
    largestShare: largest.share,
    deraRiskGroup: dera?.riskGroup ?? null,
  };
}

function clip(estimate: number): number {
  return Math.min(LARGEST_ESTIMATE, Math.max(-LARGEST_ESTIMATE, estimate));
}
