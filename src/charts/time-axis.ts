/** A year on an axis of months: where it begins as a share (0–1) of the axis. */
export interface YearTick {
  readonly year: string;
  readonly at: number;
}

/** Januaries of the run; a run that starts within a year gets that year at its beginning. */
export function yearTicks(months: readonly string[]): YearTick[] {
  const ticks = months.flatMap((month, i) => {
    const starts = i === 0 || month.endsWith("-01");
    return starts ? [{ year: month.slice(0, 4), at: i / months.length }] : [];
  });
  const crowded = ticks.length > 1 && ticks[1]!.at - ticks[0]!.at < 0.04;
  return crowded ? ticks.slice(1) : ticks;
}

/** A month on an axis of months: where it begins as a share (0–1) of the axis; no label where there is no room. */
export interface MonthTick {
  readonly label: string;
  readonly at: number;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MOST_LABELS = 9;

/** Every month of the run, Januaries by their year, others by name in even steps, at most {@link MOST_LABELS} labels. */
export function monthTicks(months: readonly string[]): MonthTick[] {
  const step = [1, 2, 3, 6].find((s) => months.length / s <= MOST_LABELS) ?? 12;
  return months.map((month, i) => {
    const ofYear = Number(month.slice(5, 7)) - 1;
    const label = ofYear % step !== 0 ? "" : ofYear === 0 ? month.slice(0, 4) : MONTHS[ofYear]!;
    return { label, at: i / months.length };
  });
}

/** Where a day lies on an axis of months, as a share (0–1); clipped to the run. Bad dates give null. */
export function shareOfRun(day: string, months: readonly string[], isEnd = false): number | null {
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(day);
  const first = /^(\d{4})-(\d{2})/.exec(months[0] ?? "");
  if (!found || !first) return null;
  const year = Number(found[1]);
  const monthOfYear = Number(found[2]);
  const month = (year - Number(first[1])) * 12 + monthOfYear - Number(first[2]);
  const daysInMonth = new Date(Date.UTC(year, monthOfYear, 0)).getUTCDate();
  const dayOfMonth = found[3] === undefined ? (isEnd ? daysInMonth : 1) : Number(found[3]);
  const share = (month + (dayOfMonth - (isEnd ? 0 : 1)) / daysInMonth) / months.length;
  return Math.min(1, Math.max(0, share));
}
