import { loadHighs, minimise, openModel } from "../../src/planning/highs.ts";
import { costWeightOf, discountedCandidateUsd } from "../../src/planning/money.ts";
import type { Plan } from "../../src/planning/plan.ts";
import { rulesOf } from "../../src/planning/rules.ts";
import type { Product } from "./synthetic.ts";

const UNIT_USD = 1e6;

/**
 * The whole plan in one whole-number program, with every shortage a column: shortage ≥ demand − what a stage makes. No
 * cuts and no evaluations, so an oracle for plans that brute force cannot try. Losses must be straight (`usdPerUnitSquared` 0).
 */
export async function oneProgram(
  plan: Plan,
  worlds: readonly { readonly probability: number; readonly products: readonly Product[] }[],
  gapShare: number,
): Promise<{
  readonly objectiveUsd: number;
  readonly boundUsd: number;
  readonly columns: number;
  readonly rows: number;
}> {
  const highs = await loadHighs();
  const { infinity } = highs;
  const { rules, hidden } = rulesOf(plan);
  const { tailWeight, tailShare } = plan.objective;
  const cost: number[] = [];
  const lower: number[] = [];
  const upper: number[] = [];
  const whole: number[] = [];
  const column = (usd: number, low: number, high: number, isWhole = false) => {
    cost.push(usd / UNIT_USD);
    lower.push(low);
    upper.push(high);
    whole.push(isWhole ? highs.constants.variableType.integer : highs.constants.variableType.continuous);
    return cost.length - 1;
  };
  for (const candidate of plan.candidates)
    column(costWeightOf(plan) * discountedCandidateUsd(plan, candidate), 0, candidate.most, candidate.sizing === "on-off"); // biome-ignore format: one column
  for (const _ of hidden) column(0, 0, 1, true);
  const rows = rules.flatMap((rule) =>
    rule.rows.map(({ terms, lower: low, upper: high }) => {
      const unit = rule.kind === "budget" ? UNIT_USD : 1;
      return { terms: terms.map(([c, value]) => [c, value / unit] as const), low: low / unit, high: high / unit };
    }),
  );
  const eta = column(tailWeight * UNIT_USD, -infinity, infinity);
  for (const { probability, products } of worlds) {
    const over = column(((tailWeight * probability) / tailShare) * UNIT_USD, 0, infinity);
    const tail: (readonly [number, number])[] = [[over, 1], [eta, 1]]; // biome-ignore format: one row
    for (const { demand, usdPerUnit, stages } of products) {
      const shortage = column((1 - tailWeight) * probability * usdPerUnit, 0, infinity);
      tail.push([shortage, -usdPerUnit / UNIT_USD]);
      for (const { have, adds } of stages) rows.push({ terms: [[shortage, 1], ...adds], low: demand - have, high: infinity }); // biome-ignore format: one row
    }
    rows.push({ terms: tail, low: 0, high: infinity });
  }
  const starts = [0];
  for (const { terms } of rows) starts.push(starts.at(-1)! + terms.length);
  const entries = rows.flatMap(({ terms }) => terms);
  const model = openModel(highs, {
    numCols: cost.length,
    numRows: rows.length,
    colCost: cost,
    colLower: lower,
    colUpper: upper,
    rowLower: rows.map(({ low }) => low),
    rowUpper: rows.map(({ high }) => high),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: cost.length,
      starts,
      indices: entries.map(([c]) => c),
      values: entries.map(([, value]) => value),
    },
    integrality: Int32Array.from(whole),
  });
  try {
    const answer = minimise(highs, model, true, gapShare)!;
    return {
      objectiveUsd: answer.objective * UNIT_USD,
      boundUsd: answer.bound * UNIT_USD,
      columns: cost.length,
      rows: rows.length,
    };
  } finally {
    model.dispose();
  }
}
