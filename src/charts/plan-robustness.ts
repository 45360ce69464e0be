import type { PlanReport } from "../planning/plan-report.ts";
import { listNames, percent, usd, usdAmount } from "./format.ts";
import { candidateTitle, futureTitle, multipleText, samePortfolio } from "./plan-words.ts";

/** How far a portfolio is from the best one of each future. */
export interface RegretRow {
  readonly label: string;
  readonly cells: readonly { readonly text: string; readonly step: number }[];
  readonly worst: string;
  /** least worst regret of all rows */
  readonly isLeast: boolean;
}

export interface RegretTable {
  readonly futures: readonly string[];
  readonly rows: readonly RegretRow[];
}

/** The regret table: 0 is the best portfolio of that future; steps 1–5 by size on the whole table. */
export function regretTable(report: PlanReport): RegretTable {
  const { futures } = report.regret;
  const portfolios = distinctPortfolios(report);
  const largest = Math.max(1, ...portfolios.flatMap((p) => p.regretUsd));
  const fair = portfolios.filter(isWithinBudget(report)).map((p) => p.worstUsd);
  const [least, most] = [Math.min(...fair), Math.max(...fair)];
  return {
    futures: futures.map((id) => futureTitle(report, id)),
    rows: portfolios.map((p) => ({
      label: p.label,
      cells: p.regretUsd.map((v) => ({
        text: v < 1 ? "0" : usdAmount(v),
        step: v < 1 ? 0 : Math.min(5, Math.max(1, Math.ceil((5 * v) / largest))),
      })),
      worst: usd(p.worstUsd),
      isLeast: isWithinBudget(report)(p) && p.worstUsd <= least && most > least,
    })),
  };
}

/** Hindsight has the budget of the chosen portfolio: one that spends more is not held against it. */
function isWithinBudget({ frontier, chosen }: PlanReport) {
  return (p: RegretPortfolio) => p.budgetMultiple <= frontier[chosen]!.budgetMultiple;
}

type RegretPortfolio = PlanReport["regret"]["portfolios"][number];

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

/** A measure and the share of good portfolios that hold it. */
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
      text: r.always ? "always" : percent(r.inShare),
    }));
}

/** A future, its probability, and between which probabilities the answer stays what it is. */
export interface FlipRow {
  readonly future: string;
  readonly from: number;
  readonly stays: readonly [number, number];
  /** what the answer becomes beyond; one or two sentences */
  readonly words: readonly string[];
}

/** What would change the answer, the nearest flip first; futures whose probability never matters last. */
export function flipRows(report: PlanReport): FlipRow[] {
  const ids = [...new Set(report.flips.map((f) => f.future))];
  const rows = ids.map((id): FlipRow & { readonly distance: number } => {
    const flips = report.flips.filter((f) => f.future === id);
    const ats = flips.flatMap((f) => (f.at === null ? [] : [f.at]));
    const { from } = flips[0]!;
    const below = ats.filter((at) => at <= from);
    const above = ats.filter((at) => at > from);
    return {
      future: futureTitle(report, id),
      from,
      stays: [Math.max(0, ...below), Math.min(1, ...above)],
      words:
        ats.length === 0
          ? [`the same at any probability (assumed: ${percent(from)})`]
          : flips.flatMap((f) => flipWords(report, f)),
      distance: Math.min(Number.POSITIVE_INFINITY, ...ats.map((at) => Math.abs(at - from))),
    };
  });
  const near = (a: number, b: number) => (a === b ? 0 : a - b);
  return rows.toSorted((a, b) => near(a.distance, b.distance)).map(({ distance: _, ...row }) => row);
}

function flipWords(report: PlanReport, flip: PlanReport["flips"][number]): string[] {
  if (flip.at === null) return [];
  const side = flip.at > flip.from ? "above" : "below";
  const titles = (ids: readonly string[]) => listNames(ids.map((id) => candidateTitle(report, id)));
  const change = [
    ...(flip.adds.length > 0 ? [`in comes ${titles(flip.adds)}`] : []),
    ...(flip.drops.length > 0 ? [`out goes ${titles(flip.drops)}`] : []),
  ];
  const what = change.length > 0 ? change.join(", ") : "the scales change";
  return [`${side} ${percent(flip.at)} (assumed: ${percent(flip.from)}) ${what}`];
}

/** Regret in words, for a line of its own. */
export function leastRegretWords(report: PlanReport): string {
  const portfolios = distinctPortfolios(report).filter(isWithinBudget(report));
  if (portfolios.length < 2) return "";
  const best = portfolios.reduce((a, b) => (b.worstUsd < a.worstUsd ? b : a));
  return `Least regret: ${best.label}, at most ${usd(best.worstUsd)} worse than the best of any future.`;
}
