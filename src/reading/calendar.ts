/** Days are ISO dates (YYYY-MM-DD); nothing here knows a time zone or a clock. */
export type Day = string;

const MILLISECONDS_PER_DAY = 86_400_000;
const pad = (n: number, width = 2) => String(n).padStart(width, "0");

export function day(year: number, month: number, date: number): Day {
  return `${pad(year, 4)}-${pad(month)}-${pad(date)}`;
}

export function partsOf(of: Day): { year: number; month: number; date: number } {
  return { year: Number(of.slice(0, 4)), month: Number(of.slice(5, 7)), date: Number(of.slice(8, 10)) };
}

export const lengthOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether there is such a day, in a year that news or notices may speak of. */
export function exists(year: number, month: number, date: number): boolean {
  return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && date >= 1 && date <= lengthOfMonth(year, month);
}

export function plusDays(of: Day, days: number): Day {
  return new Date(Date.parse(of) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** The same date so many months later, or the last of the month where there is none. */
export function plusMonths(of: Day, months: number): Day {
  const { year, month, date } = partsOf(of);
  const count = year * 12 + (month - 1) + months;
  const y = Math.floor(count / 12);
  const m = (count % 12) + 1;
  return day(y, m, Math.min(date, lengthOfMonth(y, m)));
}

/** 1 Monday … 7 Sunday */
export function weekday(of: Day): number {
  return ((new Date(Date.parse(of)).getUTCDay() + 6) % 7) + 1;
}

export const startOfWeek = (of: Day): Day => plusDays(of, 1 - weekday(of));

/** How precisely a date is known. */
export type Precision = "day" | "week" | "month" | "quarter" | "year";

/** A day or a longer stretch that a date word stands for. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly precision: Precision;
}

export const wholeDay = (of: Day): Stretch => ({ from: of, to: of, precision: "day" });
export const wholeMonth = (year: number, month: number): Stretch => ({
  from: day(year, month, 1),
  to: day(year, month, lengthOfMonth(year, month)),
  precision: "month",
});
export const wholeYear = (year: number): Stretch => ({
  from: day(year, 1, 1),
  to: day(year, 12, 31),
  precision: "year",
});
export const wholeWeek = (of: Day): Stretch => ({
  from: startOfWeek(of),
  to: plusDays(startOfWeek(of), 6),
  precision: "week",
});
export const quarter = (year: number, number: number): Stretch => ({
  from: day(year, number * 3 - 2, 1),
  to: day(year, number * 3, lengthOfMonth(year, number * 3)),
  precision: "quarter",
});

/** As a cell of the ledger: the day, else the month or year; a week or a quarter counts from its first day. */
export function isoOf({ from, to, precision }: Stretch): string {
  if (precision === "year" && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4);
  if (precision === "month" || precision === "quarter") return from.slice(0, 7);
  return from;
}
