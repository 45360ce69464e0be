import { dayNumber, firstDayOf, isoDate, monthLabel, monthNumber, workingDaysLater } from "./days.ts";
import type { Calendar, Window } from "./lever.ts";

/**
 * The months of a run, counted from a start such as `2025-01`; month −1 is the one before it.
 * Dates are calendar days without a clock or a time zone. Errors: a start that is no month, a count that is no count.
 */
export function createCalendar(start: string, months: number): Calendar {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(start))
    throw new Error(`start: got "${start}", expected a month such as 2025-01`);
  if (!Number.isInteger(months) || months < 1)
    throw new Error(`months: got ${months}, expected a whole number of at least 1`);
  const first = monthNumber(start);
  const label = remembered((month: number) => monthLabel(first + month));
  const days = remembered((month: number) => daysOfMonth(label(month)));
  return { months, label, activeShare: (month, windows) => coveredShare(days(month), windows) };
}

/** The same function, but what it once answered it looks up. */
export function remembered<K, V>(answer: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = answer(key);
    known.set(key, value);
    return value;
  };
}

/** Share of each month of the run that lies in any of the windows; see {@link Calendar.activeShare}. */
export function activeShares(calendar: Calendar, windows: readonly Window[]): Float64Array {
  return Float64Array.from({ length: calendar.months }, (_, month) => calendar.activeShare(month, windows));
}

/** Index in the run of the month a date or month label lies in; negative before the start. */
export function monthIndex(calendar: Calendar, date: string): number {
  return monthsBetween(calendar.label(0), date);
}

/** Whole calendar months from the month of one date to the month of another: 2025-01-31 to 2025-03-01 is 2. */
export function monthsBetween(from: string, to: string): number {
  return monthNumber(to) - monthNumber(from);
}

/** Every day of a month label, as ISO dates. */
export function daysOfMonth(label: string): string[] {
  const month = monthNumber(label);
  const length = firstDayOf(month + 1) - firstDayOf(month);
  return Array.from({ length }, (_, i) => `${label}-${String(i + 1).padStart(2, "0")}`);
}

/** The date a number of calendar days later (earlier when negative). */
export function plusDays(date: string, days: number): string {
  return isoDate(dayNumber(date) + days);
}

/** The date a number of months later; 31 January plus one month is the last day of February. */
export function plusMonths(date: string, months: number): string {
  const month = monthNumber(date) + months;
  const sameDay = firstDayOf(month) + Number(date.slice(8, 10)) - 1;
  return isoDate(Math.min(sameDay, firstDayOf(month + 1) - 1));
}

/** The date a number of working days later, Monday to Friday; public holidays count as working days. */
export function plusWorkingDays(date: string, workingDays: number): string {
  return isoDate(workingDaysLater(dayNumber(date), workingDays));
}

/** Whether a day lies in any of the windows. */
export function isActive(date: string, windows: readonly Window[]): boolean {
  return windows.some((w) => w.from <= date && (w.to === null || date <= w.to));
}

function coveredShare(days: readonly string[], windows: readonly Window[]): number {
  const first = days[0]!;
  const last = days.at(-1)!;
  if (windows.some((w) => w.from <= first && (w.to === null || w.to >= last))) return 1;
  if (windows.every((w) => w.from > last || (w.to !== null && w.to < first))) return 0;
  return days.filter((date) => isActive(date, windows)).length / days.length;
}
