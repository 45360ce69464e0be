import type { Made, PlanReport } from "../planning/plan-report.ts";
import { listNames, number, usd, usdAmount } from "./format.ts";
import { CRUMB, candidateTitle, tailWords } from "./plan-words.ts";

/** What something is worth in a year. */
export interface MarginalCell {
  readonly year: number;
  /** 0 nothing, 1–5 by size on the whole strip, null not known */
  readonly step: number | null;
  readonly text: string;
}

/** What a measure is worth to the plan's objective, or one more unit of it. */
export interface MarginalRow {
  readonly title: string;
  /** what goes or comes with it, or what one unit is; empty = nothing to say */
  readonly note: string;
  readonly isChosen: boolean;
  readonly cells: readonly MarginalCell[];
  /** year in which it is worth most; null where no year is told */
  readonly peakYear: number | null;
  readonly worthUsd: number;
  readonly worth: string;
  readonly costUsd: number;
  readonly cost: string;
  /** worth for a dollar of cost */
  readonly perUsd: string;
}

export interface MarginalTable {
  /** the most for a dollar first */
  readonly rows: readonly MarginalRow[];
  /** how many are worth nothing */
  readonly without: number;
}

/** Upper ends of the steps, as shares of the largest cell. */
const STEPS = [0.04, 0.15, 0.35, 0.65, 1] as const;

/** What the portfolio would lose without each measure of it and gain with each other: evaluated, not a slope. */
export function planMade(report: PlanReport): MarginalTable {
  return inOrder(report, report.withAndWithout, (made) => ({
    title: candidateTitle(report, made.candidate),
    note: noteOf(report, made),
    isChosen: made.of === "having",
  }));
}

/** One more unit of each measure that can be sized, to first order: at most. */
export function planMarginal(report: PlanReport): MarginalTable {
  const told = report.marginal.flatMap((m) => (m.worthUsd === null ? [] : [{ ...m, worthUsd: m.worthUsd }]));
  return inOrder(report, told, ({ candidate, unit, chosenScale }) => ({
    title: candidateTitle(report, candidate),
    note: `one more ${unit}`,
    isChosen: chosenScale > CRUMB,
  }));
}

/** How futures are weighed in what measures are worth, and what the order is. */
export function marginalWords(report: PlanReport): string {
  const { tailWeight } = report.objective;
  const share = (weight: number) => `${Number((100 * weight).toPrecision(3))}\u00a0%`;
  const weighed =
    tailWeight === 0
      ? "on average over the futures"
      : `as the plan weighs futures (${share(1 - tailWeight)} the mean, ${share(tailWeight)} ${tailWords(report)})`;
  return `Planning loss avoided ${weighed}, in today’s money; ordered by what a dollar of cost avoids.`;
}

interface Told {
  readonly byYearUsd: readonly (number | null)[] | null;
  readonly worthUsd: number;
  readonly costUsd: number;
}

function inOrder<T extends Told>(
  report: PlanReport,
  told: readonly T[],
  named: (row: T) => Pick<MarginalRow, "title" | "note" | "isChosen">,
): MarginalTable {
  const kept = told
    .filter(({ worthUsd }) => Math.abs(worthUsd) >= 1)
    .toSorted((a, b) => perUsd(b) - perUsd(a) || b.worthUsd - a.worthUsd);
  const largest = Math.max(0, ...kept.flatMap((row) => (row.byYearUsd ?? []).map((v) => v ?? 0)));
  return {
    rows: kept.map((row) => {
      const years = row.byYearUsd ?? [];
      const peak = years.reduce<number>((best, v, i) => ((v ?? 0) > (years[best] ?? 0) ? i : best), 0);
      return {
        ...named(row),
        cells: report.years.map((year, i) => cell(year, years[i] ?? null, largest)),
        peakYear: row.byYearUsd ? report.years[peak]! : null,
        worthUsd: row.worthUsd,
        worth: usd(row.worthUsd),
        costUsd: row.costUsd,
        cost: row.costUsd < 1 && row.costUsd > -1 ? "nothing" : usd(row.costUsd),
        perUsd: perUsdText(perUsd(row)),
      };
    }),
    without: told.length - kept.length,
  };
}

/** What costs nothing, or saves money, comes first. */
function perUsd({ worthUsd, costUsd }: Told): number {
  return costUsd > 0 ? worthUsd / costUsd : worthUsd > 0 ? Number.MAX_VALUE : 0;
}

function perUsdText(ratio: number): string {
  if (ratio === Number.MAX_VALUE) return "–";
  if (ratio > 0 && ratio < 0.0005) return "<0.001";
  return number(ratio);
}

function noteOf(report: PlanReport, { of, together, instead }: Made): string {
  const names = (ids: readonly string[]) => listNames(ids.map((id) => candidateTitle(report, id)));
  const need = of === "having" ? `which ${together.length === 1 ? "needs" : "need"} it` : "which it needs";
  return [
    ...(together.length > 0 ? [`with ${names(together)}, ${need}`] : []),
    ...(instead.length > 0 ? [`instead of ${names(instead)}`] : []),
  ].join("; ");
}

function cell(year: number, value: number | null, largest: number): MarginalCell {
  if (value === null) return { year, step: null, text: "–" };
  if (!(value >= 1) || largest <= 0) return { year, step: 0, text: value <= -1 ? usdAmount(value) : "0" };
  return { year, step: STEPS.findIndex((s) => value <= s * largest * (1 + 1e-12)) + 1, text: usdAmount(value) };
}
