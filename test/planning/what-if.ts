import { createCutPool } from "../../src/planning/cuts.ts";
import type { Plan } from "../../src/planning/plan.ts";
import { candidate, planOf, syntheticEvaluator } from "./synthetic.ts";

/**
 * Two futures, two plants of 100 each, money for one: the magnet plant saves 500 where magnets stop, the gallium plant 300
 * where gallium stops. With the magnet future at q, magnets lose 500 q and gallium 300 (1 − q):
 * the magnet plant is the better while 500 q > 300 (1 − q), q > 0.375; either is worth its 100 while it saves as much.
 */
export async function twoFutures(magnetStop: number, more: Partial<Plan> = {}) {
  const ids = ["magnet-stop", "gallium-stop"];
  const base = planOf([candidate("magnet-plant", 100), candidate("gallium-plant", 100)], {}, 2);
  const chances = [magnetStop, 1 - magnetStop];
  const plan: Plan = {
    ...base,
    futures: base.futures.map((future, f) => ({ ...future, id: ids[f]!, probability: chances[f]! })),
    budgets: [{ payer: "a", fromYear: 2026, toYear: 2026, mostUsd: 100 }],
    ...more,
  };
  const product = (k: number, usdPerUnit: number) => ({
    demand: 100,
    usdPerUnit,
    usdPerUnitSquared: 0,
    stages: [{ have: 0, adds: new Map([[k, 100]]) }],
  });
  const evaluator = syntheticEvaluator(2, [
    { probability: chances[0]!, products: [product(0, 5)] },
    { probability: chances[1]!, products: [product(1, 3)] },
  ]);
  const atoms = evaluator.atoms.map((atom, s) => ({ ...atom, future: ids[s]! }));
  const named = { ...evaluator, atoms, evaluate: evaluator.evaluate };
  const pool = createCutPool();
  for (const x of [[0, 0], [1, 0], [0, 1]]) pool.add(await evaluator.evaluate(Float64Array.from(x))); // biome-ignore format: one portfolio each
  return { plan, evaluator: named, atoms, pool };
}
