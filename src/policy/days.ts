/**
 * Dates as whole numbers, which compare and add up without a clock, a time zone or a text: days since 1 January 1970
 * and months since January of the year 0, both in the Gregorian calendar. Formulas: Hinnant, "chrono-Compatible Low-Level
 * Date Algorithms" (2013); years start in March there, so that the leap day comes last.
 */

/** 1970-01-01 is 0. A month label such as `2025-04` means its first day. */
export function dayNumber(date: string): number {
  return firstDayOf(monthNumber(date)) + (date.length > 7 ? Number(date.slice(8, 10)) - 1 : 0);
}

/** January of the year 0 is 0; takes dates and month labels. */
export function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** Day number of the first day of a month. */
export function firstDayOf(month: number): number {
  const marchMonths = month - 2;
  const year = Math.floor(marchMonths / 12);
  const sinceMarch = marchMonths - 12 * year;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leapDays + Math.floor((153 * sinceMarch + 2) / 5) - EPOCH;
}

/** Month number a day lies in. */
export function monthOf(day: number): number {
  const sinceMarch0 = day + EPOCH;
  const era = Math.floor(sinceMarch0 / DAYS_PER_ERA);
  const dayOfEra = sinceMarch0 - era * DAYS_PER_ERA;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / (DAYS_PER_ERA - 1));
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  return 12 * (400 * era + yearOfEra) + Math.floor((5 * dayOfYear + 2) / 153) + 2;
}

/** `2025-04` */
export function monthLabel(month: number): string {
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, "0")}-${twoDigits(month - 12 * year + 1)}`;
}

/** `2025-04-04` */
export function isoDate(day: number): string {
  const month = monthOf(day);
  return `${monthLabel(month)}-${twoDigits(day - firstDayOf(month) + 1)}`;
}

/** The day so many working days (0 and more, Monday to Friday) later; from a weekend the next one is Monday. */
export function workingDaysLater(day: number, workingDays: number): number {
  if (workingDays === 0) return day;
  const weekday = (((day + 3) % 7) + 7) % 7; // Monday 0; day 0 was a Thursday
  const friday = Math.min(weekday, 4);
  return day - weekday + friday + workingDays + 2 * Math.floor((friday + workingDays) / 5);
}

const EPOCH = 719_468; // days from 1 March of the year 0 to 1 January 1970
const DAYS_PER_ERA = 146_097; // 400 years

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
