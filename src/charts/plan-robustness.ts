import type { PlanReport } from "../planning/plan-report.ts";
import { listNames } from "./format.ts";
import { candidateTitle } from "./plan-words.ts";

/** A measure and in how many of the good portfolios it is. */
export interface RobustRow {
  readonly title: string;
  readonly share: number;
  /** proven: no portfolio within the gap is without it */
  readonly always: boolean;
  readonly text: string;
}

/** Measures by how many of the good portfolios hold them; those that none holds are left out. */
export function robustRows(report: PlanReport): RobustRow[] {
  return report.robust
    .filter((r) => r.inShare > 0)
    .toSorted((a, b) => Number(b.always) - Number(a.always) || b.inShare - a.inShare)
    .map((r) => ({
      title: candidateTitle(report, r.candidate),
      share: r.inShare,
      always: r.always,
      text: r.always ? "proven" : foundText(report, r.inShare),
    }));
}

/** One sentence for what is proven and one for each number of portfolios, the most first. */
export function robustLines(report: PlanReport): string[] {
  const rows = robustRows(report);
  const texts = [...new Set(rows.map(({ text }) => text))];
  return texts.map((text) => {
    const titles = listNames(rows.filter((r) => r.text === text).map(({ title }) => title));
    return text === "proven"
      ? `Proven to be in every one: ${titles}`
      : `${text[0]!.toUpperCase()}${text.slice(1)}: ${titles}`;
  });
}

function foundText({ robustOf }: PlanReport, share: number): string {
  const held = Math.round(share * robustOf);
  if (robustOf === 1) return "in the only one found (not proven)";
  return held === robustOf ? `in all ${robustOf} found (not proven)` : `in ${held} of the ${robustOf} found`;
}
