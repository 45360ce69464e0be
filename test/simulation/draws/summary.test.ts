import { describe, expect, test } from "vitest";
import { createSummary } from "../../../src/simulation/draws/summary.ts";
import { sampleChunk, sampleColumns, samplePlan, sampleSummary } from "./sample-sweep.ts";

describe.each(["random", "sobol", "sensitivity"] as const)("a summary of a %s sweep", (design) => {
  const plan = samplePlan(design, 4000);
  const summary = sampleSummary(plan);
  const outcome = (id: string) => summary.outcomes.find((o) => o.id === id)!;

  test("is the same text however the draws are cut", () => {
    expect(JSON.stringify(sampleSummary(plan, [1, 999, 3, 1997, 1000]))).toBe(JSON.stringify(summary));
  });

  test("is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });

  test("tells probability, length and first month of a shortage", () => {
    const [shortage, never] = summary.shortages;
    expect(shortage).toMatchObject({ country: "JPN", use: "electric-vehicles" });
    expect(Math.abs(shortage!.probability - 0.2)).toBeLessThan(0.025);
    expect(Math.abs(shortage!.expectedMonthsIfShort! - 1.5)).toBeLessThan(0.06);
    expect(shortage!.expectedMonths).toBeCloseTo(shortage!.probability * shortage!.expectedMonthsIfShort!, 12);
    expect(never).toMatchObject({ probability: 0, expectedMonths: 0, expectedMonthsIfShort: null });
    const first = outcome("firstShortMonth/JPN/electric-vehicles");
    expect(first).toMatchObject({ p05: 0, p50: null, p95: null, cvar95: null });
    expect(first.probability).toBe(shortage!.probability);
  });

  test("puts the input that matters first", () => {
    const [atRisk] = summary.sensitivity;
    expect(atRisk!.inputs.map((i) => i.input)).toEqual(["data/stocks", "scenario/delay"]);
    expect(atRisk!.inputs[0]!.firstOrder.value).toBeGreaterThan(0.6);
    expect(atRisk!.inputs[0]!.total === null).toBe(design !== "sensitivity");
    const never = summary.sensitivity.find((s) => s.outcome.startsWith("firstShortMonth"));
    expect(never!.inputs[0]!.firstOrder).toEqual({ value: null, standardError: null });
  });

  test("has a fan of every series and the tail of every loss", () => {
    const [fan] = summary.fans;
    fan!.p50.forEach((median) => {
      expect(Math.abs(median - 0.5)).toBeLessThan(0.03);
    });
    expect(Math.abs(fan!.p95[0]! - 0.95)).toBeLessThan(0.02);
    const atRisk = outcome("valueAtRisk/total");
    expect(atRisk.cvar95!).toBeGreaterThan(atRisk.p95!);
    expect(atRisk.p05).toBe(0);
    expect(outcome("peakPrice/dysprosium-oxide/CHN")).toMatchObject({ p05: 2e5, p95: 2e5, sd: 0, probability: null });
  });
});

test("chunks out of order and missing draws are errors", () => {
  const plan = samplePlan("random", 10);
  const builder = createSummary(plan, sampleColumns);
  expect(() => builder.add(sampleChunk(plan, 5, 5))).toThrow("starts at draw 5, expected 0");
  builder.add(sampleChunk(plan, 0, 5));
  expect(() => builder.finish()).toThrow("got 5 draws, expected 10");
});
