import { deraGroup, euGovernanceWeight, hhiRange } from "../indicators/index.ts";
import type { Governance } from "./governance.ts";
import type { Concentration, Part } from "./result.ts";

/** Under this share of supply with a governance estimate, a weighted index would say more about the gaps than about the world. */
const SMALLEST_COVERED_SHARE = 0.9;
const LARGEST_ESTIMATE = 2.5;
const WORST_WEIGHT = euGovernanceWeight(-LARGEST_ESTIMATE);
const POINTS = 10_000;

/** What of a whole no country is named for. */
export interface Rest {
  /** share of countries the source does not name, each no larger than the largest it names */
  readonly others: number;
  /** shares of groups, such as an aggregate of the model: each may be one country or many */
  readonly groups: readonly number[];
}

/** Concentration of the parts, with what is left to others and to groups as a range; shares are of the whole throughout. */
export function concentrationOf(parts: readonly Part[], rest: Rest, governance: Governance): Concentration {
  const shares = parts.map((p) => p.share);
  const grouped = rest.groups.reduce((a, b) => a + b, 0);
  const whole = shares.reduce((a, b) => a + b, 0) + rest.others + grouped;
  const squares = rest.groups.reduce((sum, g) => sum + (g / whole) * (g / whole), 0);
  const named = hhiRange(shares, rest.others + grouped)!;
  const ofNamed = hhiRange(shares, rest.others);
  const othersMost = ofNamed === null ? 0 : (ofNamed.most - ofNamed.least) * ((whole - grouped) / whole) ** 2;
  const unknown = othersMost + squares;
  const largest = parts.reduce<Part | null>((most, p) => (most === null || p.share > most.share ? p : most), null);
  const hhi = { least: named.least, most: named.least + unknown };
  return {
    hhi,
    ...governed(parts, whole, hhi, unknown, governance),
    largest: largest?.country ?? null,
    largestShare: largest?.share ?? 0,
  };
}

type Governed = Pick<
  Concentration,
  "governanceWeightedHhi" | "governanceWeightedHhiMost" | "deraRiskGroup" | "deraRiskGroupMost"
>;
const NONE: Governed = {
  governanceWeightedHhi: null,
  governanceWeightedHhiMost: null,
  deraRiskGroup: null,
  deraRiskGroupMost: null,
};

/** Least: who has no estimate or no name weighs nothing. Most: it weighs as the worst governed country would. */
function governed(
  parts: readonly Part[],
  whole: number,
  hhi: Concentration["hhi"],
  unknown: number,
  governance: Governance,
): Governed {
  const known = parts.map(({ country, share }) => ({ share: share / whole, estimate: governance.mean.get(country) }));
  const withEstimate = known.flatMap(({ share, estimate }) =>
    estimate === undefined ? [] : [{ share, estimate: clip(estimate) }],
  );
  const covered = withEstimate.reduce((sum, g) => sum + g.share, 0);
  if (covered < SMALLEST_COVERED_SHARE) return NONE;
  const least = withEstimate.reduce((sum, g) => sum + g.share * g.share * euGovernanceWeight(g.estimate), 0);
  const ungoverned = known.reduce((sum, k) => sum + (k.estimate === undefined ? k.share * k.share : 0), 0);
  const risk = withEstimate.reduce((sum, g) => sum + g.share * g.estimate, 0);
  const missing = Math.max(0, 1 - covered) * LARGEST_ESTIMATE;
  return {
    governanceWeightedHhi: least,
    governanceWeightedHhiMost: least + (ungoverned + unknown) * WORST_WEIGHT,
    deraRiskGroup: deraGroup(hhi.least * POINTS, risk + missing),
    deraRiskGroupMost: deraGroup(hhi.most * POINTS, risk - missing),
  };
}

function clip(estimate: number): number {
  return Math.min(LARGEST_ESTIMATE, Math.max(-LARGEST_ESTIMATE, estimate));
}
