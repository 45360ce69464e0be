import type { Cost } from "./plan.ts";

export interface UsdRange {
  readonly low: number;
  readonly central: number;
  readonly high: number;
}

/** Public money of a candidate and when it is due. */
export interface Spending {
  /** public part of the capital */
  readonly capitalUsd: UsdRange;
  /** a year, from the first day to the end of the plan */
  readonly runningUsd: UsdRange;
  /** by partner; sum to 1 */
  readonly payers: readonly { readonly payer: string; readonly share: number }[];
  /** months from 0 = January of year 0 */
  readonly decisionMonth: number;
  readonly firstMonth: number;
}

/** Months from January of year 0: 2026-10 and 2026-10-01 are 24321. */
export function monthNumber(date: string): number {
  return 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7)) - 1;
}

/**
 * Costs by payer and year: capital in equal parts from the decision to the month before the first day, nothing of it
 * before the plan begins; running costs from the first day on. What falls after the plan is not counted.
 */
export function costsOf(
  spending: Spending,
  { startMonth, months }: { readonly startMonth: number; readonly months: number },
): { readonly costs: Cost[]; readonly costRangeUsd: { readonly low: number; readonly high: number } } {
  const { capitalUsd, runningUsd, payers, firstMonth } = spending;
  const end = startMonth + months;
  const from = Math.max(spending.decisionMonth, startMonth);
  const building = Math.max(1, firstMonth - from);
  const byYear = new Map<number, { capital: number; running: number }>();
  const add = (month: number, kind: "capital" | "running", part: number) => {
    const year = Math.floor(month / 12);
    const sum = byYear.get(year) ?? { capital: 0, running: 0 };
    sum[kind] += part;
    byYear.set(year, sum);
  };
  for (let month = from; month < Math.min(from + building, end); month++) add(month, "capital", 1 / building);
  for (let month = Math.max(firstMonth, startMonth); month < end; month++) add(month, "running", 1 / 12);
  const costs = payers.flatMap(({ payer, share }) =>
    [...byYear]
      .map(([year, part]) => ({
        payer,
        year,
        usd: share * (part.capital * capitalUsd.central + part.running * runningUsd.central),
      }))
      .filter(({ usd }) => usd > 0),
  );
  const parts = [...byYear.values()];
  const capitalParts = parts.reduce((sum, p) => sum + p.capital, 0);
  const runningYears = parts.reduce((sum, p) => sum + p.running, 0);
  const all = (end: "low" | "high") => capitalParts * capitalUsd[end] + runningYears * runningUsd[end];
  return { costs, costRangeUsd: { low: all("low"), high: all("high") } };
}
