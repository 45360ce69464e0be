import type { Clearer } from "../market/clear.ts";
import type { Lever, MonthTerms, MonthView } from "../policy/lever.ts";
import { carryHabits, openingHabits, setHabitTerms } from "../simulation/habits.ts";
import { setRampTerms } from "../simulation/ramps.ts";
import type { Workbench } from "../simulation/rehearse.ts";
import { carryStocks, openingStocks, setStoreTerms } from "../simulation/stocks.ts";
import type { JointModel } from "./joint-model.ts";

/** A month of a reference run after it has cleared; arrays are reused. */
export interface ReferenceMonth {
  readonly month: number;
  /** what was cleared */
  readonly terms: MonthTerms;
  readonly price: Float64Array;
  readonly level: Float64Array;
  /** What the month's terms would have been with these candidates acting, from the same stocks, habits and prices. */
  termsWith(candidates: ReadonlySet<number>): MonthTerms;
}

/**
 * The month simulation of an atom with its events and some of the candidates; routes of the others are closed.
 * Errors: a ClearingError naming the month.
 */
export function referenceRun(
  joint: JointModel,
  workbench: Workbench,
  clearer: Clearer,
  candidates: ReadonlySet<number>,
  onMonth: (cleared: ReferenceMonth) => void,
): void {
  const { model } = joint;
  const stocks = openingStocks(model);
  const habits = openingHabits(model, workbench.contractingRatePerMonth);
  const price = model.basePriceUsdPerTonne.slice();
  const level = model.baseLevel.slice();
  const lastPriceUsdPerTonne = price.slice();
  const lastLevel = level.slice();
  const terms = emptyTerms(model.activities.length);
  const other = emptyTerms(model.activities.length);
  const acting = joint.levers(candidates);
  const known = new Map<string, readonly Lever[]>();
  const months = joint.months;

  for (let month = 0; month < months; month++) {
    lastPriceUsdPerTonne.set(price);
    lastLevel.set(level);
    const view: MonthView = { month, lastPriceUsdPerTonne, lastLevel };
    const write = (into: MonthTerms, levers: readonly Lever[], chosen: ReadonlySet<number>) => {
      copyTerms(model.terms, into);
      setHabitTerms(habits, into.referenceLevel);
      setStoreTerms(model, stocks, into);
      setRampTerms(model, lastLevel, into);
      for (const [route, owners] of joint.routes) if (!owners.some((k) => chosen.has(k))) into.upperBound[route] = 0;
      const fresh = { ...into }; // levers may remember what they did to terms, by object
      for (const lever of levers) lever.adjust(view, fresh);
    };
    write(terms, acting, candidates);
    try {
      clearer.clearInto(terms, price, level);
    } catch (error) {
      if (error instanceof Error) error.message = `month ${month + 1} of the reference run: ${error.message}`;
      throw error;
    }
    onMonth({
      month,
      terms,
      price,
      level,
      termsWith(chosen) {
        const key = [...chosen].join(" ");
        const levers = known.get(key) ?? joint.levers(chosen);
        known.set(key, levers);
        write(other, levers, chosen);
        return other;
      },
    });
    carryStocks(model, level, stocks);
    carryHabits(habits, level);
    for (const lever of acting) lever.carryOver?.(view, level, price, terms);
  }
}

export function emptyTerms(activities: number): MonthTerms {
  return {
    referenceLevel: new Float64Array(activities),
    lowerBound: new Float64Array(activities),
    upperBound: new Float64Array(activities),
    marginalCost: new Float64Array(activities),
    slope: new Float64Array(activities),
  };
}

export function copyTerms(from: MonthTerms, into: MonthTerms): void {
  into.referenceLevel.set(from.referenceLevel);
  into.lowerBound.set(from.lowerBound);
  into.upperBound.set(from.upperBound);
  into.marginalCost.set(from.marginalCost);
  into.slope.set(from.slope);
}
