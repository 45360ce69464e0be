import type { PlanReport } from "../planning/plan-report.ts";
import { count, number, usd, usdFine } from "./format.ts";
import { chosenPoint, percentText } from "./plan-words.ts";

/** One thing that says how far to trust the answer. */
export interface SurenessRow {
  readonly what: string;
  readonly found: string;
  readonly meaning: string;
  /** false: the reader must know; null: neither good nor bad */
  readonly good: boolean | null;
}

/** a portfolio that may miss more than this share of what can be saved is not proven to be good */
const MOST_MISSED = 0.25;

/** How sure the answer is: the proof, the difference between planning and simulation, brute force, and the work done. */
export function surenessRows(report: PlanReport): SurenessRow[] {
  const { sureness: s, gapShare } = report;
  const { difference } = chosenPoint(report);
  const missed = chosenPoint(report).planning?.missedShare ?? null;
  const rows: SurenessRow[] = [];
  if (missed !== null)
    rows.push({
      what: "May be missed at most",
      found: percentText(missed),
      meaning: "of all that any portfolio within the budgets could save, which is proven",
      good: missed <= MOST_MISSED,
    });
  rows.push({
    what: "Gap to the best possible",
    found: percentText(s.gapShare),
    meaning: `no portfolio can have an objective below ${usdFine(s.lowerBoundUsd)}; this one has ${usdFine(s.upperBoundUsd)} (asked: at most ${percentText(gapShare)})`,
    good: s.gapShare <= gapShare + 1e-12,
  });
  if (difference !== null)
    rows.push({
      what: "Simulation against planning",
      found: difference.share === null ? "–" : `${difference.share > 0 ? "+" : ""}${percentText(difference.share)}`,
      meaning: `loss avoided: ${usd(difference.planningAvoidedUsd)} as the plan counts it, ${usd(difference.simulatedAvoidedUsd)} in the month simulation, whose stocks and habits follow the measures`,
      good: null,
    });
  if (s.bruteForce !== null)
    rows.push({
      what: "Brute force",
      found: bruteForceWords(s.bruteForce),
      meaning: `${count(s.bruteForce.portfolios, "portfolio")} looked at one by one; the best has ${usdFine(s.bruteForce.objectiveUsd)}`,
      good: s.bruteForce.worseUsd < 1,
    });
  rows.push({
    what: "Work",
    found: `${count(s.iterations, "portfolio")} evaluated`,
    meaning: `months cleared: ${number(s.referenceClearings)} without measures and with each stockpile alone, ${number(s.clearings)} to choose, ${number(s.judgedClearings)} to judge`,
    good: null,
  });
  return rows;
}

function bruteForceWords({ same, worseUsd }: NonNullable<PlanReport["sureness"]["bruteForce"]>): string {
  if (same) return "the same portfolio";
  return worseUsd < 1 ? "another one, as good" : `another one; this is ${usdFine(worseUsd)} worse`;
}

/** Why planning and simulation can differ for this portfolio. */
export function differenceReasons(report: PlanReport): readonly string[] {
  return chosenPoint(report).difference?.reasons ?? [];
}
