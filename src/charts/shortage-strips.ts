import type { Rehearsal, Run, Shortage, UseSeries } from "../simulation/result.ts";
import type { Names } from "./names.ts";
import { type SeverityRun, SHORT_FROM_SHARE, severityRuns } from "./severity.ts";
import { type YearTick, yearTicks } from "./time-axis.ts";

/** One use in one country, month by month, without and with the measures. */
export interface StripRow {
  readonly use: string;
  readonly name: string;
  readonly needTonnesPerYear: number;
  readonly without: Shortage;
  readonly with: Shortage;
  readonly withoutRuns: readonly SeverityRun[] | null;
  readonly withRuns: readonly SeverityRun[];
}

export interface StripChart {
  readonly country: string;
  readonly countryName: string;
  readonly months: number;
  readonly years: readonly YearTick[];
  /** uses that are short in some month, earliest first, then worst first */
  readonly rows: readonly StripRow[];
  /** names of the uses that never get less than 95 % */
  readonly supplied: readonly string[];
}

/** Who runs short and when: one chart per viewpoint country. */
export function shortageStrips(rehearsal: Rehearsal, names: Names): StripChart[] {
  return rehearsal.viewpoint.map((country) => {
    const rows = rehearsal.summary
      .filter((s) => s.country === country)
      .map((s): StripRow => {
        const present = findUse(rehearsal, country, s.use);
        const absent = rehearsal.withoutMeasures && findUse(rehearsal.withoutMeasures, country, s.use);
        return {
          use: s.use,
          name: names.use(s.use),
          needTonnesPerYear: present ? perYear(present.demandTonnes) : 0,
          without: s.withoutMeasures,
          with: s.withMeasures,
          withoutRuns: absent ? severityRuns(absent.productShortfallShare) : null,
          withRuns: present ? severityRuns(present.productShortfallShare) : [],
        };
      });
    const isShort = (r: StripRow) => worstShare(r) >= SHORT_FROM_SHARE;
    return {
      country,
      countryName: names.country(country),
      months: rehearsal.months.length,
      years: yearTicks(rehearsal.months),
      rows: rows.filter(isShort).sort(earliestThenWorst),
      supplied: rows.filter((r) => !isShort(r)).map((r) => r.name),
    };
  });
}

export function findUse(run: Run, country: string, use: string): UseSeries | undefined {
  return run.uses.find((u) => u.country === country && u.use === use);
}

function perYear(tonnesPerMonth: readonly number[]): number {
  return tonnesPerMonth.length === 0 ? 0 : (tonnesPerMonth.reduce((a, b) => a + b, 0) / tonnesPerMonth.length) * 12;
}

function worstShare(row: StripRow): number {
  return Math.max(row.without.worstShortfallShare, row.with.worstShortfallShare);
}

function earliestThenWorst(a: StripRow, b: StripRow): number {
  const first = (r: StripRow) => r.without.firstShortMonth ?? r.with.firstShortMonth ?? "9999";
  return first(a).localeCompare(first(b), "en") || worstShare(b) - worstShare(a) || a.use.localeCompare(b.use, "en");
}
