import type { PlanReport, SplitReport } from "../planning/plan-report.ts";

/** The split in the measure that can stand beside money paid: users' surplus, where it was computed. */
export function moneySplit({ split }: PlanReport): SplitReport | null {
  return split?.bySurplus ?? split;
}

/** The splits there are, the one comparable with money paid first. */
export function splits({ split }: PlanReport): SplitReport[] {
  if (split === null) return [];
  return split.bySurplus === null ? [split] : [split.bySurplus, split];
}

/** What a split counts, in words. */
export function measureWords({ measure }: SplitReport): string {
  return measure === "value at risk" ? "value of products not made" : "what users lose by their demand";
}
