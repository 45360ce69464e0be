import { expect, test } from "vitest";
import { openPlanning } from "../../src/planning/market-evaluator.ts";
import { smallPlan } from "./recourse-world.ts";

const stop = { stop: { kind: "export-ban", materials: ["oxide"], origins: ["AAA"], from: "2025-05-01" } };
const store = {
  kind: "public-stockpile",
  country: "BBB",
  commodity: "oxide",
  targetTonnes: 12,
  openingTonnes: 2,
  buildTonnesPerMonth: 4,
  buildPriceMultiple: 1.3,
  release: { priceMultiple: 1.5, maxTonnesPerMonth: 5 },
  from: "2025-01-01",
};

test("a stockpile buys what it bought and releases no more than it held", () => {
  const { plan, atoms } = smallPlan(stop, { store }, { months: 8 });
  const { months } = openPlanning(atoms, plan).problems[0]!;
  const blocks = months.map(({ effects }) => effects.blocks);
  const bought = blocks.map((b) => b.reduce((sum, { least }) => sum - Math.min(0, least), 0));
  const released = blocks.map((b) => b.reduce((sum, { most }) => sum + Math.max(0, most), 0));
  const total = (tonnes: readonly number[]) => tonnes.reduce((a, b) => a + b, 0);
  expect(total(bought)).toBeGreaterThan(9.5);
  expect(total(bought)).toBeLessThan(10 + 1e-9);
  expect(total(released)).toBeGreaterThan(8);
  expect(total(released)).toBeLessThan(2 + total(bought) + 1e-9);
  expect(released.slice(0, 4)).toEqual([0, 0, 0, 0]);
  expect(blocks.flat().every((b) => b.least < 0 === (b.fixedUsd !== undefined))).toBe(true);
});

test("purchases are credited with what was paid, so that the money is counted once", () => {
  const { plan, atoms } = smallPlan({}, { store: { ...store, release: { priceMultiple: 9, maxTonnesPerMonth: 1 } } });
  const planning = openPlanning(atoms, plan);
  const [alone] = planning.values(Float64Array.of(1));
  const [none] = planning.values(Float64Array.of(0));
  // 10 t at about 113 USD/t were paid for, some 1,130 USD; what is left over is what sellers gain by a dearer month
  expect(alone!.lossUsd - none!.lossUsd).toBeLessThan(0);
  expect(alone!.lossUsd - none!.lossUsd).toBeGreaterThan(-150);
});

test("where stockpiles cannot all have what each bought alone, the rest is got elsewhere and no month fails", () => {
  const greedy = {
    ...store,
    targetTonnes: 400,
    buildTonnesPerMonth: 40,
    buildPriceMultiple: 3,
    release: { priceMultiple: 4, maxTonnesPerMonth: 5 },
  };
  const { plan, atoms } = smallPlan(stop, { one: greedy, two: greedy, three: greedy }, { months: 8 });
  const planning = openPlanning(atoms, plan);
  const bought = planning.problems[0]!.months[0]!.effects.blocks.reduce((sum, { least }) => sum - least, 0);
  expect(bought).toBeGreaterThan(62.5); // AAA separates at most that much a month
  const at = (...x: number[]) => planning.values(Float64Array.of(...x))[0]!.lossUsd;
  expect(at(1, 1, 1) - at(0, 0, 0)).toBeGreaterThan(3 * Math.max(0, at(1, 0, 0) - at(0, 0, 0)));
});
