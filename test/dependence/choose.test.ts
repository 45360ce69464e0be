import { expect, test } from "vitest";
import { headlineReliance, nearestSupply, stageLines } from "../../src/dependence/index.ts";
import type { ImportSupply, IndicatorFigure, MaterialDependence, WorldSupply } from "../../src/dependence/result.ts";

const supply = (stage: string, fit: string) => ({ stage, fit }) as ImportSupply;
const maker = (stage: string, form: string) => ({ stage, form }) as WorldSupply;
const mineral = (parts: Partial<MaterialDependence>) =>
  ({ world: [], imports: [], indicators: [], ...parts }) as unknown as MaterialDependence;

test("the figure nearest to the mineral wins, the first of equals", () => {
  const all = ["shared", "proxy", "model", "dominant", "exact"].map((fit) => supply("refining", fit));
  expect(nearestSupply(all)).toBe(all[4]);
  expect(nearestSupply(all.slice(0, 3))).toBe(all[2]);
  expect(nearestSupply(all.slice(0, 2))).toBe(all[1]);
  expect(nearestSupply([])).toBeUndefined();
  const twice = [supply("refining", "exact"), supply("refining", "exact")];
  expect(nearestSupply(twice)).toBe(twice[0]);
});

test("a line a stage; shares without a stage have the last one, by the form that sums them up", () => {
  const ore = { ...supply("all stages", "as printed"), form: "Ore" };
  const unstaged = { ...ore, form: "Total metal and oxide" };
  const [mined, refined] = [maker("mining", "a"), maker("refining", "b")];
  expect(stageLines(mineral({ world: [mined, refined], imports: [ore, unstaged] }))).toEqual([
    { stage: "mining", made: mined, supplied: undefined },
    { stage: "refining", made: refined, supplied: undefined },
    { stage: "all stages", made: undefined, supplied: unstaged },
  ]);
  expect(stageLines(mineral({ imports: [unstaged] }))).toEqual([
    { stage: "all stages", made: undefined, supplied: unstaged },
  ]);
  expect(stageLines(mineral({}))).toEqual([]);
});

test("what a publisher prints goes before what is computed here", () => {
  const figure = (computed: boolean, value: number | null = 0.5) =>
    ({ indicator: "net import reliance", computed, value }) as IndicatorFigure;
  const [ours, theirs] = [figure(true), figure(false)];
  expect(headlineReliance(mineral({ indicators: [ours, theirs] }))).toBe(theirs);
  expect(headlineReliance(mineral({ indicators: [ours] }))).toBe(ours);
  expect(headlineReliance(mineral({ indicators: [figure(true, null), ours] }))).toBe(ours);
  expect(headlineReliance(mineral({}))).toBeUndefined();
});
