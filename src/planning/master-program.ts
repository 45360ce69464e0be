import type { Highs, HighsModel, HighsModelData } from "./highs.ts";
import { costWeightOf, discountedCandidateUsd } from "./money.ts";
import type { Plan } from "./plan.ts";
import type { Rules } from "./rules.ts";

/** What a master problem asks: which rules, which futures count how much, which scales are allowed. */
export interface Question {
  readonly plan: Plan;
  readonly rules: Rules;
  /** by atom; atoms with none are left out */
  readonly probability: ArrayLike<number>;
  /** by candidate: the smallest and largest scale, within 0 … most */
  readonly scales: readonly (readonly [number, number])[];
  /** dollars that are 1 in the program, so that its numbers are neither huge nor tiny */
  readonly unitUsd: number;
}

/** Columns after the scales: hidden on/offs, then η and u of the tail, then θ. */
export interface Layout {
  readonly columns: number;
  readonly wholeColumns: readonly number[];
  readonly eta: number | undefined;
  readonly u: ReadonlyMap<number, number>;
  readonly theta: ReadonlyMap<number, number>;
}

export function layOut({ plan, rules, probability }: Question): Layout {
  let columns = plan.candidates.length;
  const onOff = plan.candidates.flatMap(({ sizing }, k) => (sizing === "on-off" ? [k] : []));
  const hidden = rules.hidden.map(() => columns++);
  const atoms = Array.from(probability, (_, s) => s).filter((s) => probability[s]! > 0);
  const hasTail = plan.objective.tailWeight > 0;
  const eta = hasTail ? columns++ : undefined;
  const u = new Map(hasTail ? atoms.map((s) => [s, columns++] as const) : []);
  const theta = new Map(atoms.map((s) => [s, columns++] as const));
  return { columns, wholeColumns: [...onOff, ...hidden], eta, u, theta };
}

/** The program without cuts. Rules come first among its rows, then u ≥ θ − η by atom. */
export function programOf(highs: Highs, question: Question, layout: Layout): HighsModelData {
  const { plan, rules, probability, scales, unitUsd } = question;
  const { tailWeight, tailShare } = plan.objective;
  const { infinity } = highs;
  const colCost = new Float64Array(layout.columns);
  const colLower = new Float64Array(layout.columns);
  const colUpper = new Float64Array(layout.columns).fill(infinity);
  plan.candidates.forEach((candidate, k) => {
    colCost[k] = (costWeightOf(plan) * discountedCandidateUsd(plan, candidate)) / unitUsd;
    [colLower[k], colUpper[k]] = scales[k]!;
  });
  for (let h = 0; h < rules.hidden.length; h++) colUpper[plan.candidates.length + h] = 1;
  for (const [atom, column] of layout.theta) {
    colCost[column] = (1 - tailWeight) * probability[atom]!;
    colLower[column] = -infinity;
  }
  if (layout.eta !== undefined) {
    colCost[layout.eta] = tailWeight;
    colLower[layout.eta] = -infinity;
  }
  for (const [atom, column] of layout.u) colCost[column] = (tailWeight * probability[atom]!) / tailShare;

  const rows = rules.rules.flatMap((rule) => {
    const unit = rule.kind === "budget" ? unitUsd : 1;
    return rule.rows.map(({ terms, lower, upper }) => ({
      terms: terms.map(([column, coefficient]) => [column, coefficient / unit] as const),
      lower: lower / unit,
      upper: upper / unit,
    }));
  });
  for (const [atom, column] of layout.u)
    rows.push({ terms: [[column, 1], [layout.eta!, 1], [layout.theta.get(atom)!, -1]], lower: 0, upper: infinity }); // biome-ignore format: one row
  const starts = [0];
  for (const { terms } of rows) starts.push(starts.at(-1)! + terms.length);
  const entries = rows.flatMap(({ terms }) => terms);
  const { integer, continuous } = highs.constants.variableType;
  const integrality = new Int32Array(layout.columns).fill(continuous);
  for (const column of layout.wholeColumns) integrality[column] = integer;
  return {
    numCols: layout.columns,
    numRows: rows.length,
    colCost,
    colLower,
    colUpper,
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: layout.columns,
      starts,
      indices: entries.map(([column]) => column),
      values: entries.map(([, coefficient]) => coefficient),
    },
    integrality,
  };
}

/** Scales without a solver's crumbs: on/offs whole where they must be, all others within their bounds and to a billionth. */
export function cleanScales(plan: Plan, columns: ArrayLike<number>, whole: boolean): Float64Array {
  return Float64Array.from(plan.candidates, ({ sizing, most }, k) => {
    if (whole && sizing === "on-off") return Math.round(columns[k]!) + 0;
    const share = Math.round((columns[k]! / most) * 1e9) / 1e9;
    return Math.min(1, Math.max(0, share)) * most + 0;
  });
}

/** Names every column and row of a model: x_candidate, theta_atom, budget_1, cut_atom_portfolio. */
export function nameParts(
  model: HighsModel,
  { plan, rules }: Question,
  layout: Layout,
  cuts: readonly { atom: number; evaluation: number }[],
): void {
  const word = (id: string) => id.replace(/\W/g, "_");
  plan.candidates.forEach(({ id }, k) => {
    model.passColName(k, `x_${word(id)}`);
  });
  rules.hidden.forEach((k, h) => {
    model.passColName(plan.candidates.length + h, `any_${word(plan.candidates[k]!.id)}`);
  });
  if (layout.eta !== undefined) model.passColName(layout.eta, "eta");
  for (const [atom, column] of layout.u) model.passColName(column, `over_eta_${atom + 1}`);
  for (const [atom, column] of layout.theta) model.passColName(column, `theta_${atom + 1}`);
  const names = [
    ...rules.rules.flatMap(({ kind, index, rows }) =>
      rows.map((_, r) => `${kind}_${index + 1}${rows.length > 1 ? `_${r + 1}` : ""}`),
    ),
    ...[...layout.u.keys()].map((atom) => `tail_${atom + 1}`),
    ...cuts.map(({ atom, evaluation }) => `cut_${atom + 1}_of_${evaluation + 1}`),
  ];
  names.forEach((name, row) => {
    model.passRowName(row, name);
  });
}
