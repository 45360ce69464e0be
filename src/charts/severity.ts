/** From which shortfall share on a month counts as which level; level 0 is "as good as supplied". */
export const SEVERITY_FROM_SHARE = [0.01, 0.05, 0.15, 0.3, 0.5] as const;

export const SEVERITY_LABELS = ["under 1 %", "1–5 %", "5–15 %", "15–30 %", "30–50 %", "over 50 %"] as const;

/** A month is short when less than 95 % of the need arrives. */
export const SHORT_FROM_SHARE = 0.05;

/** 0 (supplied) to 5 (more than half is missing). */
export function severity(shortfallShare: number): number {
  return SEVERITY_FROM_SHARE.filter((from) => shortfallShare >= from).length;
}

/** Neighbouring months of one level as one piece; months of level 0 are left out. `to` is exclusive. */
export interface SeverityRun {
  readonly from: number;
  readonly to: number;
  readonly level: number;
}

/** Run-length form of a series of shortfall shares. */
export function severityRuns(shortfallShare: readonly number[]): SeverityRun[] {
  const runs: { from: number; to: number; level: number }[] = [];
  shortfallShare.forEach((share, month) => {
    const level = severity(share);
    const last = runs.at(-1);
    if (last && last.level === level && last.to === month) last.to = month + 1;
    else if (level > 0) runs.push({ from: month, to: month + 1, level });
  });
  return runs;
}
