import { describe, expect, test } from "vitest";
import type { ReplaySeriesRow } from "../../src/dataset/index.ts";
import { percentile } from "../../src/replay/fan.ts";
import { type Replay, replayFans, score, withFans } from "../../src/replay/index.ts";
import { modelledSeries } from "../../src/replay/measure.ts";
import { named, readable, runPolicies } from "../../src/simulation/rehearse.ts";
import { scenarioSchema } from "../../src/simulation/scenario.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "../chain/mini-dataset.ts";

const dataset = miniDataset();
const licence = {
  kind: "licence",
  title: "Licences",
  from: "2025-02-01",
  materials: ["dysprosium"],
  origins: ["CHN"],
  processingWorkingDays: 0,
  approvals: [{ from: "2025-02-01", approvalShare: 0.5 }],
  source: "test",
  status: "assumed",
};
const scenarioWith = (uncertain: object) =>
  scenarioSchema.parse({
    title: "Licences",
    description: "",
    start: "2025-01",
    months: 4,
    viewpoint: ["JPN"],
    events: { licence },
    measures: {},
    uncertain,
  });
const uncertain = {
  share: {
    title: "Share approved",
    targets: [{ event: "licence", field: "approvals.0.approvalShare" }],
    value: { kind: "triangular", low: 0.2, mode: 0.5, high: 0.8 },
    source: "test",
    status: "assumed",
    note: "",
  },
};
const row = {
  episode: "test",
  series: "exports",
  title: "Exports",
  measure: "exports",
  commodities: "dysprosium-oxide",
  origin: "CHN",
  destination: "",
  unit: "t/month",
  base: "",
  note: "",
} as ReplaySeriesRow;
const fanOf = (seed: number, draws = 40) =>
  replayFans(dataset, "test", scenarioWith(uncertain), [row], { draws, seed }).get("exports")!;

test("the R-7 quantile by hand", () => {
  expect(percentile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(percentile([10, 20], 0.05)).toBeCloseTo(10.5, 12);
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile([1, null, 3], 0.5)).toBeNull();
});

describe("fans", () => {
  test("before the control nothing is drawn; after it exports lie between the lowest and the highest share", () => {
    const { p05, p50, p95 } = fanOf(1);
    expect(p05[0]).toBeCloseTo(4, 6);
    expect(p95[0]).toBeCloseTo(4, 6);
    expect(p05[2]!).toBeGreaterThan(0.2 * 4);
    expect(p05[2]!).toBeLessThan(p50[2]!);
    expect(p50[2]!).toBeLessThan(p95[2]!);
    expect(p95[2]!).toBeLessThan(0.8 * 4);
    // triangular from 0.2 to 0.8 about 0.5: 5 % lie under 0.2 + 0.3 × √0.1 = 0.295
    expect(p05[2]! / 4).toBeGreaterThan(0.24);
    expect(p05[2]! / 4).toBeLessThan(0.36);
  });

  test("the same seed gives the same fan, another seed another", () => {
    expect(fanOf(1)).toEqual(fanOf(1));
    expect(fanOf(2)).not.toEqual(fanOf(1));
  });

  test("with nothing uncertain the fan is the replay", () => {
    const scenario = scenarioWith({});
    const run = runPolicies(openWorkbench(dataset), scenario, named(scenario.events));
    const alone = modelledSeries(run, readable(run, 0), row);
    const { p05, p95 } = replayFans(dataset, "test", scenario, [row], { draws: 3, seed: 1 }).get("exports")!;
    alone.forEach((value, t) => {
      expect(p05[t]).toBeCloseTo(value!, 9);
      expect(p95[t]).toBeCloseTo(value!, 9);
    });
  });

  test("coverage is the share of the months observed from the control on that lie within the band", () => {
    const observed = [4, null, 0.1, 2];
    const series = {
      name: "exports",
      title: "Exports",
      measure: "exports",
      unit: "t/month",
      months: ["2025-01", "2025-02", "2025-03", "2025-04"],
      modelled: [4, 2, 2, 2],
      observed,
      source: null,
      observations: [],
      note: "",
      score: score([4, 2, 2, 2], observed, "trough", 1),
    };
    const fan = { draws: 2, p05: [4, 1, 1, 1], p50: [4, 2, 2, 2], p95: [4, 3, 3, 3] };
    const replay = {
      control: "2025-02",
      series: [series, { ...series, name: "unseen", observed: [null, null, null, null] }],
    } as unknown as Replay;
    const found = withFans(
      replay,
      new Map([
        ["exports", fan],
        ["unseen", fan],
      ]),
    );
    expect(found.series.map((s) => s.coverage)).toEqual([1 / 2, null]);
    expect(withFans(replay, new Map()).series[0]!.fan).toBeUndefined();
  });
});
