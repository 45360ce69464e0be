import { assemblePlanReport } from "./assemble.ts";
import { referenceClearings } from "./atom-problem.ts";
import { bruteForce } from "./brute-force.ts";
import { PlanConflictError } from "./conflicts.ts";
import { costFactors } from "./cost-factors.ts";
import { type CutPool, createCutPool } from "./cuts.ts";
import type { Evaluator } from "./evaluator.ts";
import { flips } from "./flips.ts";
import { type FrontierPoint, frontier } from "./frontier.ts";
import { knownPortfolios } from "./good.ts";
import type { Judge, StopSignal } from "./judge.ts";
import type { JudgedPortfolio } from "./judged.ts";
import { mostNeighbours, neighboursOf } from "./neighbours.ts";
import type { Plan } from "./plan.ts";
import { notesOn } from "./plan-notes.ts";
import type { PlanReport, Sureness } from "./plan-report.ts";
import { regretTable } from "./regret.ts";
import { robustness } from "./robust.ts";
import { MOST_PLAYERS } from "./shapley.ts";
import { splitBenefit } from "./split.ts";
import { alternatives, madeOf } from "./with-and-without.ts";
import { worthOfEach } from "./worth.ts";

export interface PlanProgress {
  readonly doing: string;
  readonly done?: number;
  readonly total?: number;
}

export interface RunPlanOptions {
  /** the plan's name: its file without `.yaml` */
  readonly name: string;
  readonly evaluator: Evaluator & {
    /** loss avoided by one more unit of scale of each candidate as the objective weighs futures, by year; absent = not told */
    marginalUsd?(
      x: Float64Array,
    ): Promise<{ readonly years: readonly number[]; readonly worthUsd: readonly (readonly number[])[] }>;
  };
  readonly budgetMultiples?: readonly number[];
  readonly gapShare?: number;
  /** try every portfolio too; errors where there are too many */
  readonly bruteForce?: boolean;
  readonly onProgress?: (progress: PlanProgress) => void;
  readonly signal?: StopSignal | undefined;
  /** may answer for a simulated portfolio from memory, and remember what it has computed */
  readonly judge?: (x: readonly number[], compute: () => Promise<JudgedPortfolio>) => Promise<JudgedPortfolio>;
}

/**
 * Answers a plan from an evaluator of planning losses, a judge (the month simulation) and the assumptions they rest on:
 * the best portfolio for each budget, judged, what would change the choice, and who gets what of it.
 * Errors: PlanConflictError where no budget allows a portfolio; those of evaluator and judge.
 */
export async function answerPlan(
  whole: Plan,
  judge: Judge,
  assumptions: PlanReport["assumptions"],
  { name, evaluator, budgetMultiples = whole.budgetMultiples, gapShare = whole.gapShare, ...options }: RunPlanOptions,
): Promise<PlanReport> {
  const plan = { ...whole, budgetMultiples, gapShare };
  const tell = (progress: PlanProgress) => options.onProgress?.(progress);
  const pool = createCutPool();
  const simulate = simulator(judge, options);

  await bestPortfolios(plan, evaluator, pool, tell);
  await regrets(plan, evaluator, pool, { points: [], tell });
  // portfolios found for one future may be better for all of them
  const points = await settled(plan, evaluator, pool, tell);
  const chosen = chosenPoint(points);
  const { x } = points[chosen]!.solution!;
  const { budgetMultiple } = points[chosen]!;
  const withAndWithout = alternatives(plan, x).map((alternative) =>
    madeOf(plan, evaluator.atoms, pool, x, alternative),
  );
  const regret = await regrets(plan, evaluator, pool, { points, budgetMultiple, mostEvaluations: 0, tell });
  tell({ doing: "what good portfolios share" });
  const robust = await robustness(plan, evaluator.atoms, pool, { budgetMultiple });
  const checked = options.bruteForce ? await byBruteForce(plan, evaluator, points[chosen]!, tell) : null;
  tell({ doing: "what one more unit is worth" });
  const marginal = (await evaluator.marginalUsd?.(Float64Array.from(x))) ?? null;

  const own = evaluator.atoms.map(({ probability }) => probability);
  const zero = plan.candidates.map(() => 0);
  const judgedNothing = await simulate(zero);
  const judged: (JudgedPortfolio | null)[] = [];
  for (const { solution } of points) judged.push(solution && (await simulate(solution.x)));
  const split =
    plan.partners.length > 1 && plan.partners.length <= MOST_PLAYERS
      ? await splitBenefit(plan, evaluator.atoms, x, simulate)
      : null;
  const worth = await worthOfEach(plan, evaluator.atoms, judged[chosen]!, simulate);
  const most = mostNeighbours(plan, evaluator.atoms.length);
  const neighbours =
    plan.mostNeighbours === 0
      ? null
      : await neighboursOf(
          plan,
          evaluator.atoms,
          { x, budgetMultiple, most, isKnown: simulate.isKnown },
          simulate,
          (done, total) => tell({ doing: "portfolios one measure away", done, total }),
        );
  return assemblePlanReport({
    name,
    plan,
    atoms: evaluator.atoms,
    nothingLossUsd: (pool.find(zero) ?? (await evaluator.evaluate(new Float64Array(zero.length)))).lossUsd,
    frontier: points,
    chosen,
    judged,
    judgedNothing,
    regret,
    flips: flips(plan, evaluator.atoms, pool, x, { budgetMultiple }),
    costFactors: costFactors(plan, evaluator.atoms, pool, x, { budgetMultiple }),
    withAndWithout,
    evaluatedOf: knownPortfolios(plan, pool, own, budgetMultiple).length,
    robustness: robust,
    marginal,
    split,
    worth,
    neighbours,
    bruteForce: checked,
    effort: {
      iterations: pool.evaluations.length,
      referenceClearings: referenceClearings(plan),
      clearings: pool.evaluations.reduce((sum, e) => sum + e.clearings, 0),
      judgedClearings: simulate.clearings(),
    },
    assumptions,
    notes: notesOn(plan, x),
  });
}

type Tell = (progress: PlanProgress) => void;

async function bestPortfolios(plan: Plan, evaluator: Evaluator, pool: CutPool, tell: Tell): Promise<FrontierPoint[]> {
  const points = await frontier(plan, evaluator, {
    pool,
    onProgress: ({ budgetMultiple, iterations, bestUsd, lowerBoundUsd, gapShare }) => {
      const gap = Number.isFinite(gapShare) ? `, gap ${(100 * gapShare).toFixed(1)} %` : "";
      const best = Number.isFinite(bestUsd) ? `, best ${money(bestUsd)}` : "";
      const bound = Number.isFinite(lowerBoundUsd) ? `, at least ${money(lowerBoundUsd)}` : "";
      tell({ doing: `budget × ${budgetMultiple}: portfolio ${iterations}${bound}${best}${gap}` });
    },
  });
  if (points.some((p) => p.solution)) return points;
  throw new PlanConflictError(points[chosenPoint(points)]!.conflict!);
}

/**
 * The frontier, and the chosen portfolio's evaluations with one candidate more or less: where one of these serves a budget
 * better, within the gap, it is taken, and has its own evaluated.
 */
async function settled(plan: Plan, evaluator: Evaluator, pool: CutPool, tell: Tell): Promise<FrontierPoint[]> {
  for (;;) {
    const points = await bestPortfolios(plan, evaluator, pool, tell);
    const asked = alternatives(plan, points[chosenPoint(points)]!.solution!.x).filter(({ x }) => !pool.find(x));
    if (asked.length === 0) return points;
    for (const [done, { x }] of asked.entries()) {
      pool.add(await evaluator.evaluate(Float64Array.from(x)));
      tell({ doing: "with and without each measure", done: done + 1, total: asked.length });
    }
  }
}

/** The point nearest to the budget as written; of those with a solution, where there are any. */
function chosenPoint(points: readonly FrontierPoint[]): number {
  const solved = points.flatMap((p, i) => (p.solution ? [i] : []));
  const among = solved.length > 0 ? solved : points.map((_, i) => i);
  const far = (i: number) => Math.abs(points[i]!.budgetMultiple - 1);
  return among.reduce((best, i) => (far(i) < far(best) ? i : best));
}

function regrets(
  plan: Plan,
  evaluator: Evaluator,
  pool: CutPool,
  {
    points,
    tell,
    ...options
  }: { points: readonly FrontierPoint[]; budgetMultiple?: number; mostEvaluations?: number; tell: Tell },
) {
  const portfolios = points.flatMap(({ solution }) => (solution ? [solution.x] : []));
  const onFuture = (done: number, total: number) => tell({ doing: "regret", done, total });
  return regretTable(plan, evaluator, pool, portfolios, { ...options, onFuture });
}

async function byBruteForce(
  plan: Plan,
  evaluator: Evaluator,
  { budgetMultiple, solution }: FrontierPoint,
  tell: Tell,
): Promise<Sureness["bruteForce"]> {
  const onProgress = (done: number, total: number) => tell({ doing: "every portfolio", done, total });
  const { best, portfolios } = await bruteForce(plan, evaluator, { budgetMultiple, onProgress });
  const same = best!.x.every((scale, k) => scale === solution!.x[k]);
  const { objectiveUsd } = best!;
  return { portfolios, objectiveUsd, same, worseUsd: Math.max(0, solution!.objectiveUsd - objectiveUsd) };
}

/** Simulates each portfolio once and counts what it took. */
function simulator(judge: Judge, { judge: remember, onProgress, signal }: Partial<RunPlanOptions>) {
  const known = new Map<string, Promise<JudgedPortfolio>>();
  let clearings = 0;
  const keyOf = (x: readonly number[]) => x.map((scale) => scale + 0).join(" ");
  const simulate = (x: readonly number[]) => {
    const key = keyOf(x);
    const before = known.get(key);
    if (before) return before;
    const doing = `simulated portfolio ${known.size + 1}`;
    const compute = () => judge.judge(x, { signal, onAtom: (done, total) => onProgress?.({ doing, done, total }) });
    const answer = (remember ? remember(x, compute) : compute()).then((judged) => {
      clearings += judged.atoms.reduce((sum, a) => sum + a.clearings, 0);
      return judged;
    });
    known.set(key, answer);
    return answer;
  };
  return Object.assign(simulate, {
    clearings: () => clearings,
    isKnown: (x: readonly number[]) => known.has(keyOf(x)),
  });
}

function money(usd: number): string {
  const size = Math.abs(usd);
  return size >= 1e9 ? `USD ${(usd / 1e9).toFixed(2)} bn` : `USD ${(usd / 1e6).toFixed(size >= 1e8 ? 0 : 1)} m`;
}
