import { describe, expect, test } from "vitest";
import { named, readable, runPolicies } from "../../src/simulation/rehearse.ts";
import { scenarioSchema } from "../../src/simulation/scenario.ts";
import { summarise } from "../../src/simulation/summary.ts";
import { countedUses, touchedCommodities, untouchedApplications } from "../../src/simulation/touched.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "../chain/mini-dataset.ts";
import { use } from "../exposure/sample.ts";

const workbench = openWorkbench(miniDataset());
const { model, vocabulary } = workbench;

function scenarioOf(event: object) {
  const common = { title: "x", from: "2025-02-01", source: "test", status: "assumed" };
  const head = { title: "x", description: "", start: "2025-01", months: 6, viewpoint: ["JPN"], measures: {} };
  return scenarioSchema.parse({ ...head, events: { e: { ...common, ...event } } });
}
const touchedBy = (event: object) => touchedCommodities(named(scenarioOf(event).events), model, vocabulary);
const ban = (material: string) => ({ kind: "export-ban", materials: [material], origins: ["CHN"] });

describe("what a scenario touches", () => {
  test("a material that is named, and what is made of it", () => {
    expect([...touchedBy(ban("dysprosium"))!]).toEqual(["dysprosium-oxide"]);
    expect([...touchedBy(ban("ore"))!].sort()).toEqual(["cerium-oxide", "dysprosium-oxide", "ore"]);
  });

  test("a stop of everything somewhere touches everything", () => {
    expect(touchedBy({ kind: "outage", countries: ["CHN"], lossShare: 1 })).toBeNull();
  });
});

describe("which applications count", () => {
  const scenario = scenarioOf(ban("dysprosium"));
  const run = readable(runPolicies(workbench, scenario, named(scenario.events)), 0);
  test("those that need cerium do not, and the summary has no line for their use", () => {
    const calm = readable(runPolicies(workbench, scenario, []), 0);
    const untouched = untouchedApplications(["CHN", "JPN"], new Set(["dysprosium-oxide"]), calm);
    expect(untouched).toEqual([{ country: "CHN", use: "polishing", application: "polish" }]);
    const lines = summarise(["CHN", "JPN"], run, run, untouched).map((s) => `${s.country} ${s.use}`);
    expect(lines.sort()).toEqual(["CHN electric-vehicles", "JPN electric-vehicles"]);
    // under the ban less is separated, and cerium, its joint product, runs short with it
    expect(untouchedApplications(["CHN", "JPN"], new Set(["dysprosium-oxide"]), run)).toEqual([]);
  });

  test("a use with one application that counts and one that does not is the first alone", () => {
    const [both] = [use("JPN", 10, [1, 0.5])];
    const calm = { ...use("JPN", 90, [1, 1]).applications[0]!, application: "sealed" };
    const mixed = { ...both!, demandTonnes: [100, 100], applications: [...both!.applications, calm] };
    const months = ["2025-01", "2025-02"];
    const [counted] = countedUses({ ...run, months, uses: [mixed] }, [
      { country: "JPN", use: "vehicles", application: "sealed" },
    ]);
    expect(counted!.demandTonnes).toEqual([10, 10]);
    expect(counted!.shortfallShare).toEqual([0, 0.5]);
  });

  test("one that is short all the same counts, in either run", () => {
    const calm = { ...run, uses: [use("JPN", 10, [1, 1])] };
    const short = { ...run, uses: [use("JPN", 10, [1, 0.9])] };
    const nothing = new Set(["dysprosium-oxide"]);
    expect(untouchedApplications(["JPN"], nothing, calm)).toHaveLength(1);
    expect(untouchedApplications(["JPN"], nothing, calm, short)).toEqual([]);
    expect(untouchedApplications(["DEU"], nothing, calm)).toEqual([]);
    expect(untouchedApplications(["JPN"], null, calm)).toEqual([]);
  });

  test("a use of which nothing counts is left out, others are what they were", () => {
    const two = { ...run, uses: [use("JPN", 10, [1, 1]), use("DEU", 5, [1, 0.5])] };
    const counted = countedUses(two, [{ country: "JPN", use: "vehicles", application: "motor" }]);
    expect(counted).toEqual([two.uses[1]]);
  });
});
