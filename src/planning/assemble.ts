import { createCalendar } from "../policy/calendar.ts";
import type { Conflict } from "./conflicts.ts";
import { differenceOf } from "./difference.ts";
import type { Atom } from "./evaluator.ts";
import type { Flip } from "./flips.ts";
import type { FrontierPoint as FrontierAnswer } from "./frontier.ts";
import { ganttRows, reportCandidate } from "./gantt.ts";
import type { JudgedPortfolio } from "./judged.ts";
import { summariseJudged, usesWithAndWithout } from "./judged-summary.ts";
import { costByPayerUsd, costUsd, discountedCandidateUsd, objectiveOf } from "./money.ts";
import type { Plan } from "./plan.ts";
import type { CandidateWorth, FrontierPoint, MarginalRow, PlanReport, SplitReport, Sureness } from "./plan-report.ts";
import { pursesOf } from "./purses.ts";
import type { RegretTable } from "./regret.ts";
import type { Robustness } from "./robust.ts";
import type { Solution } from "./solution.ts";
import { unitOf } from "./unit-of.ts";
import { usdWords } from "./words.ts";
import { worthOf } from "./worth.ts";

/** Everything that was computed about a plan. */
export interface PlanAnswers {
  /** the plan's name: its file without `.yaml` */
  readonly name: string;
  readonly plan: Plan;
  readonly atoms: readonly Atom[];
  /** planning losses by atom without any measure */
  readonly nothingLossUsd: ArrayLike<number>;
  readonly frontier: readonly FrontierAnswer[];
  /** index of a point of the frontier that has a solution */
  readonly chosen: number;
  /** by point of the frontier; null where there is no solution */
  readonly judged: readonly (JudgedPortfolio | null)[];
  readonly judgedNothing: JudgedPortfolio;
  /** rows are those points of the frontier that have a solution */
  readonly regret: RegretTable;
  readonly flips: readonly Flip[];
  readonly evaluatedOf: number;
  readonly robustness: Robustness;
  readonly withAndWithout: PlanReport["withAndWithout"];
  readonly costFactors: PlanReport["costFactors"];
  /** worth of one more unit of scale by candidate and year; null = not asked */
  readonly marginal: { readonly years: readonly number[]; readonly worthUsd: readonly (readonly number[])[] } | null;
  readonly split: SplitReport | null;
  /** of the chosen candidates */
  readonly worth: readonly CandidateWorth[];
  readonly neighbours: PlanReport["neighbours"];
  readonly bruteForce: Sureness["bruteForce"];
  readonly effort: Pick<Sureness, "iterations" | "referenceClearings" | "clearings" | "judgedClearings">;
  readonly assumptions: PlanReport["assumptions"];
  readonly notes: readonly string[];
}

/** Puts the answers together as one piece of plain data. */
export function assemblePlanReport(answers: PlanAnswers): PlanReport {
  const { plan, atoms, judgedNothing } = answers;
  const calendar = createCalendar(plan.start, plan.months);
  const months = Array.from({ length: plan.months }, (_, t) => calendar.label(t));
  const years = [...new Set(months.map((month) => Number(month.slice(0, 4))))];
  const points = answers.frontier.map((point, i) => pointOf(answers, point, answers.judged[i] ?? null));
  const x = answers.frontier[answers.chosen]!.solution!.x;
  return {
    plan: answers.name,
    title: plan.title,
    description: plan.description,
    months,
    years,
    partners: plan.partners,
    futures: plan.futures.map(({ id, title, probability, draws }) => ({ id, title, probability, draws })),
    objective: plan.objective,
    budgets: plan.budgets,
    seed: plan.seed,
    gapShare: plan.gapShare,
    candidates: plan.candidates.map((candidate) => reportCandidate(plan, candidate)),
    agreements: plan.agreements.map((agreement) => ({ ...agreement, terms: agreement.terms ?? [] })),
    targets: plan.targets.map(({ id, title, unit, least, have, source, weights }) => ({
      id,
      title,
      unit,
      least,
      have,
      reached: weights.reduce((sum, [candidate, weight]) => sum + weight * scaleOf(plan, x, candidate), have),
      source,
    })),
    nothing: summariseJudged(plan, atoms, judgedNothing),
    planningNothing: planningNothingOf(answers),
    frontier: points,
    chosen: answers.chosen,
    byUse: usesWithAndWithout(plan, atoms, judgedNothing, answers.judged[answers.chosen]!),
    worth: answers.worth,
    purses: pursesOf(plan, atoms, answers.judged[answers.chosen]!),
    neighbours: answers.neighbours,
    gantt: ganttRows(plan, x),
    withAndWithout: answers.withAndWithout,
    marginal: marginalRows(plan, x, years, answers.marginal),
    costFactors: answers.costFactors,
    split: answers.split,
    regret: regretOf(answers),
    robust: answers.robustness.candidates,
    robustOf: answers.robustness.portfolios,
    flips: answers.flips,
    evaluatedOf: answers.evaluatedOf,
    sureness: surenessOf(answers, points),
    assumptions: [...assumedOf(plan), ...answers.assumptions],
    notes: [...answers.notes, ...verdictOf(answers, points)],
  };
}

function pointOf(answers: PlanAnswers, point: FrontierAnswer, judged: JudgedPortfolio | null): FrontierPoint {
  const { plan, atoms } = answers;
  const { budgetMultiple, solution } = point;
  const x = solution?.x ?? plan.candidates.map(() => 0);
  const paid = costByPayerUsd(plan, x);
  return {
    budgetMultiple,
    budgetUsd: budgetMultiple * plan.budgets.reduce((sum, { mostUsd }) => sum + mostUsd, 0),
    scales: x,
    costUsd: costUsd(plan, x),
    costByPartnerUsd: plan.partners.map(({ id }, i) => ({ partner: id, usd: paid[i]! })),
    costByYearUsd: costsByYear(plan, x),
    planning: solution && planningOf(solution),
    judged: judged && summariseJudged(plan, atoms, judged),
    difference:
      solution && judged
        ? differenceOf({
            plan,
            atoms,
            x,
            planningWithoutUsd: answers.nothingLossUsd,
            planningWithUsd: solution.lossUsdByAtom,
            without: answers.judgedNothing,
            withIt: judged,
          })
        : null,
    worth: judged && x.some((scale) => scale > 0) ? worthOf(plan, atoms, answers.judgedNothing, judged) : null,
    conflict: (point.conflict ?? []).map(({ words }: Conflict) => words),
  };
}

function planningNothingOf({ plan, atoms, nothingLossUsd }: PlanAnswers): PlanReport["planningNothing"] {
  const { expectedLossUsd, tailLossUsd } = objectiveOf(
    plan,
    { x: new Float64Array(plan.candidates.length), lossUsd: Float64Array.from(nothingLossUsd) },
    atoms.map((a) => a.probability),
  );
  return { expectedLossUsd, tailLossUsd };
}

function planningOf(solution: Solution): NonNullable<FrontierPoint["planning"]> {
  const { expectedLossUsd, tailLossUsd, objectiveUsd, lowerBoundUsd, gapShare, missedShare } = solution;
  return { expectedLossUsd, tailLossUsd, objectiveUsd, lowerBoundUsd, gapShare, missedShare };
}

function costsByYear(plan: Plan, x: readonly number[]): FrontierPoint["costByYearUsd"] {
  const years = [...new Set(plan.candidates.flatMap((c) => c.costs.map(({ year }) => year)))].sort((a, b) => a - b);
  return plan.partners.flatMap(({ id }) =>
    years.flatMap((year) => {
      const spent = plan.candidates.reduce(
        (sum, { costs }, k) =>
          costs.reduce((s, cost) => (cost.payer === id && cost.year === year ? s + x[k]! * cost.usd : s), sum),
        0,
      );
      return spent === 0 ? [] : [{ partner: id, year, usd: spent }];
    }),
  );
}

/** Scalable candidates only: of what is done wholly or not at all there is no other unit. */
function marginalRows(
  plan: Plan,
  x: readonly number[],
  years: readonly number[],
  marginal: PlanAnswers["marginal"],
): MarginalRow[] {
  return plan.candidates.flatMap((candidate, k): MarginalRow[] => {
    if (candidate.sizing !== "scalable") return [];
    const { name, perScale } = unitOf(candidate.policy);
    const byYearUsd = years.map((year) => {
      const place = marginal ? marginal.years.indexOf(year) : -1;
      return place < 0 ? null : marginal!.worthUsd[k]![place]! / perScale;
    });
    return [
      {
        candidate: candidate.id,
        chosenScale: x[k]!,
        unit: name,
        perScale,
        worthUsd: marginal && byYearUsd.reduce<number>((sum, usd) => sum + (usd ?? 0), 0),
        byYearUsd,
        costUsd: discountedCandidateUsd(plan, candidate) / perScale,
      },
    ];
  });
}

function regretOf({ frontier, regret }: PlanAnswers): PlanReport["regret"] {
  const solved = frontier.flatMap(({ solution, budgetMultiple }, i) => (solution ? [{ i, budgetMultiple }] : []));
  return {
    futures: regret.futures,
    portfolios: solved.map(({ i, budgetMultiple }, r) => ({
      label: `budget × ${budgetMultiple}`,
      budgetMultiple,
      frontier: i,
      regretUsd: regret.rows[r]!.regretUsd,
      worstUsd: regret.rows[r]!.worstUsd,
      mostRegretUsd: regret.rows[r]!.mostRegretUsd,
    })),
  };
}

function surenessOf(answers: PlanAnswers, points: readonly FrontierPoint[]): Sureness {
  const { planning, difference } = points[answers.chosen]!;
  const { objectiveUsd, lowerBoundUsd, gapShare, expectedLossUsd } = planning!;
  return {
    lowerBoundUsd,
    upperBoundUsd: objectiveUsd,
    gapShare,
    ...answers.effort,
    planningLossUsd: expectedLossUsd,
    simulatedLossUsd: difference!.simulated.expectedLossUsd,
    differenceShare: difference!.share,
    bruteForce: answers.bruteForce,
  };
}

/** Whether the chosen portfolio is worth its cost, and whether the month simulation prefers a cheaper one that is shown. */
function verdictOf({ chosen }: PlanAnswers, points: readonly FrontierPoint[]): string[] {
  const here = points[chosen]!;
  const hereUsd = here.difference!.simulated.objectiveUsd;
  const notes = here.worth ? [`The chosen portfolio: ${here.worth.words}`] : [];
  let best = here;
  let bestUsd = hereUsd;
  for (const point of points.slice(0, chosen)) {
    if (!point.difference || point.difference.simulated.objectiveUsd >= bestUsd) continue;
    best = point;
    bestUsd = point.difference.simulated.objectiveUsd;
  }
  if (best !== here)
    notes.push(
      `By the month simulation the portfolio for budget × ${best.budgetMultiple} does better: an objective of ${usdWords(bestUsd)}, against ${usdWords(hereUsd)} with the chosen one.`,
    );
  return notes;
}

/** Costs and agreements that are assumptions of the plan itself. */
function assumedOf(plan: Plan): PlanReport["assumptions"] {
  const candidates = plan.candidates
    .filter(({ status }) => status === "assumed")
    .map(({ id, costRangeUsd: { low, high }, note }) => ({
      figure: `measure ${id}`,
      value: `USD ${low} to ${high}`,
      note,
    }));
  const agreements = plan.agreements
    .filter(({ status }) => status === "assumed")
    .map(({ id, title, source }) => ({ figure: `agreement ${id}`, value: title, note: source }));
  const futures = plan.futures.map(({ id, probability }) => ({
    figure: `probability of ${id}`,
    value: `${probability}`,
    note: "of the plan; regret and flips say what depends on it",
  }));
  return [...futures, ...candidates, ...agreements];
}

function scaleOf(plan: Plan, x: readonly number[], candidate: string): number {
  const k = plan.candidates.findIndex(({ id }) => id === candidate);
  if (k < 0) throw new Error(`a target names candidate "${candidate}", which the plan does not have`);
  return x[k]!;
}
