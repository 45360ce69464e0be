import { activeShares, monthIndex, plusDays, plusMonths } from "./calendar.ts";
import type { Calendar, Window } from "./lever.ts";
import { cutWindows } from "./windows.ts";

/** Mean over the month of a straight line from 0 to 1 in `rampMonths`: month 0 of four is 1/8, month 4 is 1. */
export function rampShare(monthsSinceStart: number, rampMonths: number): number {
  if (monthsSinceStart < 0) return 0;
  return rampMonths === 0 ? 1 : Math.min(1, (monthsSinceStart + 0.5) / rampMonths);
}

/** Share of full size in each month of a run for something that starts late and grows in a straight line. */
export function rampShares(
  calendar: Calendar,
  windows: readonly Window[],
  start: { readonly from: string; readonly delayMonths: number; readonly rampMonths: number },
): Float64Array {
  const opening = plusMonths(start.from, start.delayMonths);
  const running =
    opening > start.from ? cutWindows(windows, [{ from: "0001-01-01", to: plusDays(opening, -1) }]) : windows;
  const first = monthIndex(calendar, opening);
  return activeShares(calendar, running).map((active, month) => active * rampShare(month - first, start.rampMonths));
}
