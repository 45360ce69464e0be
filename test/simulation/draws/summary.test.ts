import { describe, expect, test } from "vitest";
import { percentilesOf } from "../../../src/simulation/draws/design.ts";
import { createSummary } from "../../../src/simulation/draws/summary.ts";
import type { SweepChunk, SweepColumns, SweepPlan } from "../../../src/simulation/draws/sweep.ts";

const columns: SweepColumns = {
  inputs: [
    { id: "data/stocks", title: "Stocks", unit: "percentile" },
    { id: "scenario/delay", title: "Delay", unit: "months" },
  ],
  outcomes: [
    { id: "valueAtRisk/total", title: "value at risk", unit: "USD" },
    { id: "shortMonths/JPN/cars", title: "months short", unit: "months" },
    { id: "firstShortMonth/JPN/cars", title: "first short month", unit: "months from start" },
  ],
  series: [{ id: "shortfallShare/JPN/cars", title: "shortfall", unit: "share" }],
  months: ["2027-01", "2027-02"],
};

function planOf(design: SweepPlan["design"], draws: number): SweepPlan {
  const scenario = {
    title: "T",
    description: "",
    start: "2027-01",
    months: 2,
    viewpoint: ["JPN"],
    events: {},
    measures: {},
  };
  return { scenarioId: "t", scenario, withoutMeasures: false, seed: 1, draws, design };
}

/** Short in a fifth of the draws, for one or two months. */
function chunkOf(plan: SweepPlan, firstDraw: number, draws: number): SweepChunk {
  const at = percentilesOf(
    plan,
    columns.inputs.map((c) => c.id),
  );
  const u = Array.from({ length: draws }, (_, i) => at(firstDraw + i) as [number, number]);
  const months = u.map(([stocks]) => (stocks < 0.1 ? 2 : stocks < 0.2 ? 1 : 0));
  return {
    firstDraw,
    draws,
    inputs: [Float64Array.from(u, (p) => p[0]), Float64Array.from(u, (p) => Math.round(12 * p[1]))],
    outcomes: [
      Float64Array.from(u, ([stocks, delay]) => 1e9 * Math.max(0, 1 - 2 * stocks) * (1 + delay)),
      Float64Array.from(months),
      Float64Array.from(months, (m) => (m === 0 ? Number.NaN : 2 - m)),
    ],
    series: [Float64Array.from(u.flat())],
  };
}

function summaryOf(plan: SweepPlan, sizes: readonly number[]) {
  const builder = createSummary(plan, columns);
  let first = 0;
  for (const size of sizes) {
    builder.add(chunkOf(plan, first, size));
    first += size;
  }
  return builder.finish();
}

describe.each(["random", "sobol", "sensitivity"] as const)("a summary of a %s sweep", (design) => {
  const plan = planOf(design, 4000);
  const summary = summaryOf(plan, [4000]);

  test("is the same text however the draws are cut", () => {
    expect(JSON.stringify(summaryOf(plan, [1, 999, 3, 1997, 1000]))).toBe(JSON.stringify(summary));
  });

  test("is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });

  test("tells probability, length and first month of a shortage", () => {
    const [shortage] = summary.shortages;
    expect(shortage).toMatchObject({ country: "JPN", use: "cars" });
    expect(Math.abs(shortage!.probability - 0.2)).toBeLessThan(0.025);
    expect(Math.abs(shortage!.expectedMonthsIfShort! - 1.5)).toBeLessThan(0.06);
    expect(shortage!.expectedMonths).toBeCloseTo(shortage!.probability * shortage!.expectedMonthsIfShort!, 12);
    const first = summary.outcomes[2]!;
    expect(first).toMatchObject({ p05: 0, p50: null, p95: null, cvar95: null });
    expect(first.probability).toBe(shortage!.probability);
  });

  test("puts the input that matters first", () => {
    const [atRisk] = summary.sensitivity;
    expect(atRisk!.inputs.map((i) => i.input)).toEqual(["data/stocks", "scenario/delay"]);
    expect(atRisk!.inputs[0]!.firstOrder.value).toBeGreaterThan(0.6);
    expect(atRisk!.inputs[0]!.total === null).toBe(design !== "sensitivity");
    expect(summary.sensitivity[2]!.inputs[0]!.firstOrder.value).toBeNull();
  });

  test("has a fan of every series and the tail of every loss", () => {
    const [fan] = summary.fans;
    fan!.p50.forEach((median) => {
      expect(Math.abs(median - 0.5)).toBeLessThan(0.03);
    });
    expect(Math.abs(fan!.p95[0]! - 0.95)).toBeLessThan(0.02);
    const [atRisk] = summary.outcomes;
    expect(atRisk!.cvar95!).toBeGreaterThan(atRisk!.p95!);
    expect(atRisk!.p05).toBe(0);
  });
});

test("chunks out of order and missing draws are errors", () => {
  const plan = planOf("random", 10);
  const builder = createSummary(plan, columns);
  expect(() => builder.add(chunkOf(plan, 5, 5))).toThrow("starts at draw 5, expected 0");
  builder.add(chunkOf(plan, 0, 5));
  expect(() => builder.finish()).toThrow("got 5 draws, expected 10");
});
