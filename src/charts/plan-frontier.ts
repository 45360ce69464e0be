import type { PlanReport } from "../planning/plan-report.ts";
import { usd, usdAmount } from "./format.ts";
import { roundTicks } from "./panel.ts";
import { candidateTitle, chosenIn, multipleText, tailWords } from "./plan-words.ts";

/** A point of a curve; both in USD. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/** Remaining loss against budget, as one of the two counts sees it. */
export interface FrontierPanel {
  readonly title: string;
  readonly subtitle: string;
  readonly expected: readonly CurvePoint[];
  readonly tail: readonly CurvePoint[];
  readonly chosen: number;
  readonly xDomain: readonly [number, number];
  readonly xTicks: readonly { readonly at: number; readonly label: string }[];
  readonly yDomain: readonly [number, number];
  readonly yTicks: readonly { readonly at: number; readonly label: string }[];
  readonly description: string;
}

/** A budget, what is bought with it and what it leaves. */
export interface FrontierRow {
  readonly budget: string;
  readonly multiple: string;
  readonly isChosen: boolean;
  readonly measures: number;
  readonly adds: readonly string[];
  readonly drops: readonly string[];
  readonly costUsd: number;
  /** null where no portfolio keeps what the plan asks for; `conflict` then says what clashes */
  readonly planning: { readonly expectedUsd: number; readonly tailUsd: number } | null;
  readonly judged: { readonly expectedUsd: number; readonly tailUsd: number } | null;
  /** surplus avoided against no measure at all, by the month simulation */
  readonly avoidedUsd: number | null;
  /** share of what any portfolio could save that this one may miss; null where nothing can be saved or nothing kept */
  readonly missedShare: number | null;
  readonly conflict: readonly string[];
}

/** The frontier as curves: what the plan minimises, and beside it what the month simulation finds (where it has judged). */
export function frontierPanels(report: PlanReport): FrontierPanel[] {
  const planned = report.frontier.flatMap(({ budgetUsd, planning }) =>
    planning === null ? [] : [{ budgetUsd, loss: planning }],
  );
  const judged = report.frontier.flatMap(({ budgetUsd, judged }) =>
    judged === null ? [] : [{ budgetUsd, loss: judged }],
  );
  return [
    panel(report, "Planning loss", "surplus lost, which the plan minimises", planned),
    panel(report, "Products not made", "what the month simulation finds", judged),
  ].filter((p) => p.expected.length > 0);
}

interface Looked {
  readonly budgetUsd: number;
  readonly loss: { readonly expectedLossUsd: number; readonly tailLossUsd: number };
}

function panel(report: PlanReport, title: string, subtitle: string, points: readonly Looked[]): FrontierPanel {
  const expected = points.map((p) => ({ x: p.budgetUsd, y: p.loss.expectedLossUsd }));
  const tail = points.map((p) => ({ x: p.budgetUsd, y: p.loss.tailLossUsd }));
  const xs = roundTicks(Math.max(0, ...expected.map((p) => p.x)), 4);
  const ys = roundTicks(Math.max(0, ...[...expected, ...tail].map((p) => p.y)), 4);
  const own = report.frontier[report.chosen]!.budgetUsd;
  return {
    title,
    subtitle,
    expected,
    tail,
    chosen: own,
    xDomain: [0, xs.at(-1)!],
    xTicks: xs.map(labelled),
    yDomain: [0, ys.at(-1)!],
    yTicks: ys.map(labelled),
    description: `${title} against budget: ${points.map((p) => `with ${usd(p.budgetUsd)} ${usd(p.loss.expectedLossUsd)} on average, ${usd(p.loss.tailLossUsd)} in ${tailWords(report)}`).join("; ")}.`,
  };
}

const labelled = (at: number) => ({ at, label: at === 0 ? "0" : usdAmount(at) });

/** The frontier as rows, each with what it adds to and drops from the row before. */
export function frontierRows(report: PlanReport): FrontierRow[] {
  let before = new Set<string>();
  return report.frontier.map((point, i) => {
    const ids = chosenIn(report, point).map((c) => c.candidate.id);
    const row: FrontierRow = {
      budget: usd(point.budgetUsd),
      multiple: multipleText(point.budgetMultiple),
      isChosen: i === report.chosen,
      measures: ids.length,
      adds: ids.filter((id) => !before.has(id)).map((id) => candidateTitle(report, id)),
      drops: [...before].filter((id) => !ids.includes(id)).map((id) => candidateTitle(report, id)),
      costUsd: point.costUsd,
      planning: point.planning && { expectedUsd: point.planning.expectedLossUsd, tailUsd: point.planning.tailLossUsd },
      judged: point.judged && { expectedUsd: point.judged.expectedLossUsd, tailUsd: point.judged.tailLossUsd },
      avoidedUsd: point.difference?.simulatedAvoidedUsd ?? null,
      missedShare: point.planning?.missedShare ?? null,
      conflict: point.conflict,
    };
    before = new Set(ids);
    return row;
  });
}
