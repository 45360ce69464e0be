import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toJson, toLp } from "../../src/market/export.ts";
import { monthProblem } from "../../src/simulation/month-problem.ts";
import { named, runPolicies } from "../../src/simulation/rehearse.ts";
import { scenarioSchema } from "../../src/simulation/scenario.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "../chain/mini-dataset.ts";
import { optimal, solve } from "../market/highs.ts";

const workbench = openWorkbench(miniDataset());
const scenario = scenarioSchema.parse({
  title: "Ban",
  description: "",
  start: "2025-01",
  months: 1,
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

// the first month: its terms do not depend on what a solver returned before
describe("the first month of a ban on the smallest chain", () => {
  const { network, terms } = monthProblem(workbench, scenario, "2025-01")!;
  const lp = toLp(network, terms);

  // a change of any coefficient, bound or cost shows in the diff of this file; if it is meant: npx vitest run test/simulation/golden.test.ts -u
  test("is this problem, to the byte", async () => {
    await expect(lp).toMatchFileSnapshot(join(import.meta.dirname, "golden", "ban-month.lp"));
  });

  test("which HiGHS solves to the objective of the run", () => {
    const { trajectory } = runPolicies(workbench, scenario, named(scenario.events));
    const { status, objective } = solve({ format: "lp", data: lp });
    const ours = trajectory.certificates[0]!.primalObjectiveUsd;
    expect(status).toBe(optimal);
    expect(Math.abs(objective + toJson(network, terms).constantUsd - ours)).toBeLessThanOrEqual(1e-7 * Math.abs(ours));
  });
});
