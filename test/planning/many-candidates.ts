import type { Plan } from "../../src/planning/plan.ts";
import { candidate, type Product, planOf, syntheticEvaluator } from "./synthetic.ts";

/** Numbers from 0 to 1 that are the same on every machine (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A plan of the size the planner is made for: chains of four stages (mine, separation, metal, magnets), each candidate
 * at one stage of one chain, every fourth scalable, two payers with budgets for about a third of everything, precedence along
 * each chain, futures that stop different stages of different chains.
 */
export function manyCandidates({
  candidates,
  futures,
  seed = 1,
  curved = true,
}: {
  candidates: number;
  futures: number;
  seed?: number;
  /** a shortage grows dearer with each unit; false: losses are straight lines */
  curved?: boolean;
}) {
  const next = numbers(seed);
  const between = (low: number, high: number) => low + (high - low) * next();
  const chains = Math.max(1, Math.round(candidates / 5));
  const stages = 4;
  const places = Array.from({ length: candidates }, (_, k) => ({
    chain: k % chains,
    stage: Math.floor(k / chains) % stages,
    adds: between(10, 60),
  }));
  const list = places.map(({ stage, adds }, k) =>
    candidate(`c${k}`, adds * between(0.3, 1.2) * 1e6 * (1 + stage), {
      sizing: k % 4 === 3 ? "scalable" : "on-off",
      most: k % 4 === 3 ? 2 : 1,
      costs: [
        {
          payer: k % 2 === 0 ? "a" : "b",
          year: 2026 + (k % 3),
          usd: adds * between(0.3, 1.2) * 1e6 * (1 + stage),
        },
      ],
    }),
  );
  const worlds = Array.from({ length: futures }, () => {
    const products: Product[] = Array.from({ length: chains }, (_, chain) => ({
      demand: 100,
      usdPerUnit: between(2, 20) * 1e6,
      usdPerUnitSquared: between(0, 0.3) * (curved ? 1e6 : 0),
      stages: Array.from({ length: stages }, (_, stage) => ({
        have: next() < 0.5 ? between(20, 70) : between(80, 120),
        adds: new Map(places.flatMap((p, k) => (p.chain === chain && p.stage === stage ? [[k, p.adds] as const] : []))),
      })),
    }));
    return { probability: 1 / futures, products };
  });
  const total = (payer: string) => list.flatMap(({ costs }) => costs.filter((c) => c.payer === payer)).reduce((sum, c) => sum + c.usd, 0); // biome-ignore format: one sum
  const plan: Plan = planOf(
    list,
    {
      budgets: ["a", "b"].map((payer) => ({ payer, fromYear: 2026, toYear: 2030, mostUsd: total(payer) / 3 })),
      requires: places.flatMap(({ chain, stage }, k) => {
        const needs = places.flatMap((p, j) => (p.chain === chain && p.stage === stage - 1 ? [`c${j}`] : []));
        return stage === 3 && needs.length > 0 ? [{ candidate: `c${k}`, needs, any: true }] : [];
      }),
      objective: { tailWeight: 0.3, tailShare: 0.1, costWeight: 1, discountPerYear: 0.03, count: "partners" },
      budgetMultiples: [0, 0.25, 0.5, 0.75, 1, 1.5],
      gapShare: 0.01,
    },
    futures,
  );
  return { plan, worlds, evaluator: syntheticEvaluator(candidates, worlds) };
}
