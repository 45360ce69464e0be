import { openAtoms } from "../../planning/atoms.ts";
import type { Atom } from "../../planning/evaluator.ts";
import { atomJudge } from "../../planning/judge.ts";
import type { JudgedAtom } from "../../planning/judged.ts";
import type { PlanRead } from "./read-plan.ts";
import type { EngineState } from "./state.ts";

/** Portfolios of a plan simulated in its atoms; every pair of them once. */
export interface Judging {
  readonly atoms: readonly Atom[];
  /** whether it is known already */
  knows(atom: number, x: readonly number[]): boolean;
  judged(atom: number, x: readonly number[]): JudgedAtom;
}

/** Simulated portfolios kept; each is some 20 kB. */
const MOST_KEPT = 4000;

export function judgingOf(state: EngineState, { key, plan }: PlanRead): Judging {
  return state.judging.of(key, () => {
    const { atoms, world } = openAtoms(state.dataset, plan);
    const judgeOne = atomJudge(plan, atoms, world);
    const known = new Map<string, JudgedAtom>();
    const keyOf = (atom: number, x: readonly number[]) => `${atom} ${x.join(" ")}`;
    return {
      atoms,
      knows: (atom, x) => known.has(keyOf(atom, x)),
      judged(atom, x) {
        const found = known.get(keyOf(atom, x)) ?? judgeOne(atom, x);
        if (known.size >= MOST_KEPT) known.clear();
        known.set(keyOf(atom, x), found);
        return found;
      },
    };
  });
}

/** Atoms in rounds: the first draw of every future, the second of every future that has one, and so on. */
export function rounds(atoms: readonly Atom[]): number[][] {
  const byDraw = new Map<number, number[]>();
  atoms.forEach(({ draw }, i) => {
    byDraw.set(draw, [...(byDraw.get(draw) ?? []), i]);
  });
  return [...byDraw].sort(([a], [b]) => a - b).map(([, round]) => round);
}

/** Some atoms of a plan with the probabilities they have when only they are looked at. */
export function weighed(
  atoms: readonly Atom[],
  some: readonly number[],
  ofFuture: ReadonlyMap<string, number>,
): Atom[] {
  const counts = new Map<string, number>();
  for (const i of some) counts.set(atoms[i]!.future, (counts.get(atoms[i]!.future) ?? 0) + 1);
  return some.map((i) => ({
    ...atoms[i]!,
    probability: ofFuture.get(atoms[i]!.future)! / counts.get(atoms[i]!.future)!,
  }));
}
