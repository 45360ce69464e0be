import { expect, test } from "vitest";
import { withoutEffectWords } from "../../src/charts/without-effect.ts";
import { named } from "../../src/simulation/rehearse.ts";
import { type Scenario, scenarioSchema } from "../../src/simulation/scenario.ts";
import { withoutEffect } from "../../src/simulation/without-effect.ts";

const ban = { kind: "export-ban", title: "Ban", materials: ["x"], origins: ["CHN"], source: "test", status: "assumed" };
const scenario = (events: Record<string, object>, uncertain?: object): Scenario =>
  scenarioSchema.parse({
    ...{ title: "t", description: "", start: "2026-10", months: 12, viewpoint: ["JPN"], measures: {}, uncertain },
    events: Object.fromEntries(Object.entries(events).map(([id, changes]) => [id, { ...ban, ...changes }])),
  });
const found = (given: Scenario) => withoutEffect(given, named(given.events));

test("only what lies wholly outside the months is without effect; a day within is enough", () => {
  const all = scenario({
    old: { from: "2010-09-21", to: "2010-11-24" },
    eve: { from: "2026-01-01", to: "2026-09-30" },
    first: { from: "2026-01-01", to: "2026-10-01" },
    open: { from: "2010-09-21" },
    last: { from: "2027-09-30" },
    late: { from: "2027-10-01", announced: "2027-09-01" },
    rushed: { from: "2027-10-01", announced: "2027-09-01", rush: { coverFactor: 2 } },
  });
  expect(found(all)).toEqual([
    { id: "eve", title: "Ban", because: "ends before", date: "2026-09-30", month: "2026-10" },
    { id: "late", title: "Ban", because: "begins after", date: "2027-10-01", month: "2027-09" },
    { id: "old", title: "Ban", because: "ends before", date: "2010-11-24", month: "2026-10" },
  ]);
  expect(withoutEffectWords(found(all))).toEqual([
    expect.stringMatching(
      /^Outside the months of the run: eve \(“Ban”\) ends 2026-09-30, before the scenario begins 2026-10; .*delayDays/,
    ),
    expect.stringMatching(/^Outside the months of the run: old /),
    expect.stringMatching(
      /^Outside the months of the run: late \(2027-10-01\) begins after the run ends in 2027-09; more months/,
    ),
  ]);
  expect(withoutEffectWords([])).toEqual([]);
});

test("dates that a sweep varies may come to lie within", () => {
  const shift = { kind: "uniform", low: 0, high: 400 };
  const delay = {
    ...{ title: "Delay", source: "test", status: "assumed", shiftDays: shift },
    targets: [{ event: "eve", field: "to" }],
  };
  const dates = { eve: { from: "2026-01-01", to: "2026-09-30" } };
  expect(found(scenario(dates, { delay }))).toEqual([]);
  expect(found(scenario(dates)).length).toBe(1);
});
