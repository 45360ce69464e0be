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

/** The month simulation of portfolios, in this thread. All portfolios meet the same atoms (common random numbers). */
export function judgeOf(
  plan: Pick<Plan, "partners" | "candidates" | "months" | "objective">,
  atoms: readonly Atom[],
  world: (atom: number) => World,
): Judge {
  const discount = Float64Array.from({ length: plan.months }, (_, t) =>
    discountShare(plan.objective.discountPerYear, t),
  );
  const { partners, candidates } = plan;
  return {
    atoms,
    async judge(x, { onAtom, signal } = {}) {
      let clearer: Clearer | undefined;
      const judged: JudgedAtom[] = [];
      for (const [index, atom] of atoms.entries()) {
        signal?.throwIfAborted();
        const told = judgeAtom(world(index), { partners, candidates, discount }, x, clearer);
        clearer ??= monthClearer(modelNetwork(told.run.model)); // all atoms of a portfolio are built alike
        if (told.judged.atom !== atom.id)
          throw new Error(`atom ${index}: got ${told.judged.atom}, expected ${atom.id}`);
        judged.push(told.judged);
        onAtom?.(index + 1, atoms.length);
      }
      return { x: Array.from(x), atoms: judged };
    },
  };
}
