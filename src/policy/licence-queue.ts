import { dayNumber, firstDayOf, monthNumber, monthOf, workingDaysLater } from "./days.ts";
import type { Calendar, Window } from "./lever.ts";

/** The rules of a licence office for one destination. Dated lists need not be sorted; the latest entry begun counts. */
export interface LicenceRules {
  readonly windows: readonly Window[];
  /** from application to decision */
  readonly processingWorkingDays: number;
  readonly approvals: readonly {
    readonly from: string;
    readonly approvalShare: number;
    readonly processingWorkingDays?: number | undefined;
  }[];
  /** share of refused applications lodged again the month after */
  readonly resubmitShare: number;
  readonly generalLicences: readonly {
    readonly from: string;
    readonly share: number;
    readonly headroomShare: number;
  }[];
}

/** Refused trade that waits to be lodged again never exceeds this many months of the ordinary flow. */
export const BACKLOG_CAP_MONTHS = 3;

/**
 * What a licence regime lets through in each month of a run, as a multiple of the ordinary flow; Infinity where it is
 * not in force. Every day in force one day's trade without a general licence is applied for, decided after the
 * processing time of that day at the approval share of the day of decision; part of what is refused comes back next
 * month. The queue starts with the regime, even if that was before the run.
 */
export function admittedMultiples(calendar: Calendar, rules: LicenceRules): Float64Array {
  const firstMonth = monthNumber(calendar.label(0));
  const windows = rules.windows.map(({ from, to }) => ({
    from: dayNumber(from),
    to: to === null ? Number.POSITIVE_INFINITY : dayNumber(to),
  }));
  const isActive = (day: number) => windows.some((w) => w.from <= day && day <= w.to);
  const approvalOn = latest(rules.approvals);
  const generalLicenceOn = latest(rules.generalLicences);
  const approved = new Map<number, number>();
  const refused = new Map<number, number>();
  const admitted = new Float64Array(calendar.months);

  for (let month = Math.min(0, ...windows.map((w) => monthOf(w.from) - firstMonth)); month < calendar.months; month++) {
    const first = firstDayOf(firstMonth + month);
    const days = firstDayOf(firstMonth + month + 1) - first;
    let active = 0;
    for (let day = first; day < first + days; day++) if (isActive(day)) active++;
    const returned = Math.min(BACKLOG_CAP_MONTHS, rules.resubmitShare * (refused.get(month - 1) ?? 0));
    let general = 0;
    for (let day = first; day < first + days; day++) {
      if (!isActive(day)) continue;
      const licence = generalLicenceOn(day);
      const free = licence?.share ?? 0;
      general += (free * (licence?.headroomShare ?? 1)) / days;
      const lodged = (1 - free) / days + returned / active;
      const decided = workingDaysLater(day, approvalOn(day)?.processingWorkingDays ?? rules.processingWorkingDays);
      const approvalShare = approvalOn(decided)?.approvalShare ?? 0;
      const decidedMonth = monthOf(decided) - firstMonth;
      add(approved, decidedMonth, lodged * approvalShare);
      add(refused, decidedMonth, lodged * (1 - approvalShare));
    }
    if (month < 0) continue;
    const activeShare = active / days;
    admitted[month] =
      activeShare === 0 ? Number.POSITIVE_INFINITY : 1 - activeShare + (approved.get(month) ?? 0) + general;
  }
  return admitted;
}

/** Finds the latest of some dated entries that has begun on a day. */
function latest<T extends { readonly from: string }>(entries: readonly T[]): (day: number) => T | undefined {
  const begun = entries.map((entry) => ({ entry, from: dayNumber(entry.from) })).sort((a, b) => a.from - b.from);
  return (day) => begun.findLast(({ from }) => from <= day)?.entry;
}

function add(sums: Map<number, number>, month: number, amount: number): void {
  sums.set(month, (sums.get(month) ?? 0) + amount);
}
