import { describe, expect, test } from "vitest";
import type { Episodes, ObservedRow, ReplaySeriesRow } from "../../src/dataset/index.ts";
import { headlineOf, replay } from "../../src/replay/index.ts";
import { measuredRun, modelledSeries } from "../../src/replay/measure.ts";
import { stoppedLines } from "../../src/replay/stops.ts";
import { named, readable, runPolicies } from "../../src/simulation/rehearse.ts";
import { scenarioSchema } from "../../src/simulation/scenario.ts";
import { openWorkbench } from "../../src/simulation/workbench.ts";
import { miniDataset } from "../chain/mini-dataset.ts";

const dataset = miniDataset();
const workbench = openWorkbench(dataset);
const scenario = scenarioSchema.parse({
  title: "A ban",
  description: "Two months without dysprosium for Japan",
  start: "2025-01",
  months: 6,
  viewpoint: ["JPN"],
  events: {
    ban: {
      kind: "export-ban",
      title: "No dysprosium",
      from: "2025-03-01",
      to: "2025-04-30",
      materials: ["dysprosium"],
      origins: ["CHN"],
      source: "test",
      status: "reported",
    },
  },
  measures: {},
});
const place = { file: "replay_series.csv", line: 2 };
const row = (series: string, more: Partial<ReplaySeriesRow>): ReplaySeriesRow => ({
  episode: "test",
  series,
  title: series,
  measure: "exports",
  commodities: "dysprosium-oxide",
  origin: "CHN",
  destination: "",
  unit: "t/month",
  base: "",
  note: "",
  figure: `replay_series/test:${series}`,
  ...place,
  ...more,
});
const seen = (series: string, month: string, value: number, more: Partial<ObservedRow> = {}): ObservedRow => ({
  episode: "test",
  series,
  unit: "t/month",
  month,
  months: 1,
  value,
  source: "test",
  locator: "p. 1",
  status: "reported",
  note: "",
  figure: `observed/test:${series}:${month}`,
  ...place,
  ...more,
});
const series = [
  row("exports", {}),
  row("to-japan", { destination: "JPN", unit: "kg/month" }),
  row("weighed", { commodities: "dysprosium-oxide*2" }),
  row("index", { unit: "times", base: "2025-01" }),
  row("inside", { measure: "inside-price", unit: "USD/kg" }),
  row("outside", { measure: "outside-price", unit: "USD/kg" }),
  row("there", { measure: "outside-price", unit: "USD/kg", destination: "JPN" }),
  row("ratio", { measure: "price-ratio", unit: "times" }),
  row("stopped", { measure: "line-stopped", commodities: "", origin: "", destination: "JPN", unit: "yes" }),
  row("other-lines", {
    measure: "line-stopped",
    commodities: "cerium-oxide",
    origin: "",
    destination: "JPN",
    unit: "yes",
  }),
];
const episode = {
  id: "test",
  title: "A test",
  scenario: "a-ban",
  control: "2025-03",
  outcomes: "compared" as const,
  notGiven: "",
  baseline: "the small dataset",
  reading: "nothing yet",
  figure: "episodes/test",
  file: "episodes.csv",
  line: 2,
};
const episodes: Episodes = {
  episodes: [episode],
  series,
  observed: [
    seen("exports", "2025-02", 4),
    seen("exports", "2025-04", 1, { status: "estimated", note: "by eye" }),
    seen("exports", "2025-06", 4),
    seen("exports", "2031-01", 9),
    seen("stopped", "2025-03", 1, { unit: "yes" }),
  ],
};
const sources = [{ ...dataset.sources[0]!, id: "test", publisher: "Customs", title: "Monthly bulletin" }];
const result = replay(workbench, episode, scenario, episodes, sources);
const of = (name: string) => result.series.find((s) => s.name === name)!;

describe("modelled series", () => {
  test("exports fall to nothing while they are banned: 48 t a year before", () => {
    expect(of("exports").modelled[0]).toBeCloseTo(4, 6);
    expect(of("exports").modelled[2]).toBeCloseTo(0, 9);
    expect(of("to-japan").modelled[0]).toBeCloseTo(4000, 3);
    expect(of("weighed").modelled[0]).toBeCloseTo(8, 6);
    expect(of("index").modelled[0]).toBe(1);
    expect(of("index").modelled[3]).toBeCloseTo(0, 9);
  });

  test("prices: inside falls, outside rises, and the ratio is the one over the other", () => {
    const [inside, outside, ratio] = ["inside", "outside", "ratio"].map((name) => of(name).modelled as number[]);
    expect(inside![0]).toBeCloseTo(250, 6);
    expect(inside![3]).toBeLessThan(250);
    expect(outside![3]).toBeGreaterThan(260);
    expect(ratio![3]).toBeCloseTo(outside![3]! / inside![3]!, 12);
    // Japan is the only country outside that takes any
    expect(of("there").modelled[3]).toBeCloseTo(outside![3]!, 9);
  });

  test("a series that the run has nothing for is null, not zero", () => {
    const computed = runPolicies(workbench, scenario, []);
    const calm = readable(computed, 0);
    expect(modelledSeries(computed, calm, series[4]!)).toEqual([null, null, null, null, null, null]);
    expect(modelledSeries(computed, calm, { ...series[3]!, base: "2019-01" })).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("observed", () => {
  test("months without an observation are null, months outside the run are in the list of observations only", () => {
    expect(of("exports").observed).toEqual([null, 4, null, 1, null, 4]);
    expect(of("exports").observations.map((o) => o.month)).toEqual(["2025-02", "2025-04", "2025-06", "2031-01"]);
    expect(of("exports").source).toBe("Customs: Monthly bulletin");
    expect(of("inside").source).toBeNull();
  });

  test("the score is of these", () => {
    expect(of("exports").score.observationCount).toBe(3);
    expect(of("exports").score.turn).toBe("trough");
    expect(of("outside").score.turn).toBe("peak");
  });
});

describe("stopped lines", () => {
  const computed = runPolicies(workbench, scenario, named(scenario.events));
  const magnets = computed.model.applications.findIndex((a) => a.country === "JPN" && a.application === "magnets");
  const [thrift, hard] = computed.model.applications[magnets]!.activities;
  const month = (tonnes: readonly [number, number]) => {
    const level = computed.model.baseLevel.slice();
    level[thrift!] = tonnes[0];
    level[hard!] = tonnes[1];
    return {
      ...computed,
      trajectory: { ...computed.trajectory, level: [level], demandTonnes: [computed.trajectory.demandTonnes[0]!] },
    };
  };
  const japan = { destination: "JPN", commodities: "" };

  test("thrift alone stops nothing; under 95 % of the rest does", () => {
    expect(stoppedLines(month([0, 2]), japan)).toEqual([[]]);
    expect(stoppedLines(month([2, 1.91]), japan)).toEqual([[]]);
    expect(stoppedLines(month([2, 1.89]), japan)).toEqual([["magnets"]]);
  });

  test("only lines that need the commodity, where one is named", () => {
    expect(stoppedLines(month([2, 1]), { ...japan, commodities: "dysprosium-oxide" })).toEqual([["magnets"]]);
    expect(stoppedLines(month([2, 1]), { ...japan, commodities: "cerium-oxide" })).toEqual([[]]);
  });

  test("the first stop is held against the observed one", () => {
    const [stop, none] = result.firstStops;
    expect(stop).toMatchObject({ country: "JPN", observedMonth: "2025-03" });
    const first = of("stopped").modelled.indexOf(1);
    expect(stop!.modelledMonth).toBe(first < 0 ? null : `2025-0${first + 1}`);
    expect(stop!.errorMonths).toBe(first < 0 ? null : first - 2);
    expect(none).toMatchObject({ modelledMonth: null, observedMonth: null, errorMonths: null, applications: [] });
    expect([stop!.reason, none!.reason]).toEqual([null, "not known"]);
  });
});

test("the inputs are named with source and status, and the run is certified", () => {
  expect(result.inputs).toEqual([
    {
      id: "ban",
      kind: "export-ban",
      title: "No dysprosium",
      from: "2025-03-01",
      to: "2025-04-30",
      source: "test",
      status: "reported",
      given: true,
    },
  ]);
  expect(result.asGiven).toBeNull();
  expect(result.checks.maxDualityGapShare).toBeLessThan(1e-9);
});

describe("an input that nobody reported", () => {
  const assumed = { ...episode, notGiven: "ban" };
  const found = replay(workbench, assumed, scenario, episodes, sources);

  test("is marked, and the literal reading is the run without it", () => {
    expect(found.inputs.map((i) => [i.id, i.given])).toEqual([["ban", false]]);
    expect(found.asGiven!.without).toEqual(["ban"]);
    const literal = found.asGiven!.series.find((s) => s.name === "exports")!.modelled;
    for (const value of literal) expect(value).toBeCloseTo(4, 6);
    expect(found.series[0]!.modelled).toEqual(result.series[0]!.modelled);
    expect(found.asGiven!.firstStops.map((s) => s.modelledMonth)).toEqual([null, null]);
  });

  test("stands in the headline beside it, from the month before the control on", () => {
    const { rows, assumed: titles } = headlineOf(found)!;
    expect(titles).toEqual(["No dysprosium"]);
    expect(rows.map((r) => r.month)).toEqual(["2025-02", "2025-03", "2025-04", "2025-05", "2025-06"]);
    expect(rows[2]!.asReplayed).toBeCloseTo(0, 9);
    expect(rows[2]!.asGiven).toBeCloseTo(4, 6);
    expect(headlineOf(result)).toBeNull();
  });
});

test("outcomes kept back are called withheld, not unknown", () => {
  const kept = replay(
    workbench,
    { ...episode, outcomes: "withheld" },
    scenario,
    { ...episodes, observed: [] },
    sources,
  );
  expect(kept.firstStops.map((s) => s.reason)).toEqual(["withheld", "withheld"]);
  for (const { score } of kept.series) expect(score.reasons.mape).toBe("withheld, for others to compare");
  const open = replay(workbench, episode, scenario, { ...episodes, observed: [] }, sources);
  expect(open.series[0]!.score.reasons.mape).toBe("nothing was observed");
});

test("a mean of several months is held against the modelled mean of the same months", () => {
  const mean = { ...episodes, observed: [seen("exports", "2025-01", 3, { months: 4 })] };
  const { observed, observations, score } = replay(workbench, episode, scenario, mean, sources).series[0]!;
  expect(observed).toEqual([null, null, null, null, null, null]);
  // two months of 4 t and two of none
  expect(observations[0]).toMatchObject({ month: "2025-01", months: 4, value: 3 });
  expect(observations[0]!.modelled).toBeCloseTo(2, 6);
  expect(score.mape).toBeCloseTo(1 / 3, 6);
  expect(score.reasons.directionHitRate).toBe("no observation of a single month");
  const beyond = { ...episodes, observed: [seen("exports", "2025-04", 3, { months: 4 })] };
  expect(replay(workbench, episode, scenario, beyond, sources).series[0]!.observations[0]!.modelled).toBeNull();
});

test("what draws read is what the whole run says", () => {
  const computed = runPolicies(workbench, scenario, named(scenario.events));
  const [whole, part] = [readable(computed, 0), measuredRun(computed, series)];
  expect(part.activities.length).toBeLessThan(whole.activities.length);
  for (const one of series) expect(modelledSeries(computed, part, one)).toEqual(modelledSeries(computed, whole, one));
});
