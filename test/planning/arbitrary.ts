import fc from "fast-check";
import type { Plan } from "../../src/planning/plan.ts";
import { candidate, type Product, planOf, syntheticEvaluator } from "./synthetic.ts";

const million = (low: number, high: number) => fc.integer({ min: low, max: high }).map((value) => value * 1e6);

/** Small plans of every shape: budgets, precedence of both forms, exclusions, targets, tails; with what they are evaluated by. */
export function smallPlans({ most = 8, scalable = false }: { most?: number; scalable?: boolean } = {}) {
  return fc.integer({ min: 1, max: most }).chain((n) => {
    const ids = Array.from({ length: n }, (_, k) => `c${k}`);
    const place = fc.integer({ min: 0, max: n - 1 });
    const some = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 });
    const amount = fc.integer({ min: 0, max: 60 });
    const stage = fc.record({
      have: fc.integer({ min: 0, max: 120 }),
      adds: fc.array(fc.tuple(place, amount), { maxLength: 4 }).map((list) => new Map(list)),
    });
    const product: fc.Arbitrary<Product> = fc.record({
      demand: fc.constant(100),
      usdPerUnit: million(0, 9),
      usdPerUnitSquared: fc.integer({ min: 0, max: 3 }).map((value) => value * 1e5),
      stages: fc.array(stage, { minLength: 1, maxLength: 3 }),
    });
    const worlds = fc.array(fc.array(product, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    return fc
      .record({
        candidates: fc.tuple(
          ...ids.map((id) =>
            fc
              .record({ usd: million(0, 200), payer: fc.constantFrom("a", "b"), year: fc.integer({ min: 2026, max: 2028 }), scalable: fc.boolean() }) // biome-ignore format: one record
              .map(({ usd, payer, year, scalable: may }) =>
                candidate(id, usd, {
                  costs: [{ payer, year, usd }],
                  ...(scalable && may ? { sizing: "scalable", most: 2 } : {}),
                }),
              ),
          ),
        ),
        budgets: fc.array(
          fc.record({
            payer: fc.constantFrom("a", "b"),
            fromYear: fc.constant(2026),
            toYear: fc.integer({ min: 2026, max: 2028 }),
            mostUsd: million(0, 400),
          }),
          { maxLength: 2 },
        ),
        requires: fc.array(fc.record({ candidate: fc.constantFrom(...ids), needs: some, any: fc.boolean() }), {
          maxLength: 3,
        }),
        excludes: fc.array(some, { maxLength: 2 }),
        targets: fc.array(
          fc.record({
            weights: fc.array(fc.tuple(fc.constantFrom(...ids), fc.integer({ min: 0, max: 30 })), { maxLength: 4 }),
            least: fc.integer({ min: 0, max: 40 }),
          }),
          { maxLength: 1 },
        ),
        tailWeight: fc.constantFrom(0, 0.3, 1),
        costWeight: fc.constantFrom(0, 1),
        tailShare: fc.constantFrom(0.05, 0.3, 0.9),
        worlds,
      })
      .map(({ candidates, budgets, requires, excludes, targets, tailWeight, costWeight, tailShare, worlds: given }) => {
        const plan: Plan = planOf(
          candidates,
          {
            budgets,
            requires: requires.map((one) => ({ ...one, needs: one.needs.filter((id) => id !== one.candidate) })).filter(({ needs }) => needs.length > 0), // biome-ignore format: one chain
            excludes,
            targets: targets.map((one, i) => ({ id: `t${i}`, title: "target", have: 0, unit: "t", source: "test", ...one })), // biome-ignore format: one record
            objective: { tailWeight, tailShare, costWeight, discountPerYear: 0.05, count: "partners" },
          },
          given.length,
        );
        const futures = given.map((products) => ({ probability: 1 / given.length, products }));
        return { plan, evaluator: () => syntheticEvaluator(n, futures) };
      });
  });
}
