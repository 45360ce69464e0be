import type { PlanReport, ReportCandidate } from "../planning/plan-report.ts";
import { monthLabel, usd } from "./format.ts";
import { readId } from "./names.ts";
import { type Chosen, chosenIn, chosenPoint, payersText, scaleText } from "./plan-words.ts";
import { type YearTick, yearTicks } from "./time-axis.ts";

/** A measure of the portfolio in time; the numbers are shares (0–1) of the axis. */
export interface GanttRow {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly scale: string;
  readonly cost: string;
  readonly payers: string;
  readonly decision: number;
  /** begins to give, in the middle draw of its delay */
  readonly start: number;
  /** gives all it can, in the middle draw */
  readonly full: number;
  readonly end: number;
  /** nine of ten draws begin between these; null where no delay is drawn */
  readonly delay: { readonly low: number; readonly high: number } | null;
  readonly dates: string;
  readonly source: string;
  readonly status: string;
}

export interface Gantt {
  readonly ticks: readonly YearTick[];
  readonly rows: readonly GanttRow[];
}

/** a year narrower than this share of the axis has no room for its name */
const LEAST_YEAR = 0.1;

/** The chosen portfolio on an axis from the first decision to the end of the plan, the earliest start first. */
export function planGantt(report: PlanReport): Gantt {
  const chosen = chosenIn(report, chosenPoint(report));
  const last = monthIndex(report.months.at(-1)!) + 1;
  const first = Math.min(monthIndex(report.months[0]!), ...chosen.map((c) => monthIndex(c.candidate.decision)));
  const at = (month: number) => Math.min(1, Math.max(0, (month - first) / (last - first)));
  const months = Array.from({ length: last - first }, (_, i) => monthText(first + i));
  const rows = chosen
    .toSorted((a, b) => monthIndex(beginMonth(a.candidate)) - monthIndex(beginMonth(b.candidate)))
    .map((c) => row(report, c, at, last));
  const ticks = yearTicks(months);
  const isCrowded = ticks.length > 1 && ticks[1]!.at - ticks[0]!.at < LEAST_YEAR;
  return { ticks: isCrowded ? ticks.slice(1) : ticks, rows };
}

/** YYYY-MM in which a measure begins to give, with the median of its delay. */
export function beginMonth({ start, delayMonths }: ReportCandidate): string {
  return monthText(Math.round(monthIndex(start) + (delayMonths?.p50 ?? 0)));
}

function row(report: PlanReport, chosen: Chosen, at: (month: number) => number, last: number): GanttRow {
  const { candidate, scale } = chosen;
  const begin = monthIndex(candidate.start);
  const delay = candidate.delayMonths;
  const middle = begin + (delay?.p50 ?? 0);
  return {
    id: candidate.id,
    title: candidate.title,
    kind: readId(candidate.kind),
    scale: scaleText(chosen),
    cost: usd(candidate.costUsd * scale),
    payers: payersText(report, chosen),
    decision: at(monthIndex(candidate.decision)),
    start: at(middle),
    full: at(middle + candidate.rampMonths),
    end: candidate.end === null ? 1 : at(monthIndex(candidate.end) + 1),
    delay:
      delay === null || delay.p95 <= delay.p05 ? null : { low: at(begin + delay.p05), high: at(begin + delay.p95) },
    dates: datesText(chosen, middle, last, report.months[0]!),
    source: candidate.source,
    status: candidate.status,
  };
}

function datesText({ candidate }: Chosen, middle: number, last: number, firstMonth: string): string {
  const { delayMonths: delay, rampMonths, start } = candidate;
  const begin = monthIndex(start);
  const range =
    delay === null || delay.p95 <= delay.p05
      ? ""
      : ` (${monthLabel(monthText(Math.round(begin + delay.p05)))} – ${monthLabel(monthText(Math.round(begin + delay.p95)))})`;
  const ramp = rampMonths > 0 ? `, in full ${monthLabel(monthText(Math.round(middle + rampMonths)))}` : "";
  const late = middle >= last ? ", after the plan’s end" : "";
  const decided = candidate.decision > firstMonth ? `decided ${monthLabel(candidate.decision)}, ` : "";
  return `${decided}begins ${monthLabel(monthText(Math.round(middle)))}${range}${ramp}${late}`;
}

/** Months since the year 0. */
function monthIndex(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthText(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}
