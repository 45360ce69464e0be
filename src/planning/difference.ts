import type { Policy } from "../policy/kinds/index.ts";
import type { Atom } from "./evaluator.ts";
import type { JudgedPortfolio } from "./judged.ts";
import { objectiveOf } from "./money.ts";
import type { Plan } from "./plan.ts";
import type { Difference } from "./plan-report.ts";
import { usdWords } from "./words.ts";
import { surplusAvoided } from "./worth.ts";

export interface Compared {
  readonly plan: Plan;
  readonly atoms: readonly Atom[];
  readonly x: readonly number[];
  /** planning losses by atom, without any measure and with the portfolio */
  readonly planningWithoutUsd: ArrayLike<number>;
  readonly planningWithUsd: ArrayLike<number>;
  readonly without: JudgedPortfolio;
  readonly withIt: JudgedPortfolio;
}

/**
 * Expected loss avoided as the planning approximation had it and as the month simulation has it, in the same unit: the
 * discounted objective of the markets. Where a plan counts its partners alone, what uses of other countries gain is not
 * counted in the simulation either.
 */
export function differenceOf({ plan, atoms, x, ...losses }: Compared): Difference {
  const weights = atoms.map((a) => a.probability);
  const avoided = atoms.map((_, s) => losses.planningWithoutUsd[s]! - losses.planningWithUsd[s]!);
  const ofOthers = atoms.map(
    (_, s) => losses.without.atoms[s]!.outsideUsesUsd - losses.withIt.atoms[s]!.outsideUsesUsd,
  );
  const simulated = surplusAvoided(plan, atoms, losses.without, losses.withIt);
  const mean = (usd: readonly number[]) => usd.reduce((sum, value, s) => sum + weights[s]! * value, 0);
  const planningAvoidedUsd = mean(avoided);
  const simulatedAvoidedUsd = mean(simulated);
  const share =
    planningAvoidedUsd === 0 ? null : (simulatedAvoidedUsd - planningAvoidedUsd) / Math.abs(planningAvoidedUsd);
  const lossUsd = simulated.map((usd, s) => losses.planningWithoutUsd[s]! - usd);
  const { objectiveUsd, expectedLossUsd, tailLossUsd } = objectiveOf(
    plan,
    { x: Float64Array.from(x), lossUsd: Float64Array.from(lossUsd) },
    weights,
  );
  return {
    planningAvoidedUsd,
    simulatedAvoidedUsd,
    share,
    othersGainUsd: mean(ofOthers),
    simulated: { expectedLossUsd, tailLossUsd, objectiveUsd },
    words: inWords(planningAvoidedUsd, simulatedAvoidedUsd, share),
    reasons: reasonsFor(
      plan,
      plan.candidates.filter((_, k) => x[k]! > 0).map((c) => c.policy),
    ),
  };
}

function inWords(planningUsd: number, simulatedUsd: number, share: number | null): string {
  if (share === null)
    return `The planning approximation sees no loss avoided; the month simulation says ${usdWords(simulatedUsd)}.`;
  const percent = `${Math.abs(100 * share).toFixed(Math.abs(share) < 0.1 ? 1 : 0)} % ${share < 0 ? "less" : "more"}`;
  return `The planning approximation said ${usdWords(planningUsd)} of loss avoided, the month simulation says ${usdWords(simulatedUsd)}: ${percent}.`;
}

const OPENED: ReadonlySet<Policy["kind"]> = new Set(["facility", "recycling", "substitution"]);
const STOCKPILES: ReadonlySet<Policy["kind"]> = new Set(["public-stockpile", "joint-stockpile"]);
const COSTS: ReadonlySet<Policy["kind"]> = new Set(["import-tariff", "export-tax", "route-closure"]);

/** Why the two can differ for these measures; each reason is something one of them does and the other does not. */
function reasonsFor(plan: Plan, policies: readonly Policy[]): string[] {
  const some = (kinds: ReadonlySet<Policy["kind"]>) => policies.some(({ kind }) => kinds.has(kind));
  const reasons: [boolean, string][] = [
    [
      policies.length > 0,
      "Private stocks and trading habits follow the measures in the simulation; the approximation takes them from the run without measures.",
    ],
    [
      policies.length > 1,
      "Measures meet in the markets: what each adds to limits is summed in the approximation, while in the simulation one changes the prices another reacts to the month after.",
    ],
    [
      some(OPENED),
      "Substitutes and promises to ship depend on last month's levels, which the approximation takes from runs without the rest of the portfolio.",
    ],
    [
      some(STOCKPILES),
      "Stockpiles buy and sell in the approximation as they did alone at full size; in the simulation they follow the prices the whole portfolio makes.",
    ],
    [
      some(new Set(["price-floor"])),
      "A price floor has no direct effect in the approximation; in the simulation producers under it make more. What it pays is a transfer and counted as neither gain nor loss here.",
    ],
    [
      some(COSTS),
      "Tariffs, taxes and freight have no effect in the approximation; in the simulation a cut counts as saved cost, though the duty forgone is a transfer.",
    ],
    [
      policies.length > 0 && plan.objective.count === "partners",
      "The approximation keeps uses of other countries at what they got without measures; in the simulation they buy a part of what is added.",
    ],
  ];
  return reasons.filter(([applies]) => applies).map(([, reason]) => reason);
}
