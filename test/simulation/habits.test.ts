import { describe, expect, test } from "vitest";
import { carryHabits, openingHabits } from "../../src/simulation/habits.ts";
import { named, runPolicies } from "../../src/simulation/rehearse.ts";
import { scenarioSchema } from "../../src/simulation/scenario.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "../chain/mini-dataset.ts";

const workbench = openWorkbench(miniDataset());
const { model } = workbench;
const ship = model.activities.findIndex((a) => a.id === "ship:dysprosium-oxide:CHN>JPN"); // 4 t a month

describe("habits", () => {
  test("close a tenth of the gap to last month's flow", () => {
    const habits = openingHabits(model, () => 0.1);
    const at = habits.activities.indexOf(ship);
    const level = model.baseLevel.slice();
    const after = [2, 2, 6].map((shipped) => {
      level[ship] = shipped;
      carryHabits(habits, level);
      return habits.reference[at]!;
    });
    // 4 − 0.1 × 2, 3.8 − 0.1 × 1.8, 3.62 + 0.1 × 2.38
    expect(after).toEqual([3.8, 3.62, 3.858].map((t) => expect.closeTo(t, 9)));
  });

  test("are the reference of each month's problem: a banned route is forgotten at a tenth a month", () => {
    const scenario = scenarioSchema.parse({
      title: "Ban",
      description: "",
      start: "2025-01",
      months: 4,
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
    const reference: number[] = [];
    runPolicies(workbench, scenario, named(scenario.events), (_month, _network, terms) => {
      reference.push(terms.referenceLevel[ship]!);
    });
    expect(reference).toEqual([4, 3.6, 3.24, 2.916].map((t) => expect.closeTo(t, 6)));
  });
});
