import {
  day,
  exists,
  lengthOfMonth,
  partsOf,
  plusDays,
  plusMonths,
  quarter,
  type Stretch,
  startOfWeek,
  weekday,
  wholeDay,
  wholeMonth,
  wholeWeek,
  wholeYear,
} from "./calendar.ts";
import type { DateContext } from "./dates.ts";

// What the date words of the three languages have in common.

export type Unit = "day" | "week" | "month" | "quarter" | "year";

/** The week, month … that lies so many after (before, if negative) the article's. */
export function shifted(unit: Unit, count: number, { reference }: DateContext): Stretch | null {
  if (reference === null) return null;
  const { year } = partsOf(reference);
  const month = partsOf(plusMonths(reference, count));
  switch (unit) {
    case "day":
      return wholeDay(plusDays(reference, count));
    case "week":
      return wholeWeek(plusDays(reference, 7 * count));
    case "month":
      return wholeMonth(month.year, month.month);
    case "quarter": {
      const { year: y, month: m } = partsOf(plusMonths(reference, 3 * count));
      return quarter(y, Math.ceil(m / 3));
    }
    case "year":
      return wholeYear(year + count);
    default:
      return unit satisfies never;
  }
}

/** So many days, weeks … before or after the article's date, as precise as the unit. */
export function counted(unit: Unit, count: number, { reference }: DateContext): Stretch | null {
  if (reference === null) return null;
  if (unit === "day") return wholeDay(plusDays(reference, count));
  if (unit === "week") return wholeWeek(plusDays(reference, 7 * count));
  if (unit === "month") return shifted("month", count, { reference } as DateContext);
  if (unit === "quarter") return shifted("quarter", count, { reference } as DateContext);
  return { ...wholeMonthOf(plusMonths(reference, 12 * count)), precision: "month" };
}

const wholeMonthOf = (of: string): Stretch => wholeMonth(partsOf(of).year, partsOf(of).month);

/** A weekday of the week so many after the article's. */
export function weekdayOf(number: number, weeks: number, { reference }: DateContext): Stretch | null {
  if (reference === null) return null;
  return wholeDay(plusDays(startOfWeek(plusDays(reference, 7 * weeks)), number - 1));
}

/** "last Friday": the one before today; "next Friday": the one after it. */
export function weekdayBeside(number: number, direction: 1 | -1, { reference }: DateContext): Stretch | null {
  if (reference === null) return null;
  const back = (weekday(reference) - number + 7) % 7;
  return wholeDay(plusDays(reference, direction < 0 ? -(back === 0 ? 7 : back) : 7 - back));
}

/** "the day before": counted from the day named last, else from the article's. */
export function besides(days: number, context: DateContext): Stretch | null {
  const named = context.previous?.precision === "day" ? context.previous.from : context.reference;
  return named === null ? null : wholeDay(plusDays(named, days));
}

export type Part = "early" | "mid" | "late";

/** The first, middle or last third of a month or year, with its precision. */
export function partOf(whole: Stretch | null | undefined, part: Part): Stretch | null | undefined {
  if (!whole) return whole;
  const { year, month } = partsOf(whole.from);
  if (whole.precision === "year") {
    const first = { early: 1, mid: 5, late: 9 }[part];
    return { from: day(year, first, 1), to: day(year, first + 3, lengthOfMonth(year, first + 3)), precision: "year" };
  }
  if (whole.precision !== "month") return whole;
  const first = { early: 1, mid: 11, late: 21 }[part];
  return {
    from: day(year, month, first),
    to: part === "late" ? whole.to : day(year, month, first + 9),
    precision: "month",
  };
}

/** The last month of a year, the last third of a month: "by the end of 2026". */
export function endOf(whole: Stretch | null | undefined): Stretch | null | undefined {
  if (!whole) return whole;
  const { year, month } = partsOf(whole.to);
  return whole.precision === "year" ? wholeMonth(year, month) : partOf(whole, "late");
}

/** A full date, or undefined where there is no such day. */
export function full(year: number, month: number, date: number): Stretch | undefined {
  return exists(year, month, date) ? wholeDay(day(year, month, date)) : undefined;
}

export function monthOf(year: number, month: number): Stretch | undefined {
  return exists(year, month, 1) ? wholeMonth(year, month) : undefined;
}

export function yearOf(year: number): Stretch | undefined {
  return year >= 1900 && year <= 2100 ? wholeYear(year) : undefined;
}

/** Months of a season; winter is that at the year's end. */
export const seasons = { spring: [3, 5], summer: [6, 8], autumn: [9, 11], winter: [12, 12] } as const;

export function season(name: keyof typeof seasons, year: number): Stretch {
  const [from, to] = seasons[name];
  return { from: day(year, from, 1), to: day(year, to, lengthOfMonth(year, to)), precision: "quarter" };
}

export function half(year: number, number: number): Stretch {
  return number === 1
    ? { from: day(year, 1, 1), to: day(year, 6, 30), precision: "quarter" }
    : { from: day(year, 7, 1), to: day(year, 12, 31), precision: "quarter" };
}

/** The article's year, or the coming one for "by" and what will be; null when unknown. */
export function yearMeant({ reference }: DateContext): number | null {
  return reference === null ? null : partsOf(reference).year;
}
