import type { Atom, Evaluation, Evaluator } from "../../src/planning/evaluator.ts";
import type { Candidate, Plan } from "../../src/planning/plan.ts";

/** What a product needs at every stage; its output is that of the narrowest. */
export interface Product {
  readonly demand: number;
  readonly usdPerUnit: number;
  /** dearer by this for each unit that is short already */
  readonly usdPerUnitSquared: number;
  /** by stage: what is there, and what each candidate adds at full scale */
  readonly stages: readonly { readonly have: number; readonly adds: ReadonlyMap<number, number> }[];
}

/**
 * Losses that can be worked out by hand: shortage = max(0, demand − the narrowest stage), loss = usd · shortage +
 * ½ usd² · shortage². Convex in the portfolio, with the interaction that matters: a plant without metal adds nothing.
 */
export function syntheticEvaluator(
  candidates: number,
  futures: readonly { readonly probability: number; readonly products: readonly Product[] }[],
): Evaluator & { evaluations: number } {
  const atoms: Atom[] = futures.map(({ probability }, s) => ({
    id: `future-${s + 1}`,
    future: `future-${s + 1}`,
    draw: 0,
    probability,
  }));
  const self = {
    atoms,
    evaluations: 0,
    async evaluate(x: Float64Array): Promise<Evaluation> {
      self.evaluations++;
      const answers = futures.map(({ products }) => lossOf(candidates, products, x));
      return {
        x: x.slice(),
        lossUsd: Float64Array.from(answers, ({ loss }) => loss),
        slopeUsd: answers.map(({ slope }) => slope),
        clearings: futures.length,
      };
    },
    async close() {},
  };
  return self;
}

function lossOf(candidates: number, products: readonly Product[], x: Float64Array) {
  const slope = new Float64Array(candidates);
  let loss = 0;
  for (const { demand, usdPerUnit, usdPerUnitSquared, stages } of products) {
    let narrowest = stages[0]!;
    let output = Number.POSITIVE_INFINITY;
    for (const stage of stages) {
      let capacity = stage.have;
      for (const [k, adds] of stage.adds) capacity += adds * x[k]!;
      if (capacity < output) {
        output = capacity;
        narrowest = stage;
      }
    }
    const shortage = demand - output;
    if (shortage <= 0) continue;
    loss += usdPerUnit * shortage + 0.5 * usdPerUnitSquared * shortage ** 2;
    for (const [k, adds] of narrowest.adds) slope[k]! -= adds * (usdPerUnit + usdPerUnitSquared * shortage);
  }
  return { loss, slope };
}

const nothingHappens = {
  title: "nothing",
  description: "",
  start: "2026-01",
  months: 12,
  viewpoint: ["JPN"],
  events: {},
  measures: {},
} as unknown as Plan["futures"][number]["scenario"];

export function candidate(id: string, usd: number, more: Partial<Candidate> = {}): Candidate {
  return {
    id,
    title: id,
    decision: "2026-01",
    policy: { kind: "facility" } as Candidate["policy"],
    sizing: "on-off",
    most: 1,
    parties: ["a"],
    costs: [{ payer: "a", year: 2026, usd }],
    costRangeUsd: { low: usd, high: usd },
    delayMonths: null,
    source: "test",
    status: "assumed",
    note: "",
    ...more,
  };
}

/** A plan of 2026 without discount, whose partners are `a` and `b`. */
export function planOf(candidates: readonly Candidate[], more: Partial<Plan> = {}, futures = 1): Plan {
  return {
    title: "test",
    description: "",
    start: "2026-01",
    months: 12,
    partners: [
      { id: "a", title: "A", countries: ["JPN"] },
      { id: "b", title: "B", countries: ["USA"] },
    ],
    futures: Array.from({ length: futures }, (_, s) => ({
      id: `future-${s + 1}`,
      title: `Future ${s + 1}`,
      scenario: nothingHappens,
      probability: 1 / futures,
      draws: 1,
    })),
    candidates,
    agreements: [],
    budgets: [],
    requires: [],
    excludes: [],
    targets: [],
    objective: { tailWeight: 0, tailShare: 0.05, costWeight: 1, discountPerYear: 0, count: "partners" },
    budgetMultiples: [0, 0.5, 1],
    seed: 1,
    gapShare: 0,
    ...more,
  };
}
