import { keepOnly } from "./coalition.ts";
import type { Atom } from "./evaluator.ts";
import type { JudgedPortfolio } from "./judged.ts";
import { objectiveOf } from "./money.ts";
import type { Plan } from "./plan.ts";
import type { Neighbours } from "./plan-report.ts";
import { keepsRules, rulesOf } from "./rules.ts";
import type { Simulate } from "./split.ts";
import { usdWords } from "./words.ts";
import { surplusAvoided, worthOf } from "./worth.ts";

/** Portfolios that are tried beside the chosen one unless the plan says how many. */
const MOST_TRIED = 24;
/** Months that may be cleared for them unless the plan says how many portfolios. */
const MOST_CLEARINGS = 12_000;

/** How many neighbours are simulated: as many as asked, else two dozen or as many as {@link MOST_CLEARINGS} allow. */
export function mostNeighbours(plan: Pick<Plan, "months" | "mostNeighbours">, atoms: number): number {
  return plan.mostNeighbours ?? Math.min(MOST_TRIED, Math.floor(MOST_CLEARINGS / (atoms * plan.months)));
}

interface Step {
  /** place in the plan of what goes and what comes */
  readonly drop: number | null;
  readonly add: number | null;
  readonly x: readonly number[];
}

/**
 * The portfolios one step from x that keep the plan's rules: one measure dropped (and what needs it), one added (and what
 * it needs), or one for another. A scalable one that comes is as large as the rules let it be of all, a whole or half a unit.
 */
export function stepsFrom(plan: Plan, x: readonly number[], budgetMultiple: number): Step[] {
  const rules = rulesOf(plan, budgetMultiple);
  const keeps = (candidate: readonly number[]) => keepsRules(plan, rules, candidate);
  const without = (k: number) => keepOnly(plan, x, ({ id }) => id !== plan.candidates[k]!.id);
  const withMore = (from: readonly number[], k: number) => {
    const { sizing, most } = plan.candidates[k]!;
    const sizes = sizing === "on-off" ? [1] : [...new Set([most, Math.min(1, most), Math.min(0.5, most)])];
    return sizes
      .filter((size) => size > from[k]!)
      .map((size) => withNeeds(plan, from, k, size))
      .find(keeps);
  };
  const places = plan.candidates.map((_, k) => k);
  const held = places.filter((k) => x[k]! > 0);
  const drops = held.map((drop): Step => ({ drop, add: null, x: without(drop) }));
  const adds = places.flatMap((add): Step[] => {
    const more = withMore(x, add);
    return more ? [{ drop: null, add, x: more }] : [];
  });
  const swaps = held.flatMap((drop) =>
    places.flatMap((add): Step[] => {
      if (x[add]! > 0) return [];
      const more = withMore(without(drop), add);
      return more && more[drop] === 0 ? [{ drop, add, x: more }] : [];
    }),
  );
  const known = new Set([x.join()]);
  return [...drops.filter((s) => keeps(s.x)), ...adds, ...swaps].filter((step) => {
    const isNew = !known.has(step.x.join());
    known.add(step.x.join());
    return isNew;
  });
}

/** x with candidate k at a size, and what it needs (all of it, not one of several) at least at that size. */
function withNeeds(plan: Plan, x: readonly number[], k: number, size: number): number[] {
  const more = [...x];
  const raise = (j: number, least: number) => {
    const { id, sizing } = plan.candidates[j]!;
    const scale = sizing === "on-off" ? 1 : least;
    if (more[j]! >= scale) return;
    more[j] = scale;
    for (const { candidate, needs, any } of plan.requires)
      if (candidate === id && !(any && needs.length > 1))
        for (const need of needs) raise(plan.candidates.findIndex((c) => c.id === need), scale); // biome-ignore format: one line
  };
  raise(k, size);
  return more;
}

export interface NeighboursAsked {
  readonly x: readonly number[];
  readonly budgetMultiple: number;
  /** portfolios that may be simulated for it */
  readonly most: number;
  /** those that are simulated already: they are looked at too and count for none of `most` */
  readonly isKnown?: (x: readonly number[]) => boolean;
}

/**
 * Whether the month simulation prefers a portfolio one step from the chosen one, by the plan's own objective with the losses
 * of the simulation. Drops and additions come first; swaps by what their two halves gained. Null where none may be tried.
 */
export async function neighboursOf(
  plan: Plan,
  atoms: readonly Atom[],
  { x, budgetMultiple, most, isKnown = () => false }: NeighboursAsked,
  simulate: Simulate,
  tell: (done: number, total: number) => void = () => {},
): Promise<Neighbours> {
  const steps = stepsFrom(plan, x, budgetMultiple);
  const nothing = await simulate(plan.candidates.map(() => 0));
  const probability = atoms.map((a) => a.probability);
  const objective = (judged: JudgedPortfolio) =>
    objectiveOf(
      plan,
      {
        x: Float64Array.from(judged.x),
        lossUsd: Float64Array.from(surplusAvoided(plan, atoms, nothing, judged), (usd) => -usd),
      },
      probability,
    ).objectiveUsd;
  const chosen = await simulate(x);
  const chosenUsd = objective(chosen);
  const gains = new Map<string, number>();
  const nameOf = (drop: number | null, add: number | null) => `${drop}:${add}`;
  let best: { step: Step; judged: JudgedPortfolio; gainUsd: number } | null = null;
  let tried = 0;
  let simulated = 0;
  const known = new Set(steps.filter((step) => isKnown(step.x)));
  const total = Math.min(most, steps.length - known.size);
  const look = async (some: readonly Step[]) => {
    for (const step of some) {
      if (!known.has(step) && simulated >= most) continue;
      const judged = await simulate(step.x);
      const gainUsd = chosenUsd - objective(judged);
      gains.set(nameOf(step.drop, step.add), gainUsd);
      if (gainUsd > 0 && (!best || gainUsd > best.gainUsd)) best = { step, judged, gainUsd };
      tried++;
      if (!known.has(step)) tell(++simulated, total);
    }
  };
  await look(steps.filter((s) => s.drop === null || s.add === null));
  const promise = ({ drop, add }: Step) => (gains.get(nameOf(drop, null)) ?? 0) + (gains.get(nameOf(null, add)) ?? 0);
  await look(steps.filter((s) => s.drop !== null && s.add !== null).toSorted((a, b) => promise(b) - promise(a)));
  return summed(plan, atoms, { chosen, best, tried, possible: steps.length });
}

function summed(
  plan: Plan,
  atoms: readonly Atom[],
  found: {
    readonly chosen: JudgedPortfolio;
    readonly best: { readonly judged: JudgedPortfolio; readonly gainUsd: number } | null;
    readonly tried: number;
    readonly possible: number;
  },
): Neighbours {
  const { chosen, best, tried, possible } = found;
  if (best === null) {
    const words =
      tried === 0
        ? `No portfolio beside the chosen one was simulated (of ${possible} that the budgets allow); the month simulation may prefer another.`
        : `Of ${tried} portfolios one measure away (${possible} keep the rules) the month simulation prefers none.`;
    return { tried, possible, preferred: null, words };
  }
  const { costUsd, surplusAvoidedUsd, productsSavedUsd } = worthOf(plan, atoms, chosen, best.judged);
  const ids = (changed: (k: number) => boolean) => plan.candidates.flatMap(({ id }, k) => (changed(k) ? [id] : []));
  const scales = best.judged.x;
  const adds = ids((k) => scales[k]! > chosen.x[k]!);
  const drops = ids((k) => scales[k]! < chosen.x[k]!);
  const titles = (list: readonly string[]) =>
    list.map((id) => plan.candidates.find((c) => c.id === id)!.title).join("; ");
  const change = [
    ...(adds.length > 0 ? [`with ${titles(adds)}`] : []),
    ...(drops.length > 0 ? [`without ${titles(drops)}`] : []),
  ].join(" and ");
  const less = surplusAvoidedUsd >= 0 ? "less" : "more";
  const products = `products worth ${usdWords(Math.abs(productsSavedUsd))} ${productsSavedUsd >= 0 ? "more" : "less"} made`;
  const cost =
    Math.abs(costUsd) < 1 ? "at the same cost" : `for ${usdWords(Math.abs(costUsd))} ${costUsd > 0 ? "more" : "less"}`;
  return {
    tried,
    possible,
    preferred: { scales, adds, drops, costUsd, surplusAvoidedUsd, productsSavedUsd, objectiveGainUsd: best.gainUsd },
    words: `The month simulation prefers the portfolio ${change}: ${usdWords(Math.abs(surplusAvoidedUsd))} ${less} loss in the same unit and ${products}, ${cost} (the best of ${tried} tried one measure away, of ${possible} that keep the rules; this is not proven).`,
  };
}
