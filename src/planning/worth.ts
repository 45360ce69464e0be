import { keepOnly } from "./coalition.ts";
import type { Atom } from "./evaluator.ts";
import type { JudgedPortfolio } from "./judged.ts";
import { expectedLossUsd } from "./judged-summary.ts";
import { discountedCostUsd } from "./money.ts";
import type { Plan } from "./plan.ts";
import type { CandidateWorth, Worth } from "./plan-report.ts";
import type { Simulate } from "./split.ts";
import { usdWords } from "./words.ts";

/**
 * What a portfolio costs against what it saves on average over the futures, by the month simulation: surplus in the
 * markets (counted like the planning loss) and value of the partners' products that can be made after all.
 */
export function worthOf(plan: Plan, atoms: readonly Atom[], without: JudgedPortfolio, withIt: JudgedPortfolio): Worth {
  const costUsd = discountedCostUsd(plan, withIt.x) - discountedCostUsd(plan, without.x);
  const surplusAvoidedUsd = surplusAvoided(plan, atoms, without, withIt).reduce(
    (sum, usd, s) => sum + atoms[s]!.probability * usd,
    0,
  );
  const productsSavedUsd =
    expectedLossUsd(atoms, without, "valueAtRiskUsd") - expectedLossUsd(atoms, withIt, "valueAtRiskUsd");
  const covers = costUsd <= surplusAvoidedUsd ? "surplus" : costUsd <= productsSavedUsd ? "products" : "neither";
  return {
    costUsd,
    surplusAvoidedUsd,
    productsSavedUsd,
    covers,
    words: inWords({ costUsd, surplusAvoidedUsd, productsSavedUsd, covers }),
  };
}

/** By atom: what the markets of the simulation lose less; uses of other countries only where a plan counts the world. */
export function surplusAvoided(
  plan: Plan,
  atoms: readonly Atom[],
  without: JudgedPortfolio,
  withIt: JudgedPortfolio,
): number[] {
  return atoms.map((_, s) => {
    const [before, after] = [without.atoms[s]!, withIt.atoms[s]!];
    const markets = before.systemCostUsd - after.systemCostUsd;
    return plan.objective.count === "partners" ? markets - (before.outsideUsesUsd - after.outsideUsesUsd) : markets;
  });
}

/** Each chosen candidate against the same portfolio without it, and without what needs it. */
export async function worthOfEach(
  plan: Plan,
  atoms: readonly Atom[],
  whole: JudgedPortfolio,
  simulate: Simulate,
): Promise<CandidateWorth[]> {
  const found: CandidateWorth[] = [];
  for (const [k, { id }] of plan.candidates.entries()) {
    if (!(whole.x[k]! > 0)) continue;
    const left = keepOnly(plan, whole.x, (candidate) => candidate.id !== id);
    const needing = plan.candidates.filter((other, j) => other.id !== id && left[j]! < whole.x[j]!).map((c) => c.id);
    found.push({ candidate: id, needing, ...worthOf(plan, atoms, await simulate(left), whole) });
  }
  return found;
}

function inWords({ costUsd, surplusAvoidedUsd, productsSavedUsd, covers }: Omit<Worth, "words">): string {
  const cost = usdWords(costUsd);
  const surplus = `the surplus it saves in the markets (${usdWords(surplusAvoidedUsd)})`;
  const products = `the value of products that can be made after all (${usdWords(productsSavedUsd)})`;
  switch (covers) {
    case "surplus":
      return costUsd > 0
        ? `Its cost of ${cost} is covered by ${surplus}; ${products} stands beside that.`
        : `It costs nothing; it saves ${usdWords(surplusAvoidedUsd)} of surplus in the markets and ${usdWords(productsSavedUsd)} of products that can be made after all.`;
    case "products":
      return `Its cost of ${cost} is covered by ${products}, not by ${surplus}.`;
    case "neither":
      return `Its cost of ${cost} is covered neither by ${surplus} nor by ${products}.`;
    default:
      return covers satisfies never;
  }
}
