import { describe, expect, test } from "vitest";
import { readDataset } from "../../../src/cli/io/read-dataset.ts";
import { percentilesOf } from "../../../src/simulation/draws/design.ts";
import { openSweep, type SweepPlan } from "../../../src/simulation/draws/sweep.ts";
import { scenarioSchema } from "../../../src/simulation/scenario.ts";

const dataset = readDataset();

const stop = scenarioSchema.parse({
  title: "Stop",
  description: "",
  start: "2026-12",
  months: 6,
  viewpoint: ["JPN"],
  events: {
    stop: {
      kind: "licence",
      title: "Licences",
      from: "2027-01-15",
      materials: ["medium-heavy-7", "controlled-magnets"],
      origins: ["CHN"],
      processingWorkingDays: 20,
      approvals: [{ from: "2027-01-15", approvalShare: 0.1 }],
      source: "test",
      status: "assumed",
    },
  },
  measures: {},
  uncertain: {
    approval: {
      title: "Share approved",
      targets: [{ event: "stop", field: "approvals.0.approvalShare" }],
      value: { kind: "triangular", low: 0, mode: 0.1, high: 0.5 },
      source: "test",
      status: "assumed",
    },
  },
});
const plan: SweepPlan = {
  scenarioId: "stop",
  scenario: stop,
  withoutMeasures: false,
  seed: 7,
  draws: 8,
  design: "random",
};

describe("a sweep", () => {
  const sweep = openSweep(dataset, plan);
  const whole = sweep.runChunk(0, 8);

  test("records what it says, one value per draw or per draw and month", () => {
    expect(sweep.columns.inputs.at(-1)).toEqual({ id: "scenario/approval", title: "Share approved", unit: "share" });
    expect(sweep.columns.months).toHaveLength(6);
    expect(sweep.columns.series.length).toBeLessThanOrEqual(25);
    for (const column of [...whole.inputs, ...whole.outcomes]) expect(column).toHaveLength(8);
    for (const column of whole.series) expect(column).toHaveLength(48);
    const outcome = (id: string) => whole.outcomes[sweep.columns.outcomes.findIndex((c) => c.id === id)]!;
    const atRisk = whole.series[sweep.columns.series.findIndex((c) => c.id === "valueAtRisk/JPN")]!;
    outcome("valueAtRisk/JPN").forEach((total, draw) => {
      const months = atRisk.slice(6 * draw, 6 * draw + 6);
      expect(total).toBeCloseTo(
        months.reduce((a, b) => a + b, 0),
        3,
      );
    });
    expect(Math.max(...outcome("valueAtRisk/JPN"))).toBeGreaterThan(1.5 * Math.min(...outcome("valueAtRisk/JPN")));
  });

  test("gives the same bytes in any order, in chunks of any size, and when opened anew", () => {
    const again = openSweep(dataset, plan);
    const parts = [again.runChunk(5, 3), again.runChunk(0, 1), again.runChunk(1, 4)];
    for (const part of parts) {
      const same = (columns: readonly Float64Array[], of: readonly Float64Array[], width: number) =>
        columns.forEach((column, c) => {
          const from = part.firstDraw * width;
          expect(column).toEqual(of[c]!.slice(from, from + part.draws * width));
        });
      same(part.inputs, whole.inputs, 1);
      same(part.outcomes, whole.outcomes, 1);
      same(part.series, whole.series, 6);
    }
  });

  test("with another seed draws other inputs; another scenario shares the draws of the inputs it shares", () => {
    const other = openSweep(dataset, { ...plan, seed: 8 }).runChunk(0, 1);
    expect(other.inputs[0]![0]).not.toBe(whole.inputs[0]![0]);
    const { uncertain: _, ...certain } = stop;
    const shared = openSweep(dataset, { ...plan, scenario: { ...certain, events: {} } });
    expect(shared.columns.inputs.map((c) => c.id)).toEqual(sweep.columns.inputs.slice(0, -1).map((c) => c.id));
    expect(shared.runChunk(2, 1).inputs.map((c) => c[0])).toEqual(whole.inputs.slice(0, -1).map((c) => c[2]));
  });

  test("without its measures a scenario has the same columns and the same draws, so the two can be compared draw by draw", () => {
    const measures: typeof stop.measures = {
      thrift: {
        kind: "demand-change",
        title: "Thrift",
        from: "2026-12-01",
        to: null,
        uses: ["electric-vehicles"],
        countries: ["JPN"],
        stepShare: -0.5,
        source: "test",
        status: "assumed",
      },
    };
    const scenario = { ...stop, measures };
    const [alone, together] = [true, false].map((withoutMeasures) =>
      openSweep(dataset, { ...plan, scenario, withoutMeasures }),
    );
    expect(alone!.columns).toEqual(together!.columns);
    const [without, all] = [alone!.runChunk(1, 1), together!.runChunk(1, 1)];
    expect(without.inputs).toEqual(all.inputs);
    expect(without.outcomes.map((c) => c[0])).toEqual(whole.outcomes.map((c) => c[1])); // as if there were none
    expect(all.outcomes[0]![0]!).toBeLessThan(without.outcomes[0]![0]!);
  });

  test("a draw that cannot be run is an error with its number, not a draw less", () => {
    const broken = {
      ...dataset,
      uncertainties: dataset.uncertainties.map((u) => ({ ...u, distribution: "uniform" as const })),
      applications: dataset.applications.map((a) =>
        a.application === "ev-traction-motors" ? { ...a, low: 1, value: 2e7, high: 3e7 } : a,
      ),
    };
    const values = openSweep(broken, { ...plan, draws: 10_000, seed: 3 });
    const stocks = values.columns.inputs.findIndex((c) => c.id === "data/product-values");
    const at = percentilesOf(
      { design: "random", seed: 3 },
      values.columns.inputs.map((c) => c.id),
    );
    const unlucky = Array.from({ length: 10_000 }, (_, draw) => draw).find((draw) => at(draw)[stocks]! < 1e-3)!;
    expect(() => values.runChunk(unlucky, 1)).toThrow(
      new RegExp(`^draw ${unlucky} \\(seed 3\\): .*raise the product value`),
    );
  });

  test("plans that cannot be drawn are refused with every reason", () => {
    expect(() => openSweep(dataset, { ...plan, seed: -1, draws: 0 })).toThrow(
      /seed: got -1, expected a whole number from 0 to 4294967295.*\n.*draws: got 0/,
    );
    expect(() => sweep.runChunk(6, 3)).toThrow("draws 6 to 8: expected whole numbers within 0 to 7");
  });
});
