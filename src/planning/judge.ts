import { modelNetwork } from "../chain/network.ts";
import type { Clearer } from "../market/clear.ts";
import { monthClearer } from "../simulation/run.ts";
import type { Atom } from "./evaluator.ts";
import { judgeAtom, type World } from "./judge-atom.ts";
import type { JudgedAtom, JudgedPortfolio } from "./judged.ts";
import { discountShare } from "./money.ts";
import type { Plan } from "./plan.ts";

/** Simulates portfolios in every atom; the same x gives the same answer whatever was asked before. */
export interface Judge {
  readonly atoms: readonly Atom[];
  judge(x: ArrayLike<number>, options?: JudgeOptions): Promise<JudgedPortfolio>;
}

export interface JudgeOptions {
  /** told after each atom */
  readonly onAtom?: (done: number, total: number) => void;
  readonly signal?: StopSignal | undefined;
}

/** What is used of an AbortSignal, which this room does not know. */
export interface StopSignal {
  throwIfAborted(): void;
}

type Judging = Pick<Plan, "partners" | "candidates" | "months" | "objective">;

/** Simulates a portfolio in one atom (its place) after another, with one solver for as long as networks are built alike. */
export function atomJudge(
  { partners, candidates, months, objective }: Judging,
  atoms: readonly Pick<Atom, "id">[],
  world: (atom: number) => World,
): (atom: number, x: ArrayLike<number>) => JudgedAtom {
  const discount = Float64Array.from({ length: months }, (_, t) => discountShare(objective.discountPerYear, t));
  let clearer: Clearer | undefined;
  return (atom, x) => {
    const { run, judged } = judgeAtom(world(atom), { partners, candidates, discount }, x, clearer);
    clearer = monthClearer(modelNetwork(run.model), clearer);
    const { id } = atoms[atom]!;
    if (judged.atom !== id) throw new Error(`atom ${atom}: got ${judged.atom}, expected ${id}`);
    return judged;
  };
}

/** The month simulation of portfolios, in this thread. All portfolios meet the same atoms (common random numbers). */
export function judgeOf(plan: Judging, atoms: readonly Atom[], world: (atom: number) => World): Judge {
  const judgeOne = atomJudge(plan, atoms, world);
  return {
    atoms,
    async judge(x, { onAtom, signal } = {}) {
      const judged: JudgedAtom[] = [];
      for (const index of atoms.keys()) {
        signal?.throwIfAborted();
        judged.push(judgeOne(index, x));
        onAtom?.(judged.length, atoms.length);
      }
      return { x: Array.from(x), atoms: judged };
    },
  };
}
