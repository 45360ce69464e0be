import type { PlanReport } from "../planning/plan-report.ts";
import { usd, usdAmount } from "./format.ts";
import { CRUMB, chosenPoint } from "./plan-words.ts";

/** What one more unit of a measure would be worth in a year. */
export interface MarginalCell {
  readonly year: number;
  /** 0 nothing, 1–5 by size on the whole strip, null not known */
  readonly step: number | null;
  readonly text: string;
}

export interface MarginalRow {
  readonly title: string;
  readonly isChosen: boolean;
  readonly cells: readonly MarginalCell[];
  /** year in which it is worth most */
  readonly peakYear: number;
  readonly totalUsd: number;
  readonly total: string;
  /** what the unit costs, all payers */
  readonly costUsd: number;
}

/** Upper ends of the steps, as shares of the largest cell. */
const STEPS = [0.04, 0.15, 0.35, 0.65, 1] as const;

/** Marginal values by candidate and year, the most valuable first; candidates of no marginal value are counted, not shown. */
export function planMarginal(report: PlanReport): { readonly rows: MarginalRow[]; readonly without: number } {
  const { scales } = chosenPoint(report);
  const largest = Math.max(0, ...report.marginal.flatMap((m) => m.byYearUsd.map((v) => v ?? 0)));
  const rows = report.marginal.map(({ candidate, byYearUsd }) => {
    const at = report.candidates.findIndex((c) => c.id === candidate);
    const found = report.candidates[at]!;
    const totalUsd = byYearUsd.reduce<number>((sum, v) => sum + (v ?? 0), 0);
    return {
      title: found.title,
      isChosen: scales[at]! > CRUMB,
      cells: report.years.map((year, i) => cell(year, byYearUsd[i] ?? null, largest)),
      peakYear:
        report.years[byYearUsd.reduce<number>((best, v, i) => ((v ?? 0) > (byYearUsd[best] ?? 0) ? i : best), 0)]!,
      totalUsd,
      total: usd(totalUsd),
      costUsd: found.costUsd,
    };
  });
  const kept = rows.filter((r) => Math.abs(r.totalUsd) >= 1).toSorted((a, b) => b.totalUsd - a.totalUsd);
  return { rows: kept, without: rows.length - kept.length };
}

function cell(year: number, value: number | null, largest: number): MarginalCell {
  if (value === null) return { year, step: null, text: "–" };
  if (!(value >= 1) || largest <= 0) return { year, step: 0, text: value <= -1 ? usdAmount(value) : "0" };
  return { year, step: STEPS.findIndex((s) => value <= s * largest * (1 + 1e-12)) + 1, text: usdAmount(value) };
}
