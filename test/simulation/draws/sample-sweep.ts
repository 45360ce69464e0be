import { percentilesOf } from "../../../src/simulation/draws/design.ts";
import { createSummary, type SweepSummary } from "../../../src/simulation/draws/summary.ts";
import type { SweepChunk, SweepColumns, SweepPlan } from "../../../src/simulation/draws/sweep.ts";

/** A sweep without a model: two inputs, one use that runs short in a fifth of the draws and one that never does. */
export const sampleColumns: SweepColumns = {
  inputs: [
    { id: "data/stocks", title: "Stocks", unit: "percentile" },
    { id: "scenario/delay", title: "Delay <of> plants", unit: "months" },
  ],
  outcomes: [
    { id: "valueAtRisk/total", title: "value at risk", unit: "USD" },
    { id: "shortMonths/JPN/electric-vehicles", title: "months short", unit: "months" },
    { id: "firstShortMonth/JPN/electric-vehicles", title: "first short month", unit: "months from start" },
    { id: "worstShortfallShare/JPN/electric-vehicles", title: "worst shortfall", unit: "share" },
    { id: "shortMonths/JPN/defence", title: "months short", unit: "months" },
    { id: "peakPrice/dysprosium-oxide/JPN", title: "peak price", unit: "USD/t" },
    { id: "peakPrice/dysprosium-oxide/CHN", title: "peak price", unit: "USD/t" },
  ],
  series: [
    { id: "shortfallShare/JPN/electric-vehicles", title: "shortfall", unit: "share" },
    { id: "price/dysprosium-oxide/JPN", title: "price", unit: "USD/t" },
  ],
  months: ["2027-01", "2027-02"],
};

export function samplePlan(design: SweepPlan["design"], draws: number): SweepPlan {
  const scenario = {
    title: "A <test>",
    description: "",
    start: "2027-01",
    months: 2,
    viewpoint: ["JPN"],
    events: {},
    measures: {},
  };
  return { scenarioId: "t", scenario, withoutMeasures: false, seed: 1, draws, design };
}

export function sampleChunk(plan: SweepPlan, firstDraw: number, draws: number): SweepChunk {
  const at = percentilesOf(
    plan,
    sampleColumns.inputs.map((c) => c.id),
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
      Float64Array.from(months, (m) => m / 10),
      new Float64Array(draws),
      Float64Array.from(u, ([stocks]) => 3e5 - 1e5 * stocks),
      Float64Array.from(u, () => 2e5),
    ],
    series: [Float64Array.from(u.flat()), Float64Array.from(u.flatMap(([stocks]) => [2e5, 3e5 - 1e5 * stocks]))],
  };
}

export function sampleSummary(plan: SweepPlan, sizes: readonly number[] = [plan.draws]): SweepSummary {
  const builder = createSummary(plan, sampleColumns);
  let first = 0;
  for (const size of sizes) {
    builder.add(sampleChunk(plan, first, size));
    first += size;
  }
  return builder.finish();
}
