import { type Clearer, createClearer } from "../market/clear.ts";
import { ClearingError } from "../market/errors.ts";
import type { Network } from "../market/problem.ts";
import type { MonthTerms } from "../policy/lever.ts";
import type { AtomProblem, MonthProblem } from "./atom-problem.ts";
import { fixedUsd } from "./effects.ts";
import { writeDifferences } from "./month-terms.ts";
import { addSlopes, applyPortfolio, dualValueUsd, NOTHING } from "./month-value.ts";
import { discountFactors, yearsOf } from "./months.ts";
import type { Plan } from "./plan.ts";
import { copyTerms, emptyTerms } from "./reference-run.ts";

/** A portfolio's loss in one atom, with a subgradient. */
export interface AtomValue {
  /** discounted, USD */
  readonly lossUsd: number;
  /** the same by calendar year */
  readonly lossUsdByYear: Float64Array;
  /** [candidate × years + year], discounted, USD per unit of scale */
  readonly slopeUsdByYear: Float64Array;
  readonly clearings: number;
}

/**
 * Clears the months of an atom for a portfolio. A month starts from last month's prices or from the reference month's
 * moved by what last month's moved, whichever has the greater dual value: that halves the Newton steps, and the answer
 * depends on nothing but the atom and x.
 */
export function createAtomEvaluator(
  plan: Plan,
  clearerOf: (network: Network) => Clearer,
): (atom: AtomProblem, x: Float64Array) => AtomValue {
  const discount = discountFactors(plan);
  const { years, ofMonth } = yearsOf(plan);
  const candidates = plan.candidates.length;
  let terms = emptyTerms(0);

  return ({ network, base, months }, x) => {
    if (terms.slope.length !== base.slope.length) terms = emptyTerms(base.slope.length);
    const clearer = clearerOf(network);
    const level = new Float64Array(base.slope.length);
    const prices = new Float64Array(network.marketNames.length);
    const moved = new Float64Array(prices.length);
    const other = new Float64Array(prices.length);
    const closer = (a: Float64Array, b: Float64Array) =>
      dualValueUsd(network, terms, a) > dualValueUsd(network, terms, b);
    const slopeUsdByYear = new Float64Array(candidates * years.length);
    const lossUsdByYear = new Float64Array(years.length);
    let lossUsd = 0;
    let clearings = 0;
    const lose = (t: number, usd: number) => {
      lossUsd += discount[t]! * usd;
      lossUsdByYear[ofMonth[t]!]! += discount[t]! * usd;
    };
    months.forEach((month, t) => {
      const add = (candidate: number, usd: number) => {
        slopeUsdByYear[candidate * years.length + ofMonth[t]!]! += discount[t]! * usd;
      };
      if (month.terms === undefined || !isTouched(month, x)) {
        prices.set(month.prices);
        moved.fill(0);
        lose(t, month.emptyUsd - month.calmUsd);
        for (const [candidate, usd] of month.emptySlopes) add(candidate, usd);
        return;
      }
      copyTerms(base, terms);
      writeDifferences(month.terms, terms);
      applyPortfolio(month.effects, x, terms);
      for (let m = 0; m < prices.length; m++) other[m] = month.prices[m]! + moved[m]!;
      if (t === 0 || closer(other, prices)) prices.set(other);
      atMonth(t, () => clearIn(clearer, network, month, terms, { prices, level }));
      clearings++;
      for (let m = 0; m < prices.length; m++) moved[m] = prices[m]! - month.prices[m]!;
      const valueUsd = dualValueUsd(network, terms, prices) + fixedUsd(month.effects, x);
      lose(t, valueUsd - month.calmUsd);
      addSlopes(network, terms, prices, month.effects, add);
    });
    return { lossUsd, lossUsdByYear, slopeUsdByYear, clearings };
  };
}

/**
 * Clears from `prices`; where Newton's steps do not arrive from there, from the reference month's prices, then with
 * sweeps from typical ones. Which of them it was depends on the month's problem alone.
 */
function clearIn(clearer: Clearer, network: Network, month: MonthProblem, terms: MonthTerms, into: Cleared): void {
  if (clearFrom(clearer, into.prices.slice(), terms, into) || clearFrom(clearer, month.prices, terms, into)) return;
  const withSweeps = createClearer(network);
  try {
    if (clearFrom(withSweeps, month.prices, terms, into)) return;
    into.prices.set(network.typicalPriceUsdPerTonne);
    withSweeps.clearInto(terms, into.prices, into.level);
  } finally {
    withSweeps.release();
  }
}

/** False where Newton's steps do not arrive from these prices. */
function clearFrom(clearer: Clearer, start: Float64Array, terms: MonthTerms, into: Cleared): boolean {
  into.prices.set(start);
  try {
    clearer.clearInto(terms, into.prices, into.level);
    return true;
  } catch (error) {
    if (error instanceof ClearingError && error.fault === "not converged") return false;
    throw error;
  }
}

interface Cleared {
  readonly prices: Float64Array;
  readonly level: Float64Array;
}

function atMonth<T>(month: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error) error.message = `month ${month + 1}: ${error.message}`;
    throw error;
  }
}

/** Whether anything of the portfolio acts in the month. */
function isTouched({ effects: { blocks, rooms } }: MonthProblem, x: Float64Array): boolean {
  return blocks.some((b) => x[b.candidate]! > NOTHING) || rooms.some((r) => x[r.candidate]! > NOTHING);
}
