import { describe, expect, test } from "vitest";
import { judgeAtom } from "../../src/planning/judge-atom.ts";
import { partners, pile, smallWorld } from "./world.ts";

const stop = { stop: { kind: "export-ban", materials: ["oxide", "magnet"], origins: ["AAA"] } };
const floor = { kind: "price-floor", commodity: "magnet", countries: ["BBB"], floorUsdPerTonne: 90 };
const world = smallWorld("stop/0", stop, { pile, floor });
const undiscounted = { partners, candidates: world.policies, discount: new Float64Array(6).fill(1) };
const judge = (x: readonly number[], discount = undiscounted.discount) =>
  judgeAtom(world, { ...undiscounted, discount }, x);

describe("judgeAtom", () => {
  test("value at risk, bill and surplus are those of the run, by hand", () => {
    const { run, judged } = judge([0, 0]);
    const { model, trajectory } = run;
    const a = model.activities.findIndex((x) => x.id === "use:motor@CCC:0");
    const m = model.markets.findIndex((x) => x.id === "magnet@CCC");
    let missing = 0;
    let bill = 0;
    let missed = 0;
    trajectory.level.forEach((level, t) => {
      const short = 70 - level[a]!;
      const premium = trajectory.priceUsdPerTonne[t]![m]! - 60;
      missing += short;
      bill += premium * level[a]!;
      missed += (20 / 2) * short ** 2; // triangle under a demand curve of slope 20 above the base price
    });
    const [use] = judged.uses.filter((u) => u.partner === "c");
    expect(use).toMatchObject({ use: "vehicles", firstShortMonth: "2025-03" });
    expect(use!.valueAtRiskUsd).toBeCloseTo(1e4 * missing, 3);
    expect(missing).toBeGreaterThan(10);
    expect(use!.extraBillUsd).toBeCloseTo(bill, 6);
    expect(use!.surplusLostUsd).toBeCloseTo(missed + bill, 6);
    expect(use!.demandUsd).toBeCloseTo(6 * 70 * 1e4, 3);
    expect(use!.shortMonths).toBe(4);
  });

  test("users lose what the price rises by on what they take, and half of it on what they leave", () => {
    const { run, judged } = judge([0, 0]);
    const motors = judged.uses.find((u) => u.partner === "c")!;
    const m = run.model.markets.findIndex((x) => x.id === "magnet@CCC");
    const a = run.model.activities.findIndex((x) => x.id === "use:motor@CCC:0");
    const trapezes = run.trajectory.level.reduce(
      (sum, level, t) => sum + (run.trajectory.priceUsdPerTonne[t]![m]! - 60) * ((70 + level[a]!) / 2),
      0,
    );
    expect(run.trajectory.level.every((level) => level[a]! > 0)).toBe(true); // else the price could be above what anybody pays
    expect(motors.surplusLostUsd).toBeCloseTo(trapezes, 6);
  });

  test("a stockpile at half its size releases half as much and is paid for it", () => {
    const whole = judge([1, 0]).judged;
    const half = judge([0.5, 0]).judged;
    const none = judge([0, 0]).judged;
    const atRisk = (j: typeof whole) => j.uses.reduce((sum, u) => sum + u.valueAtRiskUsd, 0);
    expect(atRisk(whole)).toBeLessThan(atRisk(half));
    expect(atRisk(half)).toBeLessThan(atRisk(none));
    expect(none.paid).toEqual([]);
    expect(whole.paid.map((p) => p.candidate)).toEqual(["pile"]);
    expect(whole.paid[0]!.usd).toBeLessThan(0);
    expect(whole.systemCostUsd).toBeLessThan(none.systemCostUsd);
  });

  test("what a floor pays is a transfer: the system's cost does not fall by it", () => {
    const none = judge([0, 0]).judged;
    const { judged } = judge([0, 1]);
    const [paid] = judged.paid;
    expect(paid!.usd).toBeGreaterThan(1000);
    expect(none.systemCostUsd - judged.systemCostUsd).toBeLessThan(0.2 * paid!.usd);
  });

  test("keeps apart what the uses of other countries are worth", () => {
    const { run, judged } = judge([0, 0]);
    const a = run.model.activities.findIndex((x) => x.id === "use:motor@AAA:0");
    const benefit = (level: number) => 50 * level + 20 * level * (40 - level / 2); // under a demand curve from 50 USD/t at 40 t
    const usd = run.trajectory.level.reduce((sum, level) => sum + benefit(level[a]!), 0);
    expect(judged.outsideUsesUsd).toBeCloseTo(-usd, 4);
  });

  test("discounts every sum", () => {
    const halves = Float64Array.from({ length: 6 }, (_, t) => 0.5 ** t);
    const { run, judged } = judge([0, 0], halves);
    const c = judged.uses.find((u) => u.partner === "c")!;
    expect(c.demandUsd).toBeCloseTo(70e4 * (2 - 0.5 ** 5), 3);
    const a = run.model.activities.findIndex((x) => x.id === "use:motor@CCC:0");
    const atRisk = run.trajectory.level.reduce((sum, level, t) => sum + 0.5 ** t * 1e4 * (70 - level[a]!), 0);
    expect(c.valueAtRiskUsd).toBeCloseTo(atRisk, 3);
  });

  test("an atom can be judged again with the same bytes", () => {
    expect(JSON.stringify(judge([0.3, 1]).judged)).toBe(JSON.stringify(judge([0.3, 1]).judged));
  });

  test("says how many scales it wants", () => {
    expect(() => judge([1])).toThrow("got 1 scales, expected 2");
  });
});
