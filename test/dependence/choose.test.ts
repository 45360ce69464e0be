import { describe, expect, test } from "vitest";
import { byNearness, isOtherForm, isTrifle, narrowest, nearestSupply, stageLines } from "../../src/dependence/index.ts";
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
    { stage: "mining", made: mined, supplied: undefined, reliance: undefined },
    { stage: "refining", made: refined, supplied: undefined, reliance: undefined },
    { stage: "all stages", made: undefined, supplied: unstaged, reliance: undefined },
  ]);
  expect(stageLines(mineral({ imports: [unstaged] }))).toEqual([
    { stage: "all stages", made: undefined, supplied: unstaged, reliance: undefined },
  ]);
  expect(stageLines(mineral({}))).toEqual([]);
});

describe("net import reliance stands on the stage it is of", () => {
  const figure = (stage: string | null, about: string, value: number | null, computed = true) =>
    ({ indicator: "net import reliance", stage, about, value, computed }) as IndicatorFigure;
  const linesOf = (indicators: readonly IndicatorFigure[], world: readonly WorldSupply[] = []) =>
    stageLines(mineral({ indicators, world })).map((l) => [l.stage, l.reliance?.value ?? null]);

  test("the metal's is not the mine's, and all forms have a line of their own", () => {
    const world = [maker("mining", "ore"), maker("metal", "metal")];
    expect(linesOf([figure("metal", "metal", 1), figure("all stages", "all forms", 0.4, false)], world)).toEqual([
      ["mining", null],
      ["metal", 1],
      ["all stages", 0.4],
    ]);
    expect(linesOf([figure(null, "of no stage", 1)])).toEqual([]);
  });

  test("of several at a stage the publisher's, then that of the form shown, then one with a value", () => {
    const world = [maker("refining", "alloy")];
    const [alloy, metal] = [figure("refining", "alloy", 0.2), figure("refining", "metal", 0.3)];
    expect(linesOf([metal, alloy], world)).toEqual([["refining", 0.2]]);
    expect(linesOf([alloy, figure("refining", "bars", 0.9, false)], world)).toEqual([["refining", 0.9]]);
    expect(linesOf([figure("refining", "dust", null), metal], world)).toEqual([["refining", 0.3]]);
    const parts = [figure("all stages", "compounds", 0.1, false), figure("all stages", "Total", 0.5, false)];
    expect(linesOf(parts)).toEqual([["all stages", 0.5]]);
  });
});

test("imports in the order of nearness within their stage, a shared heading after the model, no stage last", () => {
  const all = [supply("all stages", "as printed"), supply("refining", "shared"), supply("refining", "model")];
  const mined = supply("mining", "proxy");
  expect(byNearness([...all, mined], ["mining", "refining"])).toEqual([mined, all[2], all[1], all[0]]);
});

const supplied = (fit: string, importsTonnes: number | null, stage = "refining") =>
  ({ stage, fit, importsTonnes }) as ImportSupply;

test("a dominant heading that misses most of what the balanced chain imports at its stage gives way to it", () => {
  const [poor, balanced] = [supplied("dominant", 40), supplied("model", 100)];
  expect(nearestSupply([poor, balanced])).toBe(balanced);
  const rich = supplied("dominant", 60);
  expect(nearestSupply([rich, balanced])).toBe(rich);
  expect(nearestSupply([poor, supplied("model", 100, "mining")])).toBe(poor);
  const exact = supplied("exact", 1);
  expect(nearestSupply([exact, balanced])).toBe(exact);
});

test("makers in tonnes go before shares of other years, and the narrowest stage is one of the lines", () => {
  const hhi = (least: number) => ({ concentration: { hhi: { least, most: least } } });
  const shares = { ...maker("mining", "shares"), totalTonnes: null, ...hhi(0.9) };
  const counted = { ...maker("mining", "tonnes"), totalTonnes: 5, ...hhi(0.4) };
  const side = { ...maker("mining", "a sideline"), totalTonnes: 1, ...hhi(1) };
  const material = mineral({ world: [shares, counted, side] as unknown as WorldSupply[] });
  expect(stageLines(material)[0]!.made).toBe(material.world[1]);
  expect(narrowest(material)).toBe(material.world[1]);
  expect(stageLines(mineral({ world: [shares] as unknown as WorldSupply[] }))[0]!.made).toBe(shares);
});

test("imports beside which own production is more than twenty times as large are a trifle", () => {
  const made = { makers: [{ country: "JPN", share: 0.5, tonnes: 1000 }] } as unknown as WorldSupply;
  const line = (tonnes: number | null) => ({ stage: "refining", made, supplied: supplied("dominant", tonnes) });
  expect(isTrifle(line(49), new Set(["JPN"]))).toBe(true);
  expect(isTrifle(line(51), new Set(["JPN"]))).toBe(false);
  expect(isTrifle(line(49), new Set(["DEU"]))).toBe(false);
  expect(isTrifle(line(null), new Set(["JPN"]))).toBe(false);
});

test("the makers of the form that is imported stand beside its suppliers, and another form is told", () => {
  const counted = (form: string) =>
    ({ ...maker("refining", form), totalTonnes: 5, cited: { source: "usgs" } }) as WorldSupply;
  const [alloy, metal] = [counted("alloy"), counted("metal")];
  const heading = (makersForm: string | null) => ({ ...supply("refining", "exact"), makersForm });
  const lineOf = (makersForm: string | null) =>
    stageLines(mineral({ world: [alloy, metal], imports: [heading(makersForm)] }))[0]!;
  expect(lineOf("metal").made).toBe(metal);
  expect(isOtherForm(lineOf("metal"))).toBe(false);
  expect(lineOf("").made).toBe(alloy);
  expect(isOtherForm(lineOf(""))).toBe(true);
  expect(isOtherForm(lineOf(null))).toBe(false);
});
