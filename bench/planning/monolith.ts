import type { AtomProblem } from "../../src/planning/atom-problem.ts";
import { type HighsModelData, loadHighs } from "../../src/planning/highs.ts";
import { discountedCandidateUsd } from "../../src/planning/money.ts";
import { writeDifferences } from "../../src/planning/month-terms.ts";
import { discountFactors } from "../../src/planning/months.ts";
import type { Plan } from "../../src/planning/plan.ts";
import { copyTerms, emptyTerms } from "../../src/planning/reference-run.ts";

interface Monolith {
  readonly columns: number;
  readonly rows: number;
  readonly data: HighsModelData;
  /** of the months with nothing to choose, and what the calm months cost */
  readonly constantUsd: number;
}

/**
 * One atom's months and the portfolio in one quadratic program: HiGHS knows none with whole numbers, so candidates may be
 * done in part, and none with x · f(y / x), so a block costs f(y). Both make it smaller: a bound from below.
 */
function monolithOf(plan: Plan, { network, base, months }: AtomProblem, infinity: number): Monolith {
  const n = plan.candidates.length;
  const discount = discountFactors(plan);
  const activities = base.slope.length;
  const markets = network.marketNames.length;
  const cost: number[] = plan.candidates.map((candidate) => discountedCandidateUsd(plan, candidate));
  const [lower, upper, curved] = [new Array(n).fill(0), plan.candidates.map((c) => c.most), new Array(n).fill(0)];
  const columns: [number, number][][] = Array.from({ length: n }, () => []);
  const rowLower: number[] = [Number.NEGATIVE_INFINITY];
  const rowUpper: number[] = [plan.budgets[0]!.mostUsd / 1e6];
  plan.candidates.forEach(({ costs }, k) => {
    columns[k]!.push([0, costs.reduce((sum, { usd }) => sum + usd, 0) / 1e6]);
  });
  let constantUsd = 0;
  const terms = emptyTerms(activities);
  months.forEach((month, t) => {
    constantUsd -= discount[t]! * month.calmUsd;
    copyTerms(base, terms);
    if (month.terms) writeDifferences(month.terms, terms);
    else constantUsd += discount[t]! * month.emptyUsd;
    if (!month.terms) return;
    for (const { activity: a, least, most, firstUsdPerTonne, slope } of month.effects.blocks) {
      terms.referenceLevel[a] = 0;
      terms.marginalCost[a] = firstUsdPerTonne;
      terms.slope[a] = slope;
      terms.lowerBound[a] = Math.min(0, least);
      terms.upperBound[a] = Math.max(0, most);
    }
    const firstColumn = columns.length;
    const firstRow = rowLower.length;
    const reference = terms.referenceLevel;
    // levels are counted from their reference, or the objective would be the small difference of large sums
    const made = new Float64Array(markets);
    for (let a = 0; a < activities; a++)
      for (let k = network.columnStart[a]!; k < network.columnStart[a + 1]!; k++)
        made[network.columnMarket[k]!]! += network.coefficient[k]! * reference[a]!;
    for (let m = 0; m < markets; m++) {
      rowLower.push(-made[m]!);
      rowUpper.push(-made[m]!);
    }
    for (let a = 0; a < activities; a++) {
      const [c, q, x] = [terms.marginalCost[a]!, terms.slope[a]!, terms.referenceLevel[a]!];
      cost.push(discount[t]! * c);
      constantUsd += discount[t]! * c * x;
      curved.push(discount[t]! * q);
      lower.push(terms.lowerBound[a]! - x);
      upper.push(terms.upperBound[a]! - x);
      const entries: [number, number][] = [];
      for (let k = network.columnStart[a]!; k < network.columnStart[a + 1]!; k++)
        entries.push([firstRow + network.columnMarket[k]!, network.coefficient[k]!]);
      columns.push(entries);
    }
    const tie = (a: number, k: number, tonnes: number, from: number, to: number) => {
      columns[firstColumn + a]!.push([rowLower.length, 1]);
      columns[k]!.push([rowLower.length, -tonnes]);
      rowLower.push(from - reference[a]!);
      rowUpper.push(to - reference[a]!);
    };
    for (const { candidate, activity, least, most, fixedUsd = 0 } of month.effects.blocks) {
      cost[candidate]! += discount[t]! * fixedUsd;
      tie(activity, candidate, most, Number.NEGATIVE_INFINITY, 0);
      if (least !== 0) tie(activity, candidate, least, 0, Number.POSITIVE_INFINITY);
    }
    for (const { candidate, activity, upperTonnes, lowerTonnes } of month.effects.rooms) {
      const bound = terms.upperBound[activity]!;
      if (upperTonnes > 0) {
        tie(activity, candidate, upperTonnes, Number.NEGATIVE_INFINITY, bound);
        upper[firstColumn + activity] = infinity;
      }
      if (lowerTonnes > 0) tie(activity, candidate, lowerTonnes, terms.lowerBound[activity]!, Number.POSITIVE_INFINITY);
    }
  });
  const starts = [0];
  for (const column of columns) starts.push(starts.at(-1)! + column.length);
  const flat = columns.flat();
  const finite = (values: readonly number[]) =>
    Float64Array.from(values, (v) => (Number.isFinite(v) ? v : Math.sign(v) * infinity));
  const numCols = columns.length;
  const numRows = rowLower.length;
  const diagonal = Int32Array.from({ length: numCols + 1 }, (_, a) => a);
  const data: HighsModelData = {
    numCols,
    numRows,
    offset: 0,
    colCost: Float64Array.from(cost),
    colLower: finite(lower),
    colUpper: finite(upper),
    rowLower: finite(rowLower),
    rowUpper: finite(rowUpper),
    matrix: {
      format: "csc",
      numRows,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(flat, ([row]) => row),
      values: Float64Array.from(flat, ([, value]) => value),
    },
    hessian: {
      format: "triangular",
      dimension: numCols,
      starts: diagonal,
      indices: diagonal.subarray(0, numCols),
      values: Float64Array.from(curved),
    },
  };
  return { columns: numCols, rows: numRows, data, constantUsd };
}

export interface MonolithAnswer {
  readonly columns: number;
  readonly rows: number;
  readonly seconds: number;
  /** cost and loss together, USD; undefined = no answer, see `why` */
  readonly objectiveUsd: number | undefined;
  /** what HiGHS said where it has no answer */
  readonly why: string | undefined;
}

/** HiGHS's own answer to the whole of a one-atom plan, as far as it has one within the time. */
export async function solveMonolith(plan: Plan, problem: AtomProblem, seconds: number): Promise<MonolithAnswer> {
  const highs = await loadHighs();
  const { columns, rows, data, constantUsd } = monolithOf(plan, problem, highs.infinity);
  const start = performance.now();
  let answer: Pick<MonolithAnswer, "objectiveUsd" | "why">;
  try {
    answer = highs.withModel(data, (model) => {
      model.options.set({ output_flag: false, time_limit: seconds });
      model.run();
      const status = model.getModelStatus();
      if (status === highs.constants.modelStatus.optimal)
        return { objectiveUsd: model.getObjectiveValue() + constantUsd, why: undefined };
      const name = Object.entries(highs.constants.modelStatus).find(([, value]) => value === status)?.[0];
      return { objectiveUsd: undefined, why: `model status ${name ?? status}` };
    });
  } catch (error) {
    // the solver's own failure is the bench's finding, so it goes on; its words are printed
    answer = { objectiveUsd: undefined, why: error instanceof Error ? error.message : String(error) };
  }
  return { columns, rows, seconds: (performance.now() - start) / 1000, ...answer };
}
