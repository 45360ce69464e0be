import type { PlanReport } from "../planning/plan-report.ts";
import { usd, usdAmount } from "./format.ts";
import { roundTicks } from "./panel.ts";
import { candidateTitle, chosenIn, multipleText, tailWords } from "./plan-words.ts";

/** A point of a curve; both in USD. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/** Loss avoided against budget, as one of the two counts sees it. */
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

/** What each budget avoids against no measure at all: as the plan counts it, and as the month simulation finds (where it has judged). */
export function frontierPanels(report: PlanReport): FrontierPanel[] {
  const { planningNothing, nothing } = report;
  const planned = report.frontier.flatMap(({ budgetUsd, planning }) =>
    planning === null ? [] : [avoided(budgetUsd, planningNothing, planning)],
  );
  const judged = report.frontier.flatMap(({ budgetUsd, judged }) =>
    judged === null ? [] : [avoided(budgetUsd, nothing, judged)],
  );
  return [
    panel(report, "Surplus lost less", "as the plan counts it, which is what it minimises", planned),
    panel(report, "Products made more", "by value, as the month simulation finds", judged),
  ].filter((p) => p.expected.length > 0);
}

interface Loss {
  readonly expectedLossUsd: number;
  readonly tailLossUsd: number;
}

interface Avoided {
  readonly budgetUsd: number;
  readonly expectedUsd: number;
  readonly tailUsd: number;
}

function avoided(budgetUsd: number, without: Loss, withIt: Loss): Avoided {
  return {
    budgetUsd,
    expectedUsd: without.expectedLossUsd - withIt.expectedLossUsd,
    tailUsd: without.tailLossUsd - withIt.tailLossUsd,
  };
}

function panel(report: PlanReport, title: string, subtitle: string, points: readonly Avoided[]): FrontierPanel {
  const expected = points.map((p) => ({ x: p.budgetUsd, y: p.expectedUsd }));
  const tail = points.map((p) => ({ x: p.budgetUsd, y: p.tailUsd }));
  const xs = roundTicks(Math.max(0, ...expected.map((p) => p.x)), 4);
  const all = [...expected, ...tail].map((p) => p.y);
  const above = roundTicks(Math.max(0, ...all), 4);
  const below = roundTicks(Math.max(0, ...all.map((y) => -y)), 2)
    .slice(1)
    .map((y) => -y);
  const ys = Math.min(...all) < 0 ? [...below.toReversed(), ...above] : above;
  const own = report.frontier[report.chosen]!.budgetUsd;
  return {
    title,
    subtitle,
    expected,
    tail,
    chosen: own,
    xDomain: [0, xs.at(-1)!],
    xTicks: xs.map(labelled),
    yDomain: [ys[0]!, ys.at(-1)!],
    yTicks: ys.map(labelled),
    description: `${title} against budget: ${points.map((p) => `with ${usd(p.budgetUsd)} ${usd(p.expectedUsd)} on average, ${usd(p.tailUsd)} in ${tailWords(report)}`).join("; ")}.`,
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
