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
 * Costs by payer and year: capital in equal parts from the decision to the month before the first day, running costs from
 * the first day on. What falls before the plan (of measures decided already) or after it is not counted.
 */
export function costsOf(
  spending: Spending,
  { startMonth, months }: { readonly startMonth: number; readonly months: number },
): { readonly costs: Cost[]; readonly costRangeUsd: { readonly low: number; readonly high: number } } {
  const { capitalUsd, runningUsd, payers, firstMonth } = spending;
  const end = startMonth + months;
  const { decisionMonth } = spending;
  const building = Math.max(1, firstMonth - decisionMonth);
  const byYear = new Map<number, { building: number; running: number }>();
  const count = (month: number, kind: "building" | "running") => {
    const year = Math.floor(month / 12);
    const sum = byYear.get(year) ?? { building: 0, running: 0 };
    sum[kind] += 1;
    byYear.set(year, sum);
  };
  const built = Math.min(decisionMonth + building, end);
  for (let month = Math.max(decisionMonth, startMonth); month < built; month++) count(month, "building");
  for (let month = Math.max(firstMonth, startMonth); month < end; month++) count(month, "running");
  const usd = (months: { building: number; running: number }, figure: keyof UsdRange) =>
    (capitalUsd[figure] * months.building) / building + (runningUsd[figure] * months.running) / 12;
  const costs = payers.flatMap(({ payer, share }) =>
    [...byYear]
      .map(([year, months]) => ({ payer, year, usd: share * usd(months, "central") }))
      .filter((cost) => cost.usd > 0),
  );
  const all = { building: 0, running: 0 };
  for (const months of byYear.values()) {
    all.building += months.building;
    all.running += months.running;
  }
  return { costs, costRangeUsd: { low: usd(all, "low"), high: usd(all, "high") } };
}
