import type { ReplayedSeries } from "../replay/index.ts";
import { count, number, percent } from "./format.ts";

/** What the score of a series says, a clause each; what is null with its reason. */
export function scoreWords({ score, unit }: ReplayedSeries): string[] {
  const { reasons } = score;
  const said = (value: number | null, print: (value: number) => string, why: string | undefined) =>
    value === null ? `none (${why})` : print(value);
  const months = (value: number) =>
    value === 0 ? "on time" : `${count(Math.abs(value), "month")} ${value > 0 ? "late" : "early"}`;
  return [
    `MAPE ${said(score.mape, percent, reasons.mape)}`,
    `error over the sum ${said(score.wape, percent, reasons.wape)}`,
    `mean error ${said(score.meanAbsoluteError, (v) => `${number(v)} ${unit}`, reasons.meanAbsoluteError)}`,
    `direction right ${said(score.directionHitRate, percent, reasons.directionHitRate)}`,
    `${score.turn} ${said(score.turnErrorMonths, months, reasons.turnErrorMonths)}`,
    `recovery ${said(score.recoveryErrorMonths, months, reasons.recoveryErrorMonths)}`,
  ];
}
