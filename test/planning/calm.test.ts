import { describe, expect, test } from "vitest";
import { referenceClearings } from "../../src/planning/atom-problem.ts";
import { calmEvents } from "../../src/planning/calm.ts";
import { openPlanning } from "../../src/planning/market-evaluator.ts";
import { smallPlan } from "./recourse-world.ts";
import { pile, press, scenarioOf } from "./world.ts";

const stop = { kind: "export-ban", materials: ["oxide"], origins: ["AAA"], from: "2025-03-01" };
const scrap = {
  kind: "recycling",
  countries: ["BBB"],
  recipe: "recycle-scrap",
  capacityTonnesPerYear: 24,
  breakEvenPriceFactor: 1.2,
};
const cheap = { ...scrap, breakEvenPriceFactor: 0.5, capacityTonnesPerYear: 240, from: "2025-01-01" };
const candidates = { scrap };
const lossUsd = (events: Record<string, object>) => {
  const { plan, atoms } = smallPlan(events, candidates);
  return openPlanning(atoms, plan).values(Float64Array.of(0))[0]!.lossUsd;
};

describe("the undisturbed month", () => {
  test("holds what is built anyway, so that a plant alone is neither loss nor gain", () => {
    expect(Math.abs(lossUsd({ cheap }))).toBeLessThan(1e-3 * lossUsd({ stop }));
  });

  test("a plant that comes anyway leaves the loss of a ban what it is", () => {
    // on the ban's side only, what collecting more scrap costs and earns would count as the ban's
    expect(lossUsd({ stop, cheap }) / lossUsd({ stop })).toBeCloseTo(1, 1);
  });

  test("holds what was decided before the plan, but no stockpile", () => {
    const events = scenarioOf({ stop, press, pile });
    expect(calmEvents(events).map(({ id }) => id)).toEqual(["press"]);
    const plan = smallPlan({ pile, stop }, candidates).plan;
    const decided = [{ ...plan.candidates[0]!, id: "pile", policy: plan.futures[0]!.scenario.events.pile! }];
    expect(calmEvents(scenarioOf({ stop, pile }), decided)).toEqual([]);
  });

  test("costs a clearing a month only where something comes", () => {
    const { plan } = smallPlan({ stop }, candidates);
    expect(referenceClearings(plan)).toBe(6);
    expect(referenceClearings(smallPlan({ stop, press }, candidates).plan)).toBe(12);
    const decided = [{ ...plan.candidates[0]!, id: "scrap-decided" }];
    expect(referenceClearings({ ...plan, decided })).toBe(12);
  });
});
