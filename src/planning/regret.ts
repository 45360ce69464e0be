import type { CutPool } from "./cuts.ts";
import type { Evaluator } from "./evaluator.ts";
import { knownPortfolios } from "./good.ts";
import { objectiveOf } from "./money.ts";
import type { Plan } from "./plan.ts";
import { solvePlan } from "./solve.ts";

/** What portfolios lose against the best one for a future, had one known that it would come. */
export interface RegretTable {
  /** ids, in the order of the plan */
  readonly futures: readonly string[];
  /** by future: the best objective found for it and a bound no portfolio is below */
  readonly hindsight: readonly {
    readonly x: readonly number[];
    readonly bestUsd: number;
    readonly lowerBoundUsd: number;
  }[];
  readonly rows: readonly RegretRow[];
}

export interface RegretRow {
  readonly x: readonly number[];
  /** by future: objective in it − that of the best portfolio found for it */
  readonly regretUsd: readonly number[];
  /** by future: objective in it − the bound; the regret proper is no larger */
  readonly mostRegretUsd: readonly number[];
  readonly worstUsd: number;
}

export interface RegretOptions {
  /** budgets that hindsight has, as a multiple of the plan's; only a dearer portfolio may have a regret below zero */
  readonly budgetMultiple?: number;
  /** new portfolios evaluated for each future at most; without any, hindsight chooses among those of the pool */
  readonly mostEvaluations?: number;
  readonly onFuture?: (done: number, total: number) => void;
}

/** The regret of evaluated portfolios in every future. Errors: those of {@link solvePlan}. */
export async function regretTable(
  plan: Plan,
  evaluator: Evaluator,
  pool: CutPool,
  portfolios: readonly ArrayLike<number>[],
  { budgetMultiple = 1, mostEvaluations = 3, onFuture }: RegretOptions = {},
): Promise<RegretTable> {
  const evaluated = portfolios.map((x) => {
    const evaluation = pool.find(x);
    if (!evaluation) throw new Error("regret is told of portfolios that were evaluated");
    return evaluation;
  });
  const columns: { probability: number[]; lowerBoundUsd: number }[] = [];
  for (const [done, { id }] of plan.futures.entries()) {
    const members = evaluator.atoms.map(({ future, probability }) => (future === id ? probability : 0));
    const sum = members.reduce((a, b) => a + b, 0);
    // a future that cannot come still has draws, equally likely
    const count = evaluator.atoms.filter(({ future }) => future === id).length;
    const probability = evaluator.atoms.map(({ future }, s) => (sum > 0 ? members[s]! / sum : future === id ? 1 / count : 0)); // biome-ignore format: one sum
    const solution = await solvePlan(plan, evaluator, { budgetMultiple, pool, probability, mostEvaluations });
    columns.push({ probability, lowerBoundUsd: solution.lowerBoundUsd });
    onFuture?.(done + 1, plan.futures.length);
  }
  // what was found for one future may be better for another that came before it
  const hindsight = columns.map(({ probability, lowerBoundUsd }) => {
    const best = knownPortfolios(plan, pool, probability, budgetMultiple)[0]!;
    return { x: [...best.evaluation.x], bestUsd: best.objectiveUsd, lowerBoundUsd };
  });
  return {
    futures: plan.futures.map(({ id }) => id),
    hindsight,
    rows: evaluated.map((evaluation) => {
      const usd = columns.map(({ probability }) => objectiveOf(plan, evaluation, probability).objectiveUsd);
      const regretUsd = usd.map((value, f) => value - hindsight[f]!.bestUsd);
      return {
        x: [...evaluation.x],
        regretUsd,
        mostRegretUsd: usd.map((value, f) => value - Math.min(hindsight[f]!.lowerBoundUsd, hindsight[f]!.bestUsd)),
        worstUsd: Math.max(...regretUsd),
      };
    }),
  };
}
