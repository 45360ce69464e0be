import { ClearingError } from "./errors.ts";
import type { Network, Terms } from "./problem.ts";

const fields = ["referenceLevel", "lowerBound", "upperBound", "marginalCost", "slope"] as const;

/**
 * Throws {@link ClearingError} (`malformed`) at the first number of the month that makes no problem: a wrong length,
 * a slope that is not positive and finite or whose inverse is not finite, bounds that are crossed, NaN or closed off at infinity.
 */
export function checkTerms(network: Network, terms: Terms): void {
  const activities = network.activityNames.length;
  for (const field of fields) {
    const got = terms[field].length;
    if (got !== activities) {
      throw new ClearingError(
        "malformed",
        `terms.${field}: got length ${got}, expected ${activities}, one per activity`,
      );
    }
  }
  const { referenceLevel, lowerBound, upperBound, marginalCost, slope } = terms;
  for (let a = 0; a < activities; a++) {
    const l = lowerBound[a]!;
    const u = upperBound[a]!;
    // x − x is 0 for finite x and NaN otherwise: one comparison finds both NaN and ±Infinity
    const finite = referenceLevel[a]! - referenceLevel[a]! + (marginalCost[a]! - marginalCost[a]!) === 0;
    const inverseSlope = 1 / slope[a]!;
    if (!(inverseSlope > 0 && inverseSlope < Infinity && l <= u && l < Infinity && u > -Infinity && finite)) {
      throw new ClearingError("malformed", complaint(network, terms, a), [], [network.activityNames[a]!]);
    }
  }
}

/** Throws {@link ClearingError} (`malformed`) unless there is one finite start price per market. */
export function checkPrices(network: Network, prices: Float64Array): void {
  const markets = network.marketNames.length;
  if (prices.length !== markets) {
    throw new ClearingError(
      "malformed",
      `start prices: got length ${prices.length}, expected ${markets}, one per market`,
    );
  }
  for (let m = 0; m < markets; m++) {
    if (Number.isFinite(prices[m]!)) continue;
    const name = network.marketNames[m]!;
    const message = `market "${name}": got start price ${prices[m]}, expected a finite USD/t; leave start prices out to begin at typical prices`;
    throw new ClearingError("malformed", message, [name]);
  }
}

function complaint(network: Network, terms: Terms, a: number): string {
  const where = `activity "${network.activityNames[a]}"`;
  const q = terms.slope[a]!;
  const l = terms.lowerBound[a]!;
  const u = terms.upperBound[a]!;
  if (!(q > 0)) {
    return `${where}: got slope ${q}, expected > 0; the problem is not strictly convex, so its level would be unbounded or undecided: give it a finite elasticity`;
  }
  if (q === Infinity)
    return `${where}: got an infinite slope, expected a finite one; to fix a level set both bounds to it`;
  if (1 / q === Infinity)
    return `${where}: got slope ${q}, expected one whose inverse is finite (at least 6e-309); give it a slope a price can move`;
  if (l > u) return `${where}: got lower bound ${l} above upper bound ${u}; lower the one or raise the other`;
  if (!(l <= u && l < Infinity && u > -Infinity)) {
    return `${where}: got bounds ${l} … ${u}, expected lower ≤ upper with room between −Infinity and +Infinity`;
  }
  const field = Number.isFinite(terms.referenceLevel[a]!) ? "marginalCost" : "referenceLevel";
  return `${where}: got ${field} ${terms[field][a]}, expected a finite number`;
}
