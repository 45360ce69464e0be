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
  /** what is not in the rows, how it was looked at */
  readonly notes: readonly string[];
}

/** Rows besides those within the range of their cost, of the portfolio and of the others each. */
const FARTHER_AT_MOST = 4;

/** At which costs the answer changes, one measure's cost at a time. */
export function costFactorTable(report: PlanReport): CostFactorTable {
  const far = Number.POSITIVE_INFINITY;
  const inside = report.costFactors.filter((f) => f.chosen).toSorted((a, b) => (a.factor ?? far) - (b.factor ?? far));
  const outside = report.costFactors
    .filter((f) => !f.chosen && f.factor !== null)
    .toSorted((a, b) => b.factor! - a.factor!);
  const near = (found: readonly CostFactor[]) => {
    const within = found.filter(isWithinRange).length; // the nearest, so they come first, or nearly so
    return found.filter((f, i) => isWithinRange(f) || i < within + FARTHER_AT_MOST);
  };
  const [leave, come] = [near(inside), near(outside)];
  const never = report.costFactors.filter((f) => !f.chosen && f.factor === null).length;
  const staying = inside.length - leave.length;
  const next = inside.find((f) => !leave.includes(f))?.factor;
  return {
    rows: [...leave, ...come].map((found) => rowOf(report, found)),
    notes: [
      ...(staying > 0
        ? [`${staying} more of the portfolio ${staying === 1 ? "leaves" : "leave"} ${next ? `above ${factorText(next)} or more` : "at no cost"}.`] // biome-ignore format: one sentence
        : []),
      ...(come.length < outside.length
        ? [`${outside.length - come.length} more come in only where cheaper still.`]
        : []),
      ...(never > 0
        ? [`${never} more ${never === 1 ? "does" : "do"} not come in even for a thousandth of ${never === 1 ? "its" : "their"} cost.`] // biome-ignore format: one sentence
        : []),
      `One measure’s cost at a time, over the ${report.evaluatedOf} portfolios evaluated within the budget and those that come within it so.`,
    ],
  };
}

/** Whether the range of a measure's cost alone may change the answer. */
function isWithinRange({ chosen, factor, low, high }: CostFactor): boolean {
  return factor !== null && (chosen ? factor < high : factor > low);
}

function factorText(factor: number): string {
  return `${factor.toFixed(factor < 9.995 ? 2 : factor < 99.95 ? 1 : 0)}×`;
}

function rowOf(report: PlanReport, found: CostFactor): CostFactorRow {
  const { candidate, chosen, factor, low, high, change } = found;
  const { title, costUsd } = report.candidates.find(({ id }) => id === candidate)!;
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
          ? `leaves above ${factorText(factor)}`
          : `comes in below ${factorText(factor)}`,
    atUsd: factor === null ? "" : usdAmount(factor * costUsd),
    range: `${usdAmount(low * costUsd)} – ${usdAmount(high * costUsd)}`,
    isWithinRange: isWithinRange(found),
    change: factor === null ? "" : change ? changeWords(report, change) : "no evaluated portfolio keeps the rules",
  };
}
