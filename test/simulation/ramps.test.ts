import { describe, expect, test } from "vitest";
import type { MonthTerms } from "../../src/policy/lever.ts";
import { setRampTerms } from "../../src/simulation/ramps.ts";
import { named, runPolicies } from "../../src/simulation/rehearse.ts";
import { scenarioSchema } from "../../src/simulation/scenario.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "../chain/mini-dataset.ts";
import { thriftChanges } from "../chain/thrift.ts";

// Japan can replace 1 t of its 4 t a month, 0.2 t more each month.
const workbench = openWorkbench(miniDataset(thriftChanges()));
const { model } = workbench;
const substitute = model.activities.findIndex((a) => a.id === "substitute:cerium-for-dysprosium@JPN");

describe("ramps", () => {
  test.each([
    [0, 0.2],
    [0.3, 0.5],
    [0.9, 1],
    [1, 1],
  ])("after %s t last month: at most %s t", (last, most) => {
    const upperBound = model.terms.upperBound.slice();
    const terms: MonthTerms = { ...model.terms, upperBound };
    setRampTerms(model, model.baseLevel.with(substitute, last), terms);
    expect(upperBound[substitute]).toBeCloseTo(most, 9);
  });

  test("hold back a substitute that a ban makes pay: one step above the month before", () => {
    const scenario = scenarioSchema.parse({
      title: "Ban",
      description: "",
      start: "2025-01",
      months: 6,
      viewpoint: ["JPN"],
      events: {
        ban: {
          kind: "export-ban",
          title: "No dysprosium to Japan",
          from: "2025-01-01",
          materials: ["dysprosium"],
          origins: ["CHN"],
          destinations: ["JPN"],
          source: "test",
          status: "assumed",
        },
      },
      measures: {},
    });
    const bound: number[] = [];
    const { trajectory } = runPolicies(workbench, scenario, named(scenario.events), (_month, _network, terms) => {
      bound.push(terms.upperBound[substitute]!);
    });
    const made = trajectory.level.map((x) => x[substitute]!);
    expect(made.at(-1)).toBeGreaterThan(0.2);
    expect(bound).toEqual([0, ...made.slice(0, -1)].map((last) => expect.closeTo(Math.min(1, last + 0.2), 9)));
  });
});
