import { type Highs, minimise, openModel } from "./highs.ts";
import type { Plan } from "./plan.ts";
import { type Rule, type RuleKind, rulesOf } from "./rules.ts";

/** A rule of the plan that cannot be kept together with the others named beside it. */
export interface Conflict {
  readonly kind: RuleKind;
  /** place in the plan's `budgets`, `requires`, `excludes` or `targets` */
  readonly index: number;
  readonly words: string;
}

/** No portfolio keeps all rules of the plan; these contradict each other, and without any one of them the rest could be kept. */
export class PlanConflictError extends Error {
  override readonly name = "PlanConflictError";
  readonly constraints: readonly Conflict[];

  constructor(constraints: readonly Conflict[]) {
    const list = constraints.map(({ words }) => `\n  ${words}`).join("");
    super(
      constraints.length === 1
        ? `No portfolio can keep this rule:${list}`
        : `No portfolio can keep these ${constraints.length} rules together; any one fewer and the others can be kept:${list}`,
    );
    this.constraints = constraints;
  }
}

/**
 * A set of rules that no portfolio keeps and none of which can be left out (others, even with fewer rules, may contradict
 * each other too); undefined where all can be kept.
 * Deletion filter (Chinneck and Dravnieks 1991): each rule in turn is left out for good if the rest still contradict.
 */
export function conflictOf(
  highs: Highs,
  plan: Plan,
  {
    budgetMultiple = 1,
    scales = plan.candidates.map(({ most }) => [0, most] as const),
  }: { budgetMultiple?: number; scales?: readonly (readonly [number, number])[] } = {},
): readonly Conflict[] | undefined {
  const { rules, hidden } = rulesOf(plan, budgetMultiple);
  const columns = { plan, hidden, scales };
  if (canBeKept(highs, columns, rules)) return undefined;
  let left: readonly Rule[] = rules;
  for (const rule of rules) {
    const without = left.filter((other) => other !== rule);
    if (!canBeKept(highs, columns, without)) left = without;
  }
  return left.map(({ kind, index }) => ({ kind, index, words: wordsFor(plan, kind, index, budgetMultiple) }));
}

interface Columns {
  readonly plan: Plan;
  readonly hidden: readonly number[];
  readonly scales: readonly (readonly [number, number])[];
}

function canBeKept(highs: Highs, { plan, hidden, scales }: Columns, rules: readonly Rule[]): boolean {
  const numCols = plan.candidates.length + hidden.length;
  // rows are divided by their largest coefficient: dollars and tonnes are then as exact as shares
  const rows = rules
    .flatMap((rule) => rule.rows)
    .map(({ terms, lower, upper }) => {
      const size = Math.max(...terms.map(([, coefficient]) => Math.abs(coefficient)), 0) || 1;
      return {
        terms: terms.map(([column, coefficient]) => [column, coefficient / size] as const),
        lower: lower / size,
        upper: upper / size,
      };
    });
  if (numCols === 0) return rows.every(({ lower, upper }) => lower <= 0 && upper >= 0); // HiGHS solves no empty program
  const { integer, continuous } = highs.constants.variableType;
  const starts = [0];
  for (const { terms } of rows) starts.push(starts.at(-1)! + terms.length);
  const entries = rows.flatMap(({ terms }) => terms);
  const model = openModel(highs, {
    numCols,
    numRows: rows.length,
    colCost: new Float64Array(numCols),
    colLower: Float64Array.from({ length: numCols }, (_, c) => scales[c]?.[0] ?? 0),
    colUpper: Float64Array.from({ length: numCols }, (_, c) => scales[c]?.[1] ?? 1),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols,
      starts,
      indices: entries.map(([column]) => column),
      values: entries.map(([, coefficient]) => coefficient),
    },
    integrality: Int32Array.from({ length: numCols }, (_, c) =>
      (plan.candidates[c]?.sizing ?? "on-off") === "on-off" ? integer : continuous,
    ),
  });
  try {
    return minimise(highs, model, true, 0) !== undefined;
  } finally {
    model.dispose();
  }
}

/** A rule as a sentence a reader of the plan can find there. */
export function wordsFor(plan: Plan, kind: RuleKind, index: number, budgetMultiple = 1): string {
  switch (kind) {
    case "budget": {
      const { payer, fromYear, toYear, mostUsd } = plan.budgets[index]!;
      const times = budgetMultiple === 1 ? "" : ` (${budgetMultiple} × ${money(mostUsd)})`;
      const years = fromYear === toYear ? `in ${fromYear}` : `from ${fromYear} to ${toYear}`;
      return `budget: ${payer} spends at most ${money(mostUsd * budgetMultiple)}${times} ${years}`;
    }
    case "requirement": {
      const { candidate, needs, any } = plan.requires[index]!;
      return `requirement: ${candidate} needs ${needs.join(any ? " or " : " and ")}`;
    }
    case "exclusion":
      return `exclusion: at most one of ${plan.excludes[index]!.join(", ")}`;
    case "target": {
      const { id, title, weights, least, have, unit } = plan.targets[index]!;
      const most = weights.reduce((sum, [candidate, weight]) => {
        const { most: scale } = plan.candidates.find((other) => other.id === candidate)!;
        return sum + Math.max(0, weight * scale);
      }, have);
      return `target: ${title} (${id}): at least ${plain(least)} ${unit}; there are ${plain(have)} without measures and ${plain(most)} with all`;
    }
  }
}

const plain = (value: number) => `${Number(value.toPrecision(6))}`;

function money(usd: number): string {
  if (Math.abs(usd) >= 1e9) return `USD ${plain(usd / 1e9)} billion`;
  if (Math.abs(usd) >= 1e6) return `USD ${plain(usd / 1e6)} million`;
  return `USD ${plain(usd)}`;
}
