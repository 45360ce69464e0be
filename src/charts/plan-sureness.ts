import type { PlanReport } from "../planning/plan-report.ts";
import { number, usd } from "./format.ts";
import { percentText } from "./plan-answer.ts";

/** One thing that says how far to trust the answer. */
export interface SurenessRow {
  readonly what: string;
  readonly found: string;
  readonly meaning: string;
  /** false: the reader must know; null: neither good nor bad */
  readonly good: boolean | null;
}

/** How sure the answer is: the proof, the difference between planning and simulation, brute force, and the work done. */
export function surenessRows({ sureness: s, gapShare }: PlanReport): SurenessRow[] {
  const rows: SurenessRow[] = [
    {
      what: "Gap to the best possible",
      found: percentText(s.gapShare),
      meaning: `no portfolio can have an objective below ${usd(s.lowerBoundUsd)}; this one has ${usd(s.upperBoundUsd)} (asked: at most ${percentText(gapShare)})`,
      good: s.gapShare <= gapShare + 1e-12,
    },
    {
      what: "Planning against simulation",
      found: s.differenceShare === null ? "–" : `${s.differenceShare > 0 ? "+" : ""}${percentText(s.differenceShare)}`,
      meaning: `expected loss of the portfolio: ${usd(s.planningLossUsd)} as the plan counts it, ${usd(s.simulatedLossUsd)} when every month is simulated with stocks and habits of its own`,
      good: null,
    },
  ];
  if (s.bruteForce !== null)
    rows.push({
      what: "Brute force",
      found: s.bruteForce.agrees ? "agrees" : "differs",
      meaning: `${number(s.bruteForce.portfolios)} portfolios looked at one by one; the best has ${usd(s.bruteForce.objectiveUsd)}`,
      good: s.bruteForce.agrees,
    });
  rows.push({
    what: "Work",
    found: `${s.iterations} iterations`,
    meaning: `${number(s.clearings)} months cleared`,
    good: null,
  });
  return rows;
}
