import type { Lang } from "../address/fields/shared.ts";

/** A month as the date its first day is, for a scale of `type: "utc"`. */
export const monthDate = (month: string): Date => new Date(`${month}-01T00:00:00Z`);

const LABEL_PIXELS = 52;

/**
 * Where a chart over months has labels and what they say: Januaries their year, others the month, never closer than
 * they can be read. For Plot: `Plot.axisX(ticks, { tickFormat })` on a scale of `type: "utc"`.
 * @param width of the chart, pixels
 */
export function monthAxis(
  months: readonly string[],
  width: number,
  lang: Lang,
): { readonly ticks: readonly Date[]; readonly tickFormat: (date: Date) => string } {
  const most = Math.max(1, Math.floor(width / LABEL_PIXELS));
  const step = [1, 2, 3, 6, 12, 24, 60].find((s) => months.length / s <= most) ?? 120;
  const sinceYearZero = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const ofMonth = new Intl.DateTimeFormat(lang, { month: "short", timeZone: "UTC" });
  const ofYear = new Intl.DateTimeFormat(lang, { year: "numeric", timeZone: "UTC" });
  return {
    ticks: months.filter((month) => sinceYearZero(month) % step === 0).map(monthDate),
    tickFormat: (date) => (date.getUTCMonth() === 0 ? ofYear : ofMonth).format(date),
  };
}
