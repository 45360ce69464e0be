import { describe, expect, test } from "vitest";
import { differenceOf } from "../../src/planning/difference.ts";
import { judgeOf } from "../../src/planning/judge.ts";
import { openPlanning } from "../../src/planning/market-evaluator.ts";
import type { Plan } from "../../src/planning/plan.ts";
import { smallPlan } from "./recourse-world.ts";

const stop = { stop: { kind: "export-ban", materials: ["oxide", "magnet"], origins: ["AAA"], from: "2025-01-01" } };
const from = "2025-01-01";
const candidates = {
  press: { kind: "facility", country: "CCC", recipe: "press-magnet", capacityTonnesPerYear: 600, breakEvenPriceFactor: 1.1, from },
  mine: { kind: "facility", country: "CCC", mine: "ore", capacityTonnesPerYear: 500, breakEvenPriceFactor: 1.2, from },
  separation: { kind: "facility", country: "CCC", recipe: "separate-ore", capacityTonnesPerYear: 500, breakEvenPriceFactor: 1.1, from },
  scrap: { kind: "recycling", countries: ["BBB"], recipe: "recycle-scrap", capacityTonnesPerYear: 24, breakEvenPriceFactor: 1.2, from },
  thrift: { kind: "substitution", variant: "less-dysprosium", countries: ["BBB"], materials: ["oxide"], reductionShare: 0.5, maxShare: 0.4, premiumShare: 0.05, from },
  store: { kind: "public-stockpile", country: "BBB", commodity: "oxide", targetTonnes: 40, openingTonnes: 40, buildTonnesPerMonth: 0, buildPriceMultiple: 1.1, release: { fromDate: "2025-01-01", maxTonnesPerMonth: 4 }, from },
  floor: { kind: "price-floor", commodity: "magnet", countries: ["BBB"], floorUsdPerTonne: 90, from },
}; // biome-ignore format: a table
type Id = keyof typeof candidates;

/** The same world, unless stocks are wanted with nobody who holds any privately. */
const withoutStocks = (
  { plan, atoms }: ReturnType<typeof smallPlan>,
  wanted: boolean,
): ReturnType<typeof smallPlan> => {
  if (wanted) return { plan, atoms };
  const world = atoms.world(0);
  const { model } = world.workbench;
  const shut = (bounds: Float64Array) => bounds.map((b, a) => (model.activities[a]!.kind === "store" ? 0 : b));
  const terms = { ...model.terms, lowerBound: shut(model.terms.lowerBound), upperBound: shut(model.terms.upperBound) };
  const workbench = { ...world.workbench, model: { ...model, terms, stocks: [] } };
  return { plan, atoms: { atoms: atoms.atoms, world: () => ({ ...world, workbench }) } };
};

const compare = (scales: Partial<Record<Id, number>>, changes: Partial<Plan> = {}, stocks = true) => {
  const { plan, atoms } = withoutStocks(smallPlan(stop, candidates, changes), stocks);
  const planning = openPlanning(atoms, plan);
  const judge = judgeOf(plan, atoms.atoms, atoms.world);
  const x = plan.candidates.map(({ id }) => scales[id as Id] ?? 0);
  const zero = x.map(() => 0);
  const losses = (portfolio: number[]) => planning.values(Float64Array.from(portfolio)).map((v) => v.lossUsd);
  return (async () =>
    differenceOf({
      plan,
      atoms: atoms.atoms,
      x,
      planningWithoutUsd: losses(zero),
      planningWithUsd: losses(x),
      without: await judge.judge(zero),
      withIt: await judge.judge(x),
    }))();
};

describe("differenceOf", () => {
  // in a single month habits and last month's levels are the same in both: without private stocks nothing is approximated
  test.each<[string, Partial<Record<Id, number>>, number]>([
    ["scrap", { scrap: 1 }, 1e-6],
    ["half the scrap", { scrap: 0.5 }, 1e-6],
    // a stockpile's releases start at a price in the simulation, at any price in the planning problem
    ["a stockpile", { store: 1 }, 0.001],
    // routes of new plants are as wide as the plants in the planning problem, and open-ended in the simulation
    ["a chain of new plants", { mine: 1, separation: 1, press: 1 }, 0.005],
    ["most of everything", { mine: 0.7, separation: 0.9, press: 0.4, scrap: 1, store: 0.5 }, 0.005],
  ])("one month of %s: the planning loss is what the simulation says", async (_, scales, tolerance) => {
    const { planningAvoidedUsd, simulatedAvoidedUsd, share } = await compare(scales, { months: 1 }, false);
    expect(planningAvoidedUsd).toBeGreaterThan(1);
    expect(Math.abs(simulatedAvoidedUsd / planningAvoidedUsd - 1)).toBeLessThan(tolerance);
    expect(share).toBeCloseTo(simulatedAvoidedUsd / planningAvoidedUsd - 1, 12);
  });

  test("over half a year stocks and habits follow the measures: the two differ, and the words say by how much", async () => {
    const { share, words, reasons } = await compare({ mine: 1, separation: 1, press: 1 }, { months: 6 });
    expect(Math.abs(share!)).toBeGreaterThan(0.005);
    expect(Math.abs(share!)).toBeLessThan(0.5);
    expect(words).toMatch(/^The planning approximation said USD [\d,]+ of loss avoided, the month simulation says USD [\d,]+: [\d.]+ % (more|less)\.$/); // biome-ignore format: a pattern
    expect(reasons[0]).toMatch(/^Private stocks and trading habits/);
    expect(reasons).toHaveLength(3);
  });

  test("what a plan's partners alone gain is no more than what the world gains", async () => {
    const counting = (count: "partners" | "world") =>
      compare(
        { mine: 1, separation: 1, press: 1 },
        { objective: { tailWeight: 0, tailShare: 0.05, costWeight: 1, discountPerYear: 0, count }, partners: [{ id: "b", title: "B", countries: ["BBB"] }] }, // biome-ignore format: a plan
      );
    const [own, all] = [await counting("partners"), await counting("world")];
    expect(own.simulatedAvoidedUsd).toBeLessThan(all.simulatedAvoidedUsd);
    expect(own.reasons.join()).toContain("other countries");
    expect(all.reasons.join()).not.toContain("other countries");
  });

  test("a floor: the planning approximation sees nothing, and says so", async () => {
    const { planningAvoidedUsd, share, words, reasons } = await compare({ floor: 1 });
    expect(planningAvoidedUsd).toBe(0);
    expect(share).toBeNull();
    expect(words).toMatch(
      /^The planning approximation sees no loss avoided; the month simulation says USD −?[\d,.]+\.$/,
    );
    expect(reasons.join()).toContain("price floor");
  });
});
