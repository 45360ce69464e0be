import type { PlanReport } from "../planning/plan-report.ts";
import { usd, usdAmount } from "./format.ts";
import { futureTitle, multipleText, samePortfolio } from "./plan-words.ts";

/** How far a portfolio is from the best one of each future. */
export interface RegretRow {
  readonly label: string;
  readonly cells: readonly { readonly text: string; readonly step: number }[];
  /** the largest of them */
  readonly worst: string;
  /** what it is at most whatever portfolio was not evaluated: against the bound */
  readonly proven: string;
  /** least worst regret of all rows */
  readonly isLeast: boolean;
}

export interface RegretTable {
  readonly futures: readonly string[];
  /** portfolios within the budget of hindsight: none is below zero */
  readonly rows: readonly RegretRow[];
  /** portfolios of larger budgets against the same best: signed */
  readonly richer: readonly RegretRow[];
}

/** The regret table: 0 is the best portfolio of that future; steps 1–5 by size on the whole table. */
export function regretTable(report: PlanReport): RegretTable {
  const portfolios = distinctPortfolios(report);
  const within = portfolios.filter(isWithinBudget(report));
  const largest = Math.max(1, ...within.flatMap((p) => p.regretUsd));
  const [least, most] = [Math.min(...within.map(worstOf)), Math.max(...within.map(worstOf))];
  const row = (p: RegretPortfolio, isFair: boolean): RegretRow => ({
    label: p.label,
    cells: p.regretUsd.map((v) => ({
      text: Math.abs(v) < 1 ? "0" : usdAmount(v),
      step: v < 1 ? 0 : Math.min(5, Math.max(1, Math.ceil((5 * v) / largest))),
    })),
    worst: usd(p.worstUsd),
    proven: usd(Math.max(...p.mostRegretUsd)),
    isLeast: isFair && p.worstUsd <= least && most > least,
  });
  return {
    futures: report.regret.futures.map((id) => futureTitle(report, id)),
    rows: within.map((p) => row(p, true)),
    richer: portfolios.filter((p) => !isWithinBudget(report)(p)).map((p) => row(p, false)),
  };
}

/** Regret in words, for a line of its own; nothing where there is nothing to choose from. */
export function leastRegretWords(report: PlanReport): string {
  const portfolios = distinctPortfolios(report).filter(isWithinBudget(report));
  if (portfolios.length < 2) return "";
  const best = portfolios.reduce((a, b) => (worstOf(b) < worstOf(a) ? b : a));
  const proven = Math.max(...best.mostRegretUsd);
  return `Least regret: ${best.label}, ${usd(best.worstUsd)} worse at worst than the best portfolio evaluated for a future within the plan’s budget (proven: ${usd(proven)} at most).`;
}

/** Hindsight has the budget of the chosen portfolio: one that spends more is not held against it. */
function isWithinBudget({ frontier, chosen }: PlanReport) {
  return (p: RegretPortfolio) => p.budgetMultiple <= frontier[chosen]!.budgetMultiple;
}

type RegretPortfolio = PlanReport["regret"]["portfolios"][number];

const worstOf = ({ worstUsd }: RegretPortfolio) => worstUsd;

/** One row for budgets that buy the same, called by the budgets it is the best of. */
function distinctPortfolios(report: PlanReport): RegretPortfolio[] {
  const groups: RegretPortfolio[][] = [];
  const point = (p: RegretPortfolio) => report.frontier[p.frontier]!;
  for (const portfolio of report.regret.portfolios) {
    const known = groups.find((g) => samePortfolio(point(g[0]!), point(portfolio)));
    if (known) known.push(portfolio);
    else groups.push([portfolio]);
  }
  return groups.map((group) => {
    const [first, last] = [group[0]!, group.at(-1)!].map((p) => multipleText(p.budgetMultiple));
    return { ...group[0]!, label: first === last ? `budget ${first}` : `budget ${first} to ${last}` };
  });
}
