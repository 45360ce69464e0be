import { describe, expect, test } from "vitest";
import { openAtoms } from "../../src/planning/atoms.ts";
import type { Plan } from "../../src/planning/plan.ts";
import { policySchema } from "../../src/policy/kinds/index.ts";
import { streamOf } from "../../src/simulation/draws/random.ts";
import { scenarioSchema } from "../../src/simulation/scenario.ts";
import { miniDataset } from "../chain/mini-dataset.ts";
import { smallPlan } from "./recourse-world.ts";

const policy = { title: "a policy", source: "a test", status: "assumed" };
const scenario = scenarioSchema.parse({
  title: "mini",
  description: "a test",
  start: "2024-01",
  months: 3,
  viewpoint: ["JPN"],
  events: {
    stop: {
      ...policy,
      kind: "licence",
      from: "2025-03-01",
      materials: ["dysprosium"],
      origins: ["CHN"],
      processingWorkingDays: 45,
      approvals: [{ from: "2025-03-01", approvalShare: 0.5 }],
    },
  },
  measures: {
    own: {
      ...policy,
      kind: "facility",
      from: "2025-01-01",
      country: "JPN",
      recipe: "reduce-dysprosium",
      capacityTonnesPerYear: 5,
      breakEvenPriceFactor: 1,
    },
  },
  uncertain: {
    approvals: {
      title: "approvals",
      targets: [{ event: "stop", field: "approvals.0.approvalShare" }],
      value: { kind: "uniform", low: 0, high: 1 },
      source: "a test",
      status: "assumed",
    },
  },
});

function planOf(draws: number, months = 6): Plan {
  const { plan } = smallPlan({}, {}, { months });
  const [candidate] = smallPlan(
    {},
    {
      smelter: {
        kind: "facility",
        country: "BBB",
        recipe: "press-magnet",
        capacityTonnesPerYear: 1,
        breakEvenPriceFactor: 1,
      },
    },
  ).plan.candidates;
  return {
    ...plan,
    seed: 7,
    futures: [
      { id: "one", title: "one", scenario, probability: 0.25, draws: 1 },
      { id: "many", title: "many", scenario, probability: 0.75, draws },
    ],
    candidates: [
      {
        ...candidate!,
        id: "smelter",
        policy: policySchema.parse({
          ...policy,
          kind: "facility",
          from: "2025-02-15",
          to: "2040-01-01",
          country: "JPN",
          recipe: "reduce-dysprosium",
          capacityTonnesPerYear: 5,
          breakEvenPriceFactor: 1,
        }),
        delayMonths: { kind: "triangular", low: 0, mode: 3, high: 24 },
      },
    ],
  };
}

describe("atoms of a plan", () => {
  const { atoms, world } = openAtoms(miniDataset(), planOf(3));

  test("each draw of each future is an atom, with its share of the probability", () => {
    expect(atoms).toEqual([
      { id: "one", future: "one", draw: 0, probability: 0.25 },
      { id: "many/0", future: "many", draw: 0, probability: 0.25 },
      { id: "many/1", future: "many", draw: 1, probability: 0.25 },
      { id: "many/2", future: "many", draw: 2, probability: 0.25 },
    ]);
  });

  test("months are the plan's; measures of the scenario are left out", () => {
    expect(world(2).scenario).toMatchObject({ start: "2025-01", months: 6, measures: {} });
  });

  const approvals = (atom: number) => {
    const { stop } = world(atom).scenario.events;
    return stop?.kind === "licence" ? stop.approvals[0]!.approvalShare : undefined;
  };

  test("one draw is the scenario as written; more are those of a sweep with the same seed", () => {
    expect(approvals(0)).toBe(0.5);
    const stream = streamOf(7, "scenario/approvals");
    expect([1, 2, 3].map(approvals)).toEqual([stream(0), stream(1), stream(2)]);
  });

  test("delays move the start, not the end; one draw has the median", () => {
    const [smelter] = world(0).policies;
    expect(smelter).toMatchObject({ id: "smelter", from: "2025-10-15", to: "2040-01-01" });
    const starts = [1, 2, 3].map((i) => world(i).policies[0]!.from);
    expect(new Set(starts).size).toBeGreaterThan(1);
    expect(openAtoms(miniDataset(), planOf(2)).world(2).policies[0]!.from).toBe(starts[1]);
  });
});
