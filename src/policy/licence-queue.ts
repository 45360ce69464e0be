import { daysOfMonth, isActive, monthIndex, plusWorkingDays } from "./calendar.ts";
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
 * month. The queue starts with the regime, even if that was before the run. `dayOfDecision` may be a remembered
 * {@link plusWorkingDays}, as many destinations ask for the same days.
 */
export function admittedMultiples(
  calendar: Calendar,
  rules: LicenceRules,
  dayOfDecision: (day: string, workingDays: number) => string = plusWorkingDays,
): Float64Array {
  const first = Math.min(0, ...rules.windows.map((w) => monthIndex(calendar, w.from)));
  const approvals = byDate(rules.approvals);
  const generalLicences = byDate(rules.generalLicences);
  const approved = new Map<number, number>();
  const refused = new Map<number, number>();
  const admitted = new Float64Array(calendar.months);

  for (let month = first; month < calendar.months; month++) {
    const days = daysOfMonth(calendar.label(month));
    const active = days.filter((day) => isActive(day, rules.windows));
    const returned = Math.min(BACKLOG_CAP_MONTHS, rules.resubmitShare * (refused.get(month - 1) ?? 0));
    let general = 0;
    for (const day of active) {
      const licence = inForce(generalLicences, day);
      const free = licence?.share ?? 0;
      general += (free * (licence?.headroomShare ?? 1)) / days.length;
      const lodged = (1 - free) / days.length + returned / active.length;
      const decided = dayOfDecision(day, inForce(approvals, day)?.processingWorkingDays ?? rules.processingWorkingDays);
      const approvalShare = inForce(approvals, decided)?.approvalShare ?? 0;
      const decidedMonth = monthIndex(calendar, decided);
      add(approved, decidedMonth, lodged * approvalShare);
      add(refused, decidedMonth, lodged * (1 - approvalShare));
    }
    if (month < 0) continue;
    const activeShare = active.length / days.length;
    admitted[month] =
      activeShare === 0 ? Number.POSITIVE_INFINITY : 1 - activeShare + (approved.get(month) ?? 0) + general;
  }
  return admitted;
}

function byDate<T extends { readonly from: string }>(entries: readonly T[]): readonly T[] {
  return entries.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function inForce<T extends { readonly from: string }>(sorted: readonly T[], day: string): T | undefined {
  return sorted.findLast((entry) => entry.from <= day);
}

function add(sums: Map<number, number>, month: number, amount: number): void {
  sums.set(month, (sums.get(month) ?? 0) + amount);
}
