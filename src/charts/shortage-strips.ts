import type { Rehearsal, Shortage, UseSeries } from "../simulation/result.ts";
import { countedUses } from "../simulation/touched.ts";
import { blocsOf } from "./blocs.ts";
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
  /** names of the uses that need nothing the scenario touches */
  readonly untouched: readonly string[];
}

/** Who runs short and when: one chart per bloc of the viewpoint, its members added up, then one per country. */
export function shortageStrips(rehearsal: Rehearsal, names: Names): StripChart[] {
  return [...blocsOf(rehearsal), rehearsal].flatMap((view) => stripsOf(view, names));
}

function stripsOf(rehearsal: Rehearsal, names: Names): StripChart[] {
  const present = countedUses(rehearsal, rehearsal.untouched);
  const absent = rehearsal.withoutMeasures && countedUses(rehearsal.withoutMeasures, rehearsal.untouched);
  return rehearsal.viewpoint.map((country) => {
    const rows = rehearsal.summary
      .filter((s) => s.country === country)
      .map((s): StripRow => {
        const withAll = findUse(present, country, s.use);
        const without = absent && findUse(absent, country, s.use);
        return {
          use: s.use,
          name: names.use(s.use),
          needTonnesPerYear: withAll ? perYear(withAll.demandTonnes) : 0,
          without: s.withoutMeasures,
          with: s.withMeasures,
          withoutRuns: without ? severityRuns(without.productShortfallShare) : null,
          withRuns: withAll ? severityRuns(withAll.productShortfallShare) : [],
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
      untouched: rehearsal.uses
        .filter((u) => u.country === country && !present.some((p) => p.country === country && p.use === u.use))
        .map((u) => names.use(u.use)),
    };
  });
}

export function findUse(uses: readonly UseSeries[], country: string, use: string): UseSeries | undefined {
  return uses.find((u) => u.country === country && u.use === use);
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
