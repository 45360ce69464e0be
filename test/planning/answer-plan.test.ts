import { describe, expect, test } from "vitest";
import { answerPlan, type PlanProgress, type RunPlanOptions } from "../../src/planning/answer-plan.ts";
import { planCsv } from "../../src/planning/csv.ts";
import type { Atom, Evaluation } from "../../src/planning/evaluator.ts";
import { judgeOf } from "../../src/planning/judge.ts";
import type { JudgedPortfolio } from "../../src/planning/judged.ts";
import { candidateOf, smallPlan } from "./small-plan.ts";
import { pile, press, smallWorld } from "./world.ts";

const rampingPress = { ...press, rampMonths: 2 };
const floor = { kind: "price-floor", commodity: "magnet", countries: ["BBB"], floorUsdPerTonne: 60 };
const ban = { stop: { kind: "export-ban", materials: ["magnet"], origins: ["AAA"] } };
const plan = smallPlan(
  { bad: { events: ban, probability: 0.25 }, good: { events: {}, probability: 0.75 } },
  [
    candidateOf("pile", pile, [["b", 1000]]),
    candidateOf("press", rampingPress, [["c", 2000]], { delayMonths: { kind: "uniform", low: 0, high: 10 } }),
    candidateOf("floor", floor, [["b", 50_000]]),
  ],
  {
    budgets: [
      { payer: "b", fromYear: 2025, toYear: 2025, mostUsd: 1000 },
      { payer: "c", fromYear: 2025, toYear: 2025, mostUsd: 2000 },
    ],
    agreements: [{ id: "deal", title: "Deal", parties: ["b", "c"], candidates: ["press"], source: "a test", status: "assumed" }], // biome-ignore format: a row
    targets: [{ id: "magnets", title: "Magnets", weights: [["press", 240]], least: 10, have: 100, unit: "t", source: "a test" }], // biome-ignore format: a row
  },
);
const atoms: Atom[] = [
  { id: "bad", future: "bad", draw: 0, probability: 0.25 },
  { id: "good", future: "good", draw: 0, probability: 0.75 },
];
const judge = judgeOf(plan, atoms, (i) =>
  smallWorld(atoms[i]!.id, i === 0 ? ban : {}, { pile, press: rampingPress, floor }),
);

/** The pile avoids 10,000 in the bad future, the press 30,000, both 35,000. */
const evaluator: RunPlanOptions["evaluator"] = {
  atoms,
  async evaluate(x): Promise<Evaluation> {
    const sum = 10_000 * x[0]! + 30_000 * x[1]!;
    const full = sum > 35_000;
    return {
      x: x.slice(),
      lossUsd: Float64Array.of(50_000 - Math.min(sum, 35_000), 0),
      slopeUsd: [Float64Array.from(full ? [0, 0, 0] : [-10_000, -30_000, 0]), new Float64Array(3)],
      clearings: 12,
    };
  },
  marginalUsd: async () => ({ years: [2025], worthUsd: [[1], [2], [3]] }),
  async close() {},
};
const answer = (more: Partial<RunPlanOptions> = {}) =>
  answerPlan(plan, judge, [{ figure: "x", value: "1 t", note: "n" }], { name: "small", evaluator, bruteForce: true, ...more }); // biome-ignore format: a call

describe("answerPlan", async () => {
  const report = await answer();

  test("is plain data: JSON and back changes nothing", () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  test("budget by budget: what is chosen, what it costs and whom, with a bound that brute force confirms", () => {
    expect(report.frontier.map((p) => p.budgetMultiple)).toEqual([0, 1]);
    expect(report.frontier[0]!.scales).toEqual([0, 0, 0]);
    const whole = report.frontier[report.chosen]!;
    expect(whole).toMatchObject({
      budgetUsd: 3000,
      scales: [1, 1, 0],
      costUsd: 3000,
      costByPartnerUsd: [{ partner: "b", usd: 1000 }, { partner: "c", usd: 2000 }],
      costByYearUsd: [{ partner: "b", year: 2025, usd: 1000 }, { partner: "c", year: 2025, usd: 2000 }],
      conflict: [],
    }); // biome-ignore format: rows
    // mean 0.25 · 15,000, tail (the worst quarter) 15,000; weights 0.8 and 0.2
    expect(whole.planning).toMatchObject({
      expectedLossUsd: 3750,
      tailLossUsd: 15_000,
      objectiveUsd: 3000 + 3000 + 3000,
    });
    expect(report.sureness.bruteForce).toEqual({ portfolios: 4, objectiveUsd: 9000, same: true, worseUsd: 0 });
    expect(report.sureness.gapShare).toBeLessThanOrEqual(0.01);
  });

  test("the month simulation has the last word, and says by how much it differs", () => {
    const { difference } = report.frontier[report.chosen]!;
    expect(difference!.planningAvoidedUsd).toBeCloseTo(0.25 * 35_000, 6);
    expect(difference!.simulatedAvoidedUsd).toBeGreaterThan(0);
    expect(difference!.words).toMatch(/^The planning approximation said USD 8,750 .* the month simulation says USD [\d,]+: \d+(\.\d)? % (less|more)\.$/); // biome-ignore format: a pattern
    expect(difference!.reasons.join(" ")).toMatch(
      /stocks and trading habits.*Stockpiles buy and sell.*other countries/s,
    );
    expect(report.frontier[0]!.difference).toMatchObject({ planningAvoidedUsd: 0, simulatedAvoidedUsd: 0, share: null, reasons: [] }); // biome-ignore format: a row
    expect(report.frontier[0]!.judged).toEqual(report.nothing);
    expect(report.frontier[report.chosen]!.judged!.expectedLossUsd).toBeLessThan(report.nothing.expectedLossUsd);
    expect(report.sureness.simulatedLossUsd).toBeCloseTo(0.25 * 50_000 - difference!.simulatedAvoidedUsd, 6);
  });

  test("what is chosen, against its cost: together and each without the other", () => {
    const { worth, judged, costUsd, difference } = report.frontier[report.chosen]!;
    expect(worth).toMatchObject({ costUsd, surplusAvoidedUsd: difference!.simulatedAvoidedUsd });
    expect(worth!.productsSavedUsd).toBeCloseTo(report.nothing.expectedLossUsd - judged!.expectedLossUsd, 6);
    expect(report.frontier[0]!.worth).toBeNull();
    expect(report.worth.map((w) => [w.candidate, w.costUsd, w.needing])).toEqual([
      ["pile", 1000, []],
      ["press", 2000, []],
    ]);
    expect(report.worth[1]!.productsSavedUsd).toBeGreaterThan(0);
    expect(report.notes.join()).toContain(worth!.words);
    expect(report.notes.join()).not.toContain("does better");
  });

  test("targets, time and partners", () => {
    expect(report.targets).toEqual([
      { id: "magnets", title: "Magnets", unit: "t", least: 10, have: 100, reached: 340, source: "a test" },
    ]);
    expect(report.gantt.map((row) => row.candidate)).toEqual(["pile", "press"]);
    expect(report.gantt[1]).toEqual({
      candidate: "press",
      scale: 1,
      decided: "2024-11-01",
      start: "2025-02-01",
      startMedian: "2025-07-01",
      startLate: "2025-12-01", // 9.5 months at the 95th percentile, drawn in whole months
      fullOutput: "2025-04-01",
      fullOutputMedian: "2025-09-01",
      fullOutputLate: "2026-02-01",
      end: null,
    });
    expect(report.split!.partners.map((p) => p.costUsd)).toEqual([1000, 2000]);
    expect(report.split!.byAgreement.map((a) => a.agreement)).toEqual(["deal", "deal"]);
    expect(report.marginal).toEqual([]); // nothing can be sized
  });

  test("what each is worth to the plan: with and without it, evaluated", () => {
    // a dollar lost in the bad future counts 0.8 · 0.25 + 0.2 = 0.4; 15,000 are lost with both, 40,000 and 20,000 with one
    expect(report.withAndWithout.map((m) => [m.candidate, m.of, m.costUsd])).toEqual([
      ["pile", "having", 1000],
      ["press", "having", 2000],
      ["floor", "adding", 50_000],
    ]);
    expect(report.withAndWithout[0]!.worthUsd).toBeCloseTo(0.4 * 5000, 6);
    expect(report.withAndWithout[1]!.worthUsd).toBeCloseTo(0.4 * 25_000, 6);
    expect(report.withAndWithout[2]!.worthUsd).toBeCloseTo(0, 6);
    // the budgets are just what both cost; for the floor nothing is too much
    expect(report.costFactors.map((f) => [f.candidate, f.factor])).toEqual([
      ["pile", expect.closeTo(1, 3)],
      ["press", expect.closeTo(1, 3)],
      ["floor", null],
    ]);
  });

  test("a unit of what can be sized has its name, its worth and its cost", async () => {
    const sized = { ...plan, candidates: plan.candidates.map((c, k) => (k === 1 ? { ...c, sizing: "scalable" as const } : c)) }; // biome-ignore format: one record
    const { marginal } = await answerPlan(sized, judge, [], { name: "small", evaluator: { ...evaluator, marginalUsd: async () => ({ years: [2025], worthUsd: [[1], [480], [3]] }) } }); // biome-ignore format: a call
    expect(marginal).toEqual([
      { candidate: "press", chosenScale: expect.closeTo(25 / 30, 6), unit: "tonne a year of capacity", perScale: 240, worthUsd: 2, byYearUsd: [2], costUsd: 2000 / 240 }, // biome-ignore format: a row
    ]);
  });

  test("nothing in the planning's count, and what budgets count of the stockpile beside what it pays", () => {
    expect(report.planningNothing).toEqual({ expectedLossUsd: 12_500, tailLossUsd: 50_000 });
    const paid = report.frontier[report.chosen]!.judged!.paidUsd;
    expect(report.purses).toEqual([{ candidate: "pile", chargedUsd: 1000, expectedUsd: expect.closeTo(paid, 9) }]);
  });

  test("notes say what is not counted", async () => {
    const notes = report.notes.join("\n");
    expect(notes).toMatch(/Costs are public money alone: .* Nothing is counted after 2025-\d\d/);
    expect(notes).toMatch(/breakEvenPriceFactor .*none of it is in the budgets/);
    expect(notes).toContain("Budgets count a stockpile as filled");
    expect(notes).not.toContain("Budgets, not worth");
    const unweighed = { ...plan, objective: { ...plan.objective, costWeight: 0 } };
    const told = await answerPlan(unweighed, judge, [], { name: "small", evaluator });
    expect(told.notes.join("\n")).toContain("Budgets, not worth, decide what is chosen (costWeight 0)");
  });

  test("what would change the answer", () => {
    // without the bad future nothing is worth its cost
    expect(report.regret.futures).toEqual(["bad", "good"]);
    const [none, chosen] = report.regret.portfolios;
    expect(none!.regretUsd).toEqual([50_000 - 18_000, 0]);
    expect(chosen!.regretUsd).toEqual([0, 3000]);
    expect(chosen!.mostRegretUsd.every((most, f) => most >= chosen!.regretUsd[f]!)).toBe(true);
    expect(report.evaluatedOf).toBeGreaterThan(1);
    expect(report.robust.map((r) => r.inShare)).toEqual([1, 1, 0]);
    expect(report.flips.filter((f) => f.future === "bad" && f.at !== null)).not.toEqual([]);
  });

  test("assumptions name what is assumed, notes what floors do", () => {
    expect(report.assumptions.map((a) => a.figure)).toEqual([
      "probability of bad",
      "probability of good",
      "measure pile",
      "measure press",
      "measure floor",
      "agreement deal",
      "x",
    ]);
    expect(report.notes.join("\n")).toContain("count there only by what needs them: measure floor");
  });

  test("a memory of simulated portfolios is asked once for each, and answers in place of a run", async () => {
    const kept = new Map<string, JudgedPortfolio>();
    let computed = 0;
    const remember: RunPlanOptions["judge"] = async (x, compute) => {
      const key = x.join(" ");
      if (!kept.has(key)) {
        computed++;
        kept.set(key, JSON.parse(JSON.stringify(await compute())));
      }
      return kept.get(key)!;
    };
    const first = await answer({ judge: remember });
    expect(computed).toBe(4); // nothing, both, and each partner's own
    const again = await answer({ judge: remember });
    expect(computed).toBe(4);
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    expect(JSON.stringify(first)).toBe(JSON.stringify(report));
  });

  test("tells how far it is, and can be stopped", async () => {
    const told: PlanProgress[] = [];
    await answer({ onProgress: (p) => told.push(p) });
    expect(told.map((p) => p.doing.replace(/:.*/, ""))).toEqual(
      expect.arrayContaining(["budget × 0", "budget × 1", "regret"]),
    );
    expect(told.filter((p) => p.doing.startsWith("simulated")).at(-1)).toMatchObject({
      doing: expect.stringMatching(/^simulated portfolio \d+$/),
      done: 2,
      total: 2,
    });
    const signal = { throwIfAborted: () => { throw new Error("stopped"); } }; // biome-ignore format: a stub
    await expect(answer({ signal })).rejects.toThrow("stopped");
  });

  test("where no budget allows what a target wants, the conflict is the answer", async () => {
    const strict = { ...plan, targets: [{ ...plan.targets[0]!, least: 1000 }] };
    await expect(answerPlan(strict, judge, [], { name: "small", evaluator })).rejects.toThrow(
      /Magnets.*at least 1000 t/s,
    );
  });

  test("where the simulation finds the chosen portfolio not worth its cost, a note says so", async () => {
    const dear = {
      ...plan,
      targets: [],
      budgets: [{ payer: "c", fromYear: 2025, toYear: 2025, mostUsd: 1e8 }],
      candidates: [{ ...plan.candidates[1]!, costs: [{ payer: "c", year: 2025, usd: 1e8 }] }],
    };
    const hopeful: RunPlanOptions["evaluator"] = {
      ...evaluator,
      evaluate: async (x) => ({
        x: x.slice(),
        lossUsd: Float64Array.of(1e9 * (1 - x[0]!), 0),
        slopeUsd: [Float64Array.of(-1e9), Float64Array.of(0)],
        clearings: 1,
      }),
    };
    const worlds = judgeOf(dear, atoms, (i) => smallWorld(atoms[i]!.id, i === 0 ? ban : {}, { press }));
    const told = await answerPlan(dear, worlds, [], {
      name: "small",
      evaluator: { ...hopeful, marginalUsd: undefined! },
    });
    const { difference } = told.frontier[told.chosen]!;
    expect(told.frontier[told.chosen]!.scales).toEqual([1]);
    expect(difference!.simulated.objectiveUsd).toBeGreaterThan(0.25 * 0.8 * 1e9 + 0.2 * 1e9);
    expect(told.notes.join()).toMatch(/The chosen portfolio: Its cost of USD [\d.]+ million is covered neither by/);
    expect(told.notes.join()).toContain("By the month simulation the portfolio for budget × 0 does better");
    expect(told.worth.map((w) => [w.candidate, w.covers])).toEqual([["press", "neither"]]);
    expect(told.withAndWithout).toMatchObject([{ candidate: "press", of: "having", byYearUsd: null }]);
    expect(told.withAndWithout[0]!.worthUsd).toBeCloseTo((0.8 * 0.25 + 0.2) * 1e9, 0);
  });

  test("a budget that allows no portfolio stands in the frontier with its conflict", async () => {
    const needs = { ...plan, targets: [{ ...plan.targets[0]!, least: 200 }] };
    const { frontier, chosen, regret } = await answerPlan(needs, judge, [], { name: "small", evaluator });
    expect(frontier[0]).toMatchObject({ planning: null, judged: null, difference: null });
    expect(frontier[0]!.conflict.length).toBe(2);
    expect(chosen).toBe(1);
    expect(regret.portfolios.map((p) => p.frontier)).toEqual([1]);
  });

  test("as CSV: one tidy row for each figure", () => {
    const lines = planCsv(report).trimEnd().split("\n");
    expect(lines[0]).toBe("section,portfolio,name,partner,year,value,unit");
    expect(lines.every((line) => line.split(",").length >= 7)).toBe(true);
    expect(lines).toContain("scale,1,press,,,1,1");
    expect(lines).toContain("cost,1,,b,2025,1000,USD");
    expect(lines).toContain("gantt-full-output-late,1,press,,2026,2026-02-01,date");
    expect(lines).toContain("cost-of-having,1,press,,,2000,USD");
    expect(lines.filter((line) => line.startsWith("value-of-adding,1,floor"))).toEqual([
      "value-of-adding,1,floor,,,0,USD",
    ]);
    expect(lines.filter((line) => line.startsWith("changes-at-cost-factor,"))).toHaveLength(3);
    expect(lines).toContain("regret,0,bad,,,32000,USD");
    expect(lines.filter((line) => line.startsWith("regret-at-most,"))).toHaveLength(4);
    expect(lines).toContain("target,1,magnets,,,340,t");
    expect(lines.filter((line) => line.startsWith("split-coalition,"))).toHaveLength(4);
    expect(new Set(lines.map((line) => line.split(",").slice(0, 5).join())).size).toBe(lines.length);
  });
});
