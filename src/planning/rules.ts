import type { Candidate, Plan } from "./plan.ts";

export type RuleKind = "budget" | "requirement" | "exclusion" | "target";

/** A linear constraint on scales x and hidden on/off columns: lower ≤ Σ coefficient · column ≤ upper. */
export interface Row {
  readonly terms: readonly (readonly [column: number, coefficient: number])[];
  readonly lower: number;
  readonly upper: number;
}

/** What a plan says about portfolios in one place: a budget, a requirement, an exclusion or a target. */
export interface Rule {
  readonly kind: RuleKind;
  /** place in the plan's `budgets`, `requires`, `excludes` or `targets` */
  readonly index: number;
  readonly rows: readonly Row[];
}

/** Columns 0 … n − 1 are the candidates' scales; then an on/off for each scalable candidate that excludes others. */
export interface Rules {
  readonly rules: readonly Rule[];
  /** candidate (place in the plan) of each hidden on/off column */
  readonly hidden: readonly number[];
}

/** The rules of a plan with its budgets times `budgetMultiple`. Budgets in dollars, targets in their unit. */
export function rulesOf(plan: Plan, budgetMultiple = 1): Rules {
  const place = new Map(plan.candidates.map(({ id }, k) => [id, k]));
  const placeOf = (id: string) => {
    const k = place.get(id);
    if (k === undefined) throw new Error(`plan names candidate "${id}", which it does not have`);
    return k;
  };
  const candidate = (k: number) => plan.candidates[k] as Candidate;
  const hidden = [...new Set(plan.excludes.flat().map(placeOf))].filter((k) => candidate(k).sizing === "scalable");
  const onOff = (k: number) => (hidden.includes(k) ? plan.candidates.length + hidden.indexOf(k) : k);

  const budgets = plan.budgets.map(({ payer, fromYear, toYear, mostUsd }, index): Rule => {
    const within = ({ payer: by, year }: { payer: string; year: number }) =>
      by === payer && year >= fromYear && year <= toYear;
    const terms = plan.candidates.map(
      ({ costs }, k) => [k, costs.filter(within).reduce((sum, { usd }) => sum + usd, 0)] as const,
    );
    return { kind: "budget", index, rows: [row(terms, Number.NEGATIVE_INFINITY, mostUsd * budgetMultiple)] };
  });

  const requirements = plan.requires.map(({ candidate: id, needs, any }, index): Rule => {
    const j = placeOf(id);
    // an on/off need must be there; of a scalable one there must be as much
    const enough = needs
      .map(placeOf)
      .map((k) => [k, candidate(k).sizing === "on-off" ? candidate(j).most : 1] as const);
    const rows = any ? [enough] : enough.map((one) => [one]);
    return {
      kind: "requirement",
      index,
      rows: rows.map((needed) =>
        row([[j, 1], ...needed.map(([k, share]) => [k, -share] as const)], Number.NEGATIVE_INFINITY, 0),
      ),
    };
  });

  const exclusions = plan.excludes.map((ids, index): Rule => {
    const members = ids.map(placeOf);
    const links = members
      .filter((k) => hidden.includes(k))
      .map((k) => row([[k, 1], [onOff(k), -candidate(k).most]], Number.NEGATIVE_INFINITY, 0)); // biome-ignore format: one row
    return {
      kind: "exclusion",
      index,
      rows: [...links, row(members.map((k) => [onOff(k), 1] as const), Number.NEGATIVE_INFINITY, 1)], // biome-ignore format: one row
    };
  });

  const targets = plan.targets.map(
    ({ weights, least, have }, index): Rule => ({
      kind: "target",
      index,
      rows: [row(weights.map(([id, weight]) => [placeOf(id), weight] as const), least - have, Number.POSITIVE_INFINITY)], // biome-ignore format: one row
    }),
  );

  return { rules: [...budgets, ...requirements, ...exclusions, ...targets], hidden };
}

/** Adds up terms of the same column, leaves out zeros. */
function row(terms: readonly (readonly [number, number])[], lower: number, upper: number): Row {
  const sums = new Map<number, number>();
  for (const [column, coefficient] of terms) sums.set(column, (sums.get(column) ?? 0) + coefficient);
  return { terms: [...sums].filter(([, coefficient]) => coefficient !== 0), lower, upper };
}

/** Solvers keep rows to about a millionth; nothing is judged more strictly than that. */
const SLACK_SHARE = 1e-6;

/** Whether a portfolio keeps every rule, bounds of its scales and (unless `relaxed`) the whole numbers of on/off candidates. */
export function keepsRules(plan: Plan, { rules, hidden }: Rules, x: ArrayLike<number>, relaxed = false): boolean {
  const inBounds = plan.candidates.every(({ sizing, most }, k) => {
    const scale = x[k]!;
    if (scale < -1e-9 || scale > most * (1 + 1e-9)) return false;
    return relaxed || sizing === "scalable" || scale === 0 || scale === 1;
  });
  // relaxed, a hidden on/off is as small as its scale lets it be
  const shown = hidden.map((k) => (relaxed ? x[k]! / plan.candidates[k]!.most : x[k]! > 0 ? 1 : 0));
  const value = (column: number) => (column < x.length ? x[column]! : shown[column - x.length]!);
  return (
    inBounds &&
    rules.every(({ rows }) =>
      rows.every(({ terms, lower, upper }) => {
        let sum = 0;
        let size = Math.max(Number.isFinite(lower) ? Math.abs(lower) : 0, Number.isFinite(upper) ? Math.abs(upper) : 0);
        for (const [column, coefficient] of terms) {
          sum += coefficient * value(column);
          size = Math.max(size, Math.abs(coefficient));
        }
        return sum >= lower - SLACK_SHARE * size && sum <= upper + SLACK_SHARE * size;
      }),
    )
  );
}
