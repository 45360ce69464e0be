import { discountShare } from "./money.ts";
import type { Plan } from "./plan.ts";

/** What a dollar lost in a month counts today, by month: (1 + rate)^(−t/12), t = 0 in the first month. */
export function discountFactors({ months, objective }: Pick<Plan, "months" | "objective">): Float64Array {
  return Float64Array.from({ length: months }, (_, t) => discountShare(objective.discountPerYear, t));
}

/** The calendar years of a plan's months, and the place of each month's year among them. */
export function yearsOf({ start, months }: Pick<Plan, "start" | "months">): {
  readonly years: readonly number[];
  readonly ofMonth: readonly number[];
} {
  const [year, month] = start.split("-").map(Number) as [number, number];
  const ofMonth = Array.from({ length: months }, (_, t) => Math.floor((month - 1 + t) / 12));
  return { years: [...new Set(ofMonth)].map((y) => year + y), ofMonth };
}
