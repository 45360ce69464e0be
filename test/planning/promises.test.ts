import { expect, test } from "vitest";
import { openPlanning } from "../../src/planning/market-evaluator.ts";
import { smallPlan } from "./recourse-world.ts";

const contract = (tonnesPerYear: number, destination = "CCC") => ({
  kind: "offtake",
  commodity: "magnet",
  origin: "BBB",
  destination,
  tonnesPerYear,
});
const roomsOf = (candidates: Record<string, object>) => {
  const { plan, atoms } = smallPlan({}, candidates);
  const planning = openPlanning(atoms, plan);
  const all = Float64Array.from(plan.candidates, () => 1);
  expect(() => planning.values(all)).not.toThrow();
  return planning.problems[0]!.months.at(-1)!.effects.rooms;
};

test("one promise stands as it was made, up to what there is", () => {
  // 60 t are made and 10 t arrive, 20 t are shipped; 70 t are used in CCC
  expect(roomsOf({ small: contract(12 * 25) }).map((r) => r.lowerTonnes)).toEqual([25]);
});

test("promises that cannot all be kept are cut alike, so that any of them can be chosen together", () => {
  const cut = roomsOf({ one: contract(12 * 50), two: contract(12 * 60) }).map((r) => r.lowerTonnes);
  expect(cut[0]! / cut[1]!).toBeCloseTo(50 / 60, 6);
  expect(cut[0]! + cut[1]!).toBeLessThan(70 + 1e-6);
  expect(cut[0]! + cut[1]!).toBeGreaterThan(65);
});

test("nothing is promised out of a plant that is not there without its candidate", () => {
  const press = {
    kind: "facility",
    country: "CCC",
    recipe: "press-magnet",
    capacityTonnesPerYear: 60,
    breakEvenPriceFactor: 1,
  };
  const mine = { kind: "facility", country: "CCC", mine: "ore", capacityTonnesPerYear: 60, breakEvenPriceFactor: 1 };
  const ore = { kind: "offtake", commodity: "ore", origin: "CCC", destination: "AAA", tonnesPerYear: 30 };
  const rooms = roomsOf({ press, mine, ore });
  expect(rooms.filter((r) => r.candidate === 2 && r.lowerTonnes > 0)).toEqual([]);
});
