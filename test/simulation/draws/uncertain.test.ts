import { describe, expect, test } from "vitest";
import { drawScenario, inputValue, scenarioInputs } from "../../../src/simulation/draws/scenario-inputs.ts";
import { uncertainProblems } from "../../../src/simulation/draws/uncertain-problems.ts";
import { scenarioSchema } from "../../../src/simulation/scenario.ts";

const licence = {
  kind: "licence",
  title: "Licences",
  from: "2027-01-15",
  to: "2027-12-31",
  materials: ["dysprosium"],
  origins: ["CHN"],
  processingWorkingDays: 45,
  approvals: [{ from: "2027-01-15", approvalShare: 0.3 }],
  leakage: { share: 0.1, premiumShare: 0.4, via: "VNM" },
  source: "test",
  status: "assumed",
};

function scenario(uncertain: Record<string, unknown>) {
  return scenarioSchema.parse({
    title: "Stop",
    description: "",
    start: "2027-01",
    months: 12,
    viewpoint: ["JPN"],
    events: { stop: licence },
    measures: {},
    uncertain,
  });
}

const input = (change: object, ...fields: string[]) => ({
  title: "An input",
  targets: fields.map((field) => ({ event: "stop", field })),
  ...change,
  source: "test",
  status: "assumed",
});
const triangular = (low: number, mode: number, high: number) => ({ kind: "triangular", low, mode, high });

describe("drawn scenarios", () => {
  const drawn = scenario({
    approval: input({ value: triangular(0.1, 0.3, 0.6) }, "approvals.0.approvalShare"),
    days: input({ value: triangular(30, 45, 90) }, "processingWorkingDays"),
    leak: input({ factor: triangular(0.5, 1, 2) }, "leakage.share"),
    start: input({ shiftDays: { kind: "uniform", low: -10, high: 30 } }, "from", "approvals.0.from"),
  });
  const inputs = scenarioInputs(drawn);
  const values = inputs.map((i) => inputValue(i, 0.7));
  const { stop } = drawScenario(drawn, inputs, values).events;

  test("take values, factors and shifts, whole where the field is whole", () => {
    expect(values[0]).toBeCloseTo(0.6 - Math.sqrt(0.3 * 0.5 * 0.3), 12);
    expect(stop).toMatchObject({
      approvals: [{ from: "2027-02-02", approvalShare: values[0] }],
      processingWorkingDays: 62, // 90 − √(0.3 × 60 × 45) = 61.54
      leakage: { share: 0.1 * values[2]! },
      from: "2027-02-02",
      to: "2027-12-31",
    });
    expect(inputs.map((i) => i.unit)).toEqual(["share", "working days", "factor", "days"]);
  });

  test("leave the scenario they came from as it was", () => {
    expect(drawn.events.stop).toMatchObject({ from: "2027-01-15", processingWorkingDays: 45 });
  });
});

describe("problems", () => {
  const only = (uncertain: Record<string, unknown>) => uncertainProblems(scenario(uncertain));
  test("an unknown event or field is told with what may be meant", () => {
    const wrong = input({ value: triangular(0, 0.1, 1) }, "approvals.0.aprovalShare");
    expect(only({ a: { ...wrong, targets: [{ event: "stopp", field: "from" }] } })).toEqual([
      {
        path: ["uncertain", "a", "targets", 0, "event"],
        message: 'unknown event "stopp"',
        remedy: 'did you mean "stop"?',
      },
    ]);
    expect(only({ a: wrong })[0]).toMatchObject({
      path: ["uncertain", "a", "targets", 0, "field"],
      message: 'stop has no field "approvals.0.aprovalShare", expected a number to draw',
      remedy: 'did you mean "approvals.0.approvalShare"?',
    });
  });

  test("a date cannot be multiplied and a number cannot be shifted", () => {
    expect(only({ a: input({ factor: triangular(0.5, 1, 2) }, "from") })[0]!.message).toBe(
      "stop.from is not a number to draw, expected a number to draw",
    );
    expect(only({ a: input({ shiftDays: triangular(0, 1, 2) }, "processingWorkingDays") })[0]!.message).toMatch(
      /not a date to shift/,
    );
  });

  test("two inputs may not draw one field", () => {
    const one = input({ value: triangular(0, 0.3, 1) }, "approvals.0.approvalShare");
    expect(only({ a: one, b: one })[0]!.message).toBe('stop.approvals.0.approvalShare is drawn by "a" already');
  });

  test("a value that the policy would refuse is found before anything runs, with its cause", () => {
    expect(only({ a: input({ factor: triangular(1, 2, 5) }, "approvals.0.approvalShare") })).toEqual([
      {
        path: ["uncertain", "a"],
        message: expect.stringMatching(/^with a = 5, stop.approvals.0.approvalShare is refused: .*<=1/),
        remedy: "narrow the range",
      },
    ]);
    const late = {
      a: input({ shiftMonths: triangular(0, 1, 12) }, "from"),
      b: input({ shiftMonths: triangular(-6, 0, 1) }, "to"),
    };
    expect(only(late)[0]!.message).toMatch(
      /with a = 12, stop.to is refused: got 2027-12-31, expected a day on or after/,
    );
  });

  test("exactly one kind of change, and a distribution in order", () => {
    const parse = (entry: object) =>
      scenarioSchema.safeParse({ ...scenario({}), uncertain: { a: entry } }).error?.issues.map((i) => i.message);
    expect(parse(input({}, "from"))).toEqual(["got none of value, factor, shiftDays, shiftMonths; give exactly one"]);
    expect(parse(input({ value: triangular(1, 0, 2) }, "processingWorkingDays"))).toEqual([
      "got low 1, mode 0, high 2; expected low ≤ mode ≤ high and low < high",
    ]);
  });
});
