import { describe, expect, it } from "vitest";
import * as z from "zod";
import { createCalendar } from "../../src/policy/calendar.ts";
import { compilePolicies } from "../../src/policy/compile.ts";
import { policyKinds, policySchema } from "../../src/policy/kinds/index.ts";
import { parse, plain, problemsOf, rehearse, smallModel, vocabulary } from "./fixture.ts";

const ban = { kind: "export-ban", materials: ["oxide"], origins: ["AAA"] };
const pause = { kind: "suspension", of: "ban", from: "2025-04-01", to: "2025-04-30" };
const free = Number.POSITIVE_INFINITY;

describe("compilePolicies", () => {
  it("cuts a suspension out of what it suspends", () => {
    const { series } = rehearse({ ban, pause });
    expect(series("ship:oxide:AAA>BBB", "upperBound")).toEqual([free, free, 0, free, 0, 0]);
  });

  it("leaves the model it was given alone", () => {
    const model = smallModel();
    const before = structuredClone(model);
    compilePolicies(parse({ ban }), model, vocabulary, createCalendar("2025-01", 3));
    expect(model).toEqual(before);
  });

  it("gives the same month whatever the order of limits", () => {
    const half = { kind: "route-closure", between: ["AAA"], and: ["BBB"], lossShare: 0.5 };
    const licence = {
      kind: "licence",
      materials: ["oxide"],
      origins: ["AAA"],
      processingWorkingDays: 0,
      approvals: [{ from: "2025-03-01", approvalShare: 0.8 }],
    };
    // 20 t × 0.8 licensed, half of that passes
    const one = rehearse({ half, licence }).series("ship:oxide:AAA>BBB", "upperBound");
    const other = rehearse({ licence, half }).series("ship:oxide:AAA>BBB", "upperBound");
    expect(one).toEqual(other);
    expect(one[2]).toBeCloseTo(8, 12);
  });

  it("lets controls see routes that plants open, whatever the order", () => {
    const plant = {
      kind: "facility",
      country: "CCC",
      recipe: "press-magnet",
      capacityTonnesPerYear: 120,
      breakEvenPriceFactor: 1,
    };
    const { series } = rehearse({ ban: { ...ban, from: "2025-01-01" }, plant });
    expect(series("ship:oxide:AAA>CCC", "upperBound")).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("lets a control win over a promise to ship, whatever the order", () => {
    const offtake = { kind: "offtake", commodity: "oxide", origin: "AAA", destination: "BBB", tonnesPerYear: 120 };
    for (const policies of [
      { ban, offtake },
      { offtake, ban },
    ]) {
      const { series } = rehearse(policies, 3);
      expect(series("ship:oxide:AAA>BBB", "lowerBound")).toEqual([0, 0, 0]);
    }
  });

  it("points at references to policies that are not there or are of another kind", () => {
    expect(problemsOf({ ban, pause: { ...pause, of: "bann" } })).toEqual([
      'pause.of: unknown policy "bann"; did you mean "ban"?',
    ]);
    const floor = { kind: "price-floor", commodity: "oxide", floorUsdPerTonne: 1, facility: "ban" };
    expect(problemsOf({ ban, floor })).toEqual(['floor.facility: "ban" is a export-ban, expected a facility']);
  });

  it("lets policies rest that refer to one left out of this run", () => {
    const { levers } = compilePolicies(
      parse({ pause }),
      smallModel(),
      vocabulary,
      createCalendar("2025-01", 3),
      new Set(["ban"]),
    );
    expect(levers).toEqual([]);
  });
});

describe("policySchema", () => {
  const issues = (form: object) => {
    const result = policySchema.safeParse({ ...plain, ...form });
    return result.success ? [] : result.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`);
  };

  it("knows every kind by its own name", () => {
    for (const [kind, { schema, description }] of Object.entries(policyKinds)) {
      expect(schema.shape.kind.value).toBe(kind);
      expect(description).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("can be written down as a JSON Schema with every kind in it", () => {
    const text = JSON.stringify(z.toJSONSchema(policySchema, { io: "input" }));
    for (const kind of Object.keys(policyKinds)) expect(text).toContain(`"const":"${kind}"`);
  });

  it("refuses unknown keys, impossible dates and dates out of order", () => {
    expect(issues({ ...ban, matter: 1 })).toEqual([': Unrecognized key: "matter"']);
    expect(issues({ ...ban, from: "2025-02-29" })[0]).toContain("from: Invalid ISO date");
    expect(issues({ ...ban, to: "2025-02-28" })).toEqual([
      "to: got 2025-02-28, expected a day on or after from (2025-03-01)",
    ]);
    expect(issues({ ...ban, announced: "2025-04-01" })).toEqual([
      "announced: got 2025-04-01, expected a day on or before from (2025-03-01)",
    ]);
  });

  it("refuses negative capacities and choices made twice or not at all", () => {
    const plant = { kind: "facility", country: "CCC", recipe: "press-magnet", breakEvenPriceFactor: 1 };
    expect(issues({ ...plant, capacityTonnesPerYear: -1 })[0]).toContain("capacityTonnesPerYear: Too small");
    expect(issues({ ...plant, capacityTonnesPerYear: 1, mine: "ore" })).toEqual([
      "mine: got recipe and mine of recipe, mine; give exactly one",
    ]);
    expect(issues({ kind: "export-tax", materials: ["oxide"], origins: ["AAA"] })).toEqual([
      ": got none of adValoremShare, usdPerTonne; give one",
    ]);
  });
});
