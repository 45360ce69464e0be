import type { CostFactor, PlanReport } from "../planning/plan-report.ts";
import { usdAmount } from "./format.ts";
import { changeWords } from "./plan-change.ts";

/** At which cost a measure leaves the portfolio, or comes into it. */
export interface CostFactorRow {
  readonly title: string;
  readonly isChosen: boolean;
  /** at full scale, as spent */
  readonly cost: string;
  /** `leaves above 1.2×`, `comes in below 0.86×`, `stays at any cost` */
  readonly at: string;
  /** the same in USD; empty where there is none */
  readonly atUsd: string;
  /** of its cost */
  readonly range: string;
  /** the range of its cost alone may change the answer */
  readonly isWithinRange: boolean;
  /** what the portfolio becomes; empty where it stays */
  readonly change: string;
}

export interface CostFactorTable {
  /** of the portfolio, the nearest first; then the nearest of those outside it */
  readonly rows: readonly CostFactorRow[];
  /** others that would come in if they were cheap enough, and that would not even for nothing */
  readonly farther: number;
  readonly never: number;
  readonly note: string;
}

const OUTSIDE_AT_MOST = 4;

/** At which costs the answer changes, one measure's cost at a time. */
export function costFactorTable(report: PlanReport): CostFactorTable {
  const far = Number.POSITIVE_INFINITY;
  const inside = report.costFactors.filter((f) => f.chosen).toSorted((a, b) => (a.factor ?? far) - (b.factor ?? far));
  const outside = report.costFactors
    .filter((f) => !f.chosen && f.factor !== null)
    .toSorted((a, b) => b.factor! - a.factor!);
  const shown = [...inside, ...outside.slice(0, OUTSIDE_AT_MOST)];
  return {
    rows: shown.map((found) => rowOf(report, found)),
    farther: Math.max(0, outside.length - OUTSIDE_AT_MOST),
    never: report.costFactors.filter((f) => !f.chosen && f.factor === null).length,
    note: `One measure’s cost at a time, over the ${report.evaluatedOf} portfolios evaluated within the budget and those that come within it so.`,
  };
}

function rowOf(report: PlanReport, { candidate, chosen, factor, low, high, change }: CostFactor): CostFactorRow {
  const { title, costUsd } = report.candidates.find(({ id }) => id === candidate)!;
  const at = (f: number) => `${f.toFixed(2)}×`;
  return {
    title,
    isChosen: chosen,
    cost: usdAmount(costUsd),
    at:
      factor === null
        ? chosen
          ? "stays at any cost"
          : "does not come in"
        : chosen
          ? `leaves above ${at(factor)}`
          : `comes in below ${at(factor)}`,
    atUsd: factor === null ? "" : usdAmount(factor * costUsd),
    range: `${usdAmount(low * costUsd)} – ${usdAmount(high * costUsd)}`,
    isWithinRange: factor !== null && (chosen ? factor < high : factor > low),
    change: factor === null ? "" : change ? changeWords(report, change) : "no evaluated portfolio keeps the rules",
  };
}
