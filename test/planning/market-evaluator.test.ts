import { describe, expect, test } from "vitest";
import { referenceClearings } from "../../src/planning/atom-problem.ts";
import { openPlanning } from "../../src/planning/market-evaluator.ts";
import type { Plan } from "../../src/planning/plan.ts";
import { named, runPolicies } from "../../src/simulation/rehearse.ts";
import { smallPlan } from "./recourse-world.ts";

const stop = {
  stop: { kind: "export-ban", materials: ["oxide", "magnet"], origins: ["AAA"], from: "2025-02-01" },
};
const press = {
  kind: "facility",
  country: "CCC",
  recipe: "press-magnet",
  capacityTonnesPerYear: 600,
  breakEvenPriceFactor: 1.1,
};
const candidates = {
  press,
  mine: { kind: "facility", country: "CCC", mine: "ore", capacityTonnesPerYear: 500, breakEvenPriceFactor: 1.2 },
  separation: {
    kind: "facility",
    country: "CCC",
    recipe: "separate-ore",
    capacityTonnesPerYear: 500,
    breakEvenPriceFactor: 1.1,
  },
  scrap: {
    kind: "recycling",
    countries: ["BBB"],
    recipe: "recycle-scrap",
    capacityTonnesPerYear: 24,
    collectTonnesPerYear: 60,
    breakEvenPriceFactor: 1.2,
    rampMonths: 3,
  },
  thrift: {
    kind: "substitution",
    variant: "less-dysprosium",
    countries: ["BBB"],
    materials: ["oxide"],
    reductionShare: 0.5,
    maxShare: 0.4,
    premiumShare: 0.05,
  },
  store: {
    kind: "public-stockpile",
    country: "BBB",
    commodity: "oxide",
    targetTonnes: 10,
    openingTonnes: 0,
    buildTonnesPerMonth: 5,
    buildPriceMultiple: 1.3,
    release: { priceMultiple: 1.5, maxTonnesPerMonth: 4 },
    from: "2025-01-01",
  },
  contract: { kind: "offtake", commodity: "magnet", origin: "BBB", destination: "CCC", tonnesPerYear: 360 },
};

const open = (
  kept: Partial<Record<keyof typeof candidates, object>> = candidates,
  changes: Partial<Plan> = {},
  events: Record<string, object> = stop,
) => {
  const { plan, atoms } = smallPlan(events, kept as Record<string, object>, changes);
  const planning = openPlanning(atoms, plan);
  const at = (scales: Partial<Record<keyof typeof candidates, number>> | Float64Array) => {
    const x =
      scales instanceof Float64Array
        ? scales
        : Float64Array.from(plan.candidates, ({ id }) => scales[id as keyof typeof candidates] ?? 0);
    const [value] = planning.values(x);
    const years = value!.slopeUsdByYear.length / x.length;
    const slope = Array.from(x, (_, k) =>
      value!.slopeUsdByYear.slice(k * years, (k + 1) * years).reduce((sum, usd) => sum + usd, 0),
    );
    return { x, loss: value!.lossUsd, slope, bytes: JSON.stringify([value!.lossUsd, [...value!.slopeUsdByYear]]) };
  };
  return { plan, atoms, planning, at };
};

/** Portfolios that any machine makes alike. */
function portfolios(count: number, size: number): Float64Array[] {
  let state = 12345;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: count }, () =>
    Float64Array.from({ length: size }, () => {
      const share = next();
      return share < 0.3 ? 0 : share > 0.8 ? 1 : next();
    }),
  );
}

describe.each(["world", "partners"] as const)("counting %s", (count) => {
  const objective: Plan["objective"] = { tailWeight: 0, tailShare: 0.05, costWeight: 1, discountPerYear: 0.05, count };
  const { at, planning, plan, atoms } = open(candidates, { objective });
  const some = portfolios(24, 7);

  test("losses by year add up to the loss", () => {
    for (const x of some.slice(0, 4)) {
      const [value] = planning.values(x);
      expect(value!.lossUsdByYear).toHaveLength(1);
      expect(value!.lossUsdByYear[0]).toBeCloseTo(value!.lossUsd, 6);
    }
    const { plan: long, atoms: later } = smallPlan(stop, candidates as Record<string, object>, { months: 14, objective }); // biome-ignore format: one call
    const [value] = openPlanning(later, long).values(some[1]!);
    expect(value!.lossUsdByYear).toHaveLength(2);
    expect(value!.lossUsdByYear[0]! + value!.lossUsdByYear[1]!).toBeCloseTo(value!.lossUsd, 3);
    expect(value!.lossUsdByYear[1]).not.toBe(0);
  });

  test("counts the clearings before the first portfolio: the reference run and one more with the stockpile", () => {
    expect(planning.problems[0]!.clearings).toBe(2 * plan.months);
    expect(referenceClearings(plan)).toBe(2 * plan.months);
  });

  test("nothing chosen is the month simulation with the events alone", () => {
    const { workbench, scenario } = atoms.world(0);
    const { trajectory } = runPolicies(workbench, scenario, named(scenario.events));
    const simulated = trajectory.certificates.map((c) => c.primalObjectiveUsd);
    const { months } = planning.problems[0]!;
    expect(months.map((m) => m.emptyUsd)).toEqual(simulated.map((usd) => expect.closeTo(usd, 5)));
    const lossUsd = months.map((month) => month.emptyUsd - month.calmUsd);
    expect(lossUsd[0]).toBeCloseTo(0, 6);
    for (const usd of lossUsd.slice(1)) expect(usd).toBeGreaterThan(1000);
    const discounted = lossUsd.reduce((sum, usd, t) => sum + usd * 1.05 ** (-t / 12), 0);
    expect(at({}).loss).toBeCloseTo(discounted, 4);
  });

  test("every kind that acts on bounds is seen", () => {
    const values = some.map(at);
    plan.candidates.forEach(({ id }, k) => {
      const steepest = Math.max(...values.map((v) => Math.abs(v.slope[k]!)));
      expect(steepest, id).toBeGreaterThan(1);
    });
  });

  test("cuts hold everywhere: L(y) ≥ L(x) + g · (y − x)", () => {
    const values = some.map(at);
    let tight = 0;
    for (const a of values)
      for (const b of values) {
        const cut = a.loss + a.slope.reduce((sum, g, k) => sum + g * (b.x[k]! - a.x[k]!), 0);
        expect(b.loss).toBeGreaterThan(cut - 1e-9 * Math.abs(a.loss) - 1e-6);
        if (a !== b && b.loss - cut < 0.02 * (values[0]!.loss + 1)) tight++;
      }
    expect(tight).toBeGreaterThan(0);
  });

  test("the loss is convex: midpoints lie below the chord", () => {
    for (let i = 0; i + 1 < some.length; i++) {
      const [a, b] = [at(some[i]!), at(some[i + 1]!)];
      const middle = at(Float64Array.from(a.x, (v, k) => (v + b.x[k]!) / 2));
      expect(middle.loss).toBeLessThan((a.loss + b.loss) / 2 + 1e-6 * Math.abs(a.loss));
    }
  });

  test("slopes are the losses' derivatives", () => {
    let compared = 0;
    for (const x of some.slice(0, 8)) {
      const here = at(x);
      x.forEach((scale, k) => {
        if (scale < 0.05 || scale > 0.95) return;
        const step = 1e-5;
        const moved = (by: number) => at(Float64Array.from(x, (v, j) => (j === k ? v + by : v))).loss;
        const numeric = (moved(step) - moved(-step)) / (2 * step);
        const size = Math.max(1, Math.abs(numeric));
        expect(Math.abs(here.slope[k]! - numeric) / size, `candidate ${k} at ${[...x]}`).toBeLessThan(1e-3);
        compared++;
      });
    }
    expect(compared).toBeGreaterThan(10);
  });

  test("what was evaluated before changes no byte", () => {
    const first = some.slice(0, 6).map((x) => at(x).bytes);
    const backwards = some
      .slice(0, 6)
      .toReversed()
      .map((x) => at(x).bytes);
    expect(backwards.toReversed()).toEqual(first);
    const fresh = open(candidates, { objective });
    expect(some.slice(3, 6).map((x) => fresh.at(x).bytes)).toEqual(first.slice(3));
  });
});

test("a magnet plant without metal is worth nothing alone, and much with what feeds it", () => {
  const everywhere = { stop: { ...stop.stop, materials: ["chain"], origins: ["AAA", "BBB"] } };
  const { at } = open(candidates, {}, everywhere);
  const worth = (scales: Parameters<typeof at>[0]) => at({}).loss - at(scales).loss;
  const together = worth({ press: 1, mine: 1, separation: 1 });
  expect(together).toBeGreaterThan(0.1 * at({}).loss);
  for (const part of [{ press: 1 }, { separation: 1 }, { press: 1, separation: 1 }])
    expect(Math.abs(worth(part)), Object.keys(part).join(" and ")).toBeLessThan(1e-6 * together);
});

test("half a plant is half the size, to the same cost", () => {
  const { at } = open();
  const half = open({ ...candidates, press: { ...press, capacityTonnesPerYear: 300 } });
  const fed = { mine: 1, separation: 1 };
  // all but its routes: how steep they are follows from the whole plant
  expect(at({ ...fed, press: 0.5 }).loss / half.at({ ...fed, press: 1 }).loss).toBeCloseTo(1, 5);
});

test("a price floor has no slope: it acts on costs", () => {
  const { at } = open({
    press,
    floor: { kind: "price-floor", commodity: "magnet", floorUsdPerTonne: 90, countries: ["BBB"] },
  } as object);
  expect(at(Float64Array.of(0, 1)).slope[1]).toBe(0);
  expect(at(Float64Array.of(0, 1)).loss).toBe(at(Float64Array.of(0, 0)).loss);
});

test("a portfolio of another length, or beyond what there is, is refused", () => {
  const { planning } = open();
  expect(() => planning.values(new Float64Array(2))).toThrow("got 2 scales, expected 7");
  expect(() => planning.values(Float64Array.of(2, 0, 0, 0, 0, 0, 0))).toThrow(
    'scale of "press": got 2, expected 0 to 1',
  );
});
