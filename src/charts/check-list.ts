import type { Rehearsal, RunChecks } from "../simulation/result.ts";
import { count, scientific } from "./format.ts";

export interface CheckLine {
  readonly title: string;
  readonly meaning: string;
  readonly found: string;
  readonly limit: string;
  readonly passed: boolean;
}

const LIMIT_SHARE = 1e-9;

/** What was checked about the numbers, in plain words. */
export function checkList(rehearsal: Rehearsal): CheckLine[] {
  const { checks } = rehearsal;
  const line = (title: string, meaning: string, value: number): CheckLine => ({
    title,
    meaning,
    found: scientific(value),
    limit: scientific(LIMIT_SHARE),
    passed: value <= LIMIT_SHARE,
  });
  return [
    line(
      "Every market balances",
      "Each month, what is made and shipped in equals what is used and shipped out. Largest gap, as a share of the market’s turnover.",
      checks.maxPrimalResidualShare,
    ),
    line(
      "Nobody could do better",
      "At the month’s prices no plant, shipper or buyer would rather do something else. Largest slip, as a share of turnover.",
      checks.maxComplementarityShare,
    ),
    line(
      "The answer is the best one",
      `A second, independent formula for each month’s optimum gives the same value in all ${count(checks.objectiveUsd.length, "month")}. Largest relative difference.`,
      checks.maxDualityGapShare,
    ),
    line(
      "Nothing is lost or made from nothing",
      "Over the whole run, opening stocks and production equal use and closing stocks. Worst market, as a share of its throughput.",
      checks.maxMassBalanceShare,
    ),
    line(
      "An ordinary month stays ordinary",
      "With no control and no measure in force, prices and flows stay what they were. Largest relative change.",
      checks.maxBaselineDriftShare,
    ),
  ];
}

/** Whether every month's answer is certified. */
export function allPassed(checks: RunChecks): boolean {
  const shares = [
    checks.maxPrimalResidualShare,
    checks.maxComplementarityShare,
    checks.maxDualityGapShare,
    checks.maxMassBalanceShare,
    checks.maxBaselineDriftShare,
  ];
  return shares.every((s) => s <= LIMIT_SHARE);
}
