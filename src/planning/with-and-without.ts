import { changeBetween } from "./changes.ts";
import { keepOnly } from "./coalition.ts";
import type { CutPool } from "./cuts.ts";
import type { Atom, Evaluation } from "./evaluator.ts";
import { discountedCandidateUsd, discountedCostUsd, lossWeights } from "./money.ts";
import type { Plan } from "./plan.ts";
import { keepsRules, rulesOf } from "./rules.ts";

/** A portfolio with one candidate put in, or taken out. */
export interface Alternative {
  readonly candidate: string;
  /** having: it is chosen and taken out; adding: it is put in beside what is chosen, whatever the budgets say */
  readonly of: "having" | "adding";
  readonly x: readonly number[];
  /** having: what goes with it, since it needs it; adding: what comes with it, since it needs that */
  readonly together: readonly string[];
  /** adding: what gives way, since one excludes the other */
  readonly instead: readonly string[];
}

/** What it makes of the objective; money is discounted, losses weighted as the objective weighs futures (mean and tail). */
export interface Made extends Omit<Alternative, "x"> {
  readonly worthUsd: number;
  /** by calendar year of the plan, `worthUsd` their sum; null = the evaluator does not tell */
  readonly byYearUsd: readonly number[] | null;
  /** of it and what goes or comes with it, less what gives way */
  readonly costUsd: number;
}

/**
 * The chosen portfolio without each of its candidates, and with each on/off candidate it lacks. A scalable candidate that
 * is not chosen has no step of its own: its slope says what it is worth. Left out is what can only come with something that excludes it.
 */
export function alternatives(plan: Plan, x: ArrayLike<number>): Alternative[] {
  return plan.candidates.flatMap(({ id, sizing }, k): Alternative[] => {
    if (x[k]! > 0) {
      const left = keepOnly(plan, x, (other) => other.id !== id);
      const { drops, less } = changeBetween(plan, x, left);
      return [{ candidate: id, of: "having", x: left, together: others([...drops, ...less], id), instead: [] }];
    }
    if (sizing === "scalable") return [];
    const found = withAdded(plan, x, k);
    if (!found) return [];
    const { adds, more, drops, less } = changeBetween(plan, x, found);
    return [{ candidate: id, of: "adding", x: found, together: others([...adds, ...more], id), instead: [...drops, ...less] }]; // biome-ignore format: one record
  });
}

const others = (ids: readonly string[], id: string) => ids.filter((other) => other !== id);

/** The portfolio with a candidate, all it needs, and without what these exclude; undefined where that contradicts itself. */
function withAdded(plan: Plan, x: ArrayLike<number>, added: number): number[] | undefined {
  const place = new Map(plan.candidates.map(({ id }, k) => [id, k]));
  const scales = Array.from(x);
  const put = new Set<number>();
  const raise = (k: number, scale: number): void => {
    if (put.has(k) && scales[k]! >= scale) return;
    put.add(k);
    scales[k] = Math.max(scales[k]!, scale);
    for (const { candidate, needs, any } of plan.requires) {
      if (place.get(candidate) !== k) continue;
      const places = needs.map((id) => place.get(id)!);
      const share = (n: number) => (plan.candidates[n]!.sizing === "on-off" ? plan.candidates[k]!.most : 1);
      const missing = scales[k]! - places.reduce((sum, n) => sum + share(n) * scales[n]!, 0);
      const wanted = any ? (missing > 0 ? [cheapest(plan, places)] : []) : places;
      for (const n of wanted) raise(n, Math.min(plan.candidates[n]!.most, scales[k]! / share(n)));
    }
  };
  raise(added, plan.candidates[added]!.most);
  const excluded = new Set<string>();
  for (const ids of plan.excludes) {
    const there = ids.filter((id) => scales[place.get(id)!]! > 0);
    const own = there.filter((id) => put.has(place.get(id)!) && !(x[place.get(id)!]! > 0));
    if (there.length < 2 || own.length === 0) continue;
    for (const id of there) if (id !== own[0]) excluded.add(id);
  }
  const left = excluded.size === 0 ? scales : keepOnly(plan, scales, ({ id }) => !excluded.has(id));
  const rules = rulesOf({ ...plan, budgets: [], targets: [] });
  return left[added]! > 0 && keepsRules(plan, rules, left) ? left : undefined;
}

function cheapest(plan: Plan, places: readonly number[]): number {
  const cost = (k: number) => discountedCandidateUsd(plan, plan.candidates[k]!);
  return places.reduce((best, k) => (cost(k) < cost(best) ? k : best));
}

/** What an evaluated alternative makes of the objective against the chosen portfolio. Errors: one of the two was not evaluated. */
export function madeOf(
  plan: Plan,
  atoms: readonly Atom[],
  pool: CutPool,
  x: ArrayLike<number>,
  { x: other, ...alternative }: Alternative,
): Made {
  const probability = atoms.map((atom) => atom.probability);
  const [chosen, changed] = [pool.find(x), pool.find(other)];
  if (!chosen || !changed) throw new Error("what a candidate is worth is told of portfolios that were evaluated");
  const isHaving = alternative.of === "having";
  const [before, after] = isHaving ? [changed, chosen] : [chosen, changed];
  const loss = (evaluation: Evaluation) => weighted(plan, evaluation, probability);
  const [lost, left] = [loss(before), loss(after)];
  return {
    ...alternative,
    worthUsd: lost.usd - left.usd,
    byYearUsd: lost.byYearUsd && left.byYearUsd && lost.byYearUsd.map((usd, y) => usd - left.byYearUsd![y]!),
    costUsd: discountedCostUsd(plan, after.x) - discountedCostUsd(plan, before.x),
  };
}

function weighted(plan: Plan, { lossUsd, lossUsdByYear }: Evaluation, probability: readonly number[]) {
  const weights = lossWeights(plan.objective, lossUsd, probability);
  const sum = (of: (s: number) => number) => weights.reduce((usd, weight, s) => usd + weight * of(s), 0);
  const years = lossUsdByYear?.[0]?.length;
  return {
    usd: sum((s) => lossUsd[s]!),
    byYearUsd: years === undefined ? null : Array.from({ length: years }, (_, y) => sum((s) => lossUsdByYear![s]![y]!)),
  };
}
