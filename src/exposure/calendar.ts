/** The days of some months in a row, counted from 0. */
export interface DayCalendar {
  /** first day of each month and, last, the number of days in all */
  readonly monthStarts: readonly number[];
  readonly days: number;
  /** ISO date of a day of the calendar */
  readonly date: (day: number) => string;
}

/** @param months such as `2027-01`, each following the one before */
export function dayCalendar(months: readonly string[]): DayCalendar {
  const monthStarts = [0];
  for (const month of months) {
    const [year, number] = month.split("-").map(Number);
    monthStarts.push(monthStarts.at(-1)! + new Date(Date.UTC(year!, number!, 0)).getUTCDate());
  }
  return {
    monthStarts,
    days: monthStarts.at(-1)!,
    date: (day) => {
      let month = 0;
      while (month < months.length - 1 && monthStarts[month + 1]! <= day) month++;
      return `${months[month]}-${String(day - monthStarts[month]! + 1).padStart(2, "0")}`;
    },
  };
}
