import type { Policy } from "../policy/kinds/index.ts";

/** What one unit of a measure that can be sized is, and how many of them its full scale has. */
export interface Unit {
  readonly name: string;
  readonly perScale: number;
}

const HUNDREDTH: Unit = { name: "hundredth of its full size", perScale: 100 };

/** The unit in which a policy's size is written; a hundredth of its full size where it has none of its own, or several. */
export function unitOf(policy: Policy): Unit {
  switch (policy.kind) {
    case "facility":
      return { name: "tonne a year of capacity", perScale: policy.capacityTonnesPerYear };
    case "public-stockpile":
      return holdingUnit([policy]);
    case "joint-stockpile":
      return holdingUnit(policy.holdings);
    case "recycling":
      return policy.capacityTonnesPerYear === undefined
        ? HUNDREDTH
        : { name: "tonne a year of capacity", perScale: policy.capacityTonnesPerYear };
    case "substitution":
      return policy.maxShare === undefined
        ? HUNDREDTH
        : { name: "percentage point of users who switch", perScale: 100 * policy.maxShare };
    case "offtake":
      return policy.tonnesPerYear === undefined ? HUNDREDTH : { name: "tonne a year", perScale: policy.tonnesPerYear };
    default:
      return HUNDREDTH;
  }
}

interface Holding {
  readonly targetTonnes?: number | undefined;
  readonly targetDays?: number | undefined;
}

/** Days where every holding has as many; tonnes where there is one holding in tonnes. */
function holdingUnit(holdings: readonly Holding[]): Unit {
  const [first] = holdings;
  const days = first?.targetDays;
  if (days !== undefined && holdings.every(({ targetDays }) => targetDays === days))
    return { name: "day of use in stock", perScale: days };
  if (holdings.length === 1 && first?.targetTonnes !== undefined)
    return { name: "tonne in stock", perScale: first.targetTonnes };
  return HUNDREDTH;
}
