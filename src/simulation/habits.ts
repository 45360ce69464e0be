import type { Model } from "../chain/model.ts";

/** Shipments and the share of the gap between habit and last month's flow that is closed each month. */
export interface Habits {
  readonly activities: Int32Array;
  readonly ratePerMonth: Float64Array;
  /** x̂ of those activities now, tonnes per month */
  readonly reference: Float64Array;
}

/** Habits as they stand in the baseline: every shipment at its calibrated level. */
export function openingHabits(model: Model, contractingRatePerMonth: (commodity: string) => number): Habits {
  const ships: number[] = [];
  const rates = new Map<string, number>();
  const rateOf = (commodity: string) => {
    const rate = rates.get(commodity) ?? contractingRatePerMonth(commodity);
    rates.set(commodity, rate);
    return rate;
  };
  model.activities.forEach((a, i) => {
    if (a.kind === "ship") ships.push(i);
  });
  return {
    activities: Int32Array.from(ships),
    ratePerMonth: Float64Array.from(ships, (i) => rateOf(model.activities[i]!.commodity)),
    reference: Float64Array.from(ships, (i) => model.terms.referenceLevel[i]!),
  };
}

export function setHabitTerms(habits: Habits, referenceLevel: Float64Array): void {
  for (let i = 0; i < habits.activities.length; i++) referenceLevel[habits.activities[i]!] = habits.reference[i]!;
}

/** Reference shipments drift towards what was shipped this month. */
export function carryHabits(habits: Habits, level: Float64Array): void {
  for (let i = 0; i < habits.activities.length; i++) {
    const gap = level[habits.activities[i]!]! - habits.reference[i]!;
    habits.reference[i] = habits.reference[i]! + habits.ratePerMonth[i]! * gap;
  }
}
