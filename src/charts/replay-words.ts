import type { MonthRange, ReplayedSeries } from "../replay/index.ts";
import { count, number, percent } from "./format.ts";

/** The sentences of a reading, one a point of a list. */
export function readingPoints(reading: string): string[] {
  return reading.split(/(?<=[.!?])\s+(?=[A-Z])/).filter((sentence) => sentence !== "");
}

/** What the score of a series says, a clause each; what is null with its reason. */
export function scoreWords({ score, unit }: ReplayedSeries): string[] {
  const { reasons } = score;
  const said = <T>(value: T | null, print: (value: T) => string, why: string | undefined) =>
    value === null ? `none (${why})` : print(value);
  const months = (value: number) =>
    value === 0 ? "on time" : `${count(Math.abs(value), "month")} ${value > 0 ? "late" : "early"}`;
  const range = ([least, most]: MonthRange) => {
    if (least === most) return months(least);
    if (least > 0) return `${least} to ${months(most)}`;
    if (most < 0) return `${-most} to ${months(least)}`;
    return `between ${months(least)} and ${months(most)}`;
  };
  return [
    `error over the sum ${said(score.wape, percent, reasons.wape)}`,
    `MAPE ${said(score.mape, percent, reasons.mape)}`,
    `mean error ${said(score.meanAbsoluteError, (v) => `${number(v)} ${unit}`, reasons.meanAbsoluteError)}`,
    `direction right ${said(score.directionHitRate, percent, reasons.directionHitRate)}`,
    `${score.turn} ${said(score.turnErrorMonths, months, reasons.turnErrorMonths)}`,
    `recovery ${said(score.recoveryErrorMonths, range, reasons.recoveryErrorMonths)}`,
  ];
}
