import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { readPlan } from "../../src/cli/io/read-plan.ts";
import { formatProblems, InputError } from "../../src/dataset/index.ts";
import { openAtoms } from "../../src/planning/atoms.ts";
import { PolicyProblem } from "../../src/policy/problem.ts";

const folder = mkdtempSync(join(tmpdir(), "monazite-plan-"));
afterAll(() => rmSync(folder, { recursive: true }));

const dataset = readDataset();
const known = { dataset, vocabulary: vocabularyOf(dataset) };
const small = readFileSync("plans/small.yaml", "utf8").replaceAll(
  "../scenarios/",
  `${join(process.cwd(), "scenarios")}/`,
);

function read(text: string) {
  const path = join(folder, "plan.yaml");
  writeFileSync(path, text);
  return readPlan(path, known);
}

/** The problems of the small plan with one text replaced, without the folder. */
function told(was: string | RegExp, now: string): string {
  const text = small.replace(was, now);
  if (text === small) throw new Error(`nothing to change: ${was}`);
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return formatProblems(error.problems).replaceAll(`${folder}/`, "");
  }
  return "";
}

const lineOf = (what: string) => small.slice(0, small.indexOf(what)).split("\n").length;

describe("the small plan", () => {
  const { plan, notes, id } = read(small);

  test("has its candidates as its measures say, with the changes of the plan", () => {
    expect(id).toBe("plan");
    expect(plan.candidates.map((c) => c.id)).toEqual([
      "us-heavy-separation-mp",
      "us-dysprosium-metal",
      "us-terbium-metal",
      "us-jp-stockpile-heavies",
      "jp-dysprosium-metal",
      "jp-stockpile-dysprosium",
      "jp-thrift-dysprosium",
      "my-lynas-heavy-2",
    ]);
    const [plant] = plan.candidates;
    expect(plant).toMatchObject({
      sizing: "on-off",
      most: 1,
      parties: ["USA"],
      status: "estimated",
      delayMonths: { kind: "triangular", low: 0, mode: 6, high: 30 },
      policy: {
        kind: "facility",
        recipe: "separate-seg-mountain-pass",
        capacityTonnesPerYear: 3000,
        from: "2026-12-01",
      },
    });
    // 180 m USD, of which 83 % are public, all due before December 2026
    expect(plant!.costs).toEqual([{ payer: "USA", year: 2026, usd: 180e6 * 0.83 }]);
  });

  test("what is only thought of waits for the plan, what is being built is asked about from its first month", () => {
    const from = (id: string) => plan.candidates.find((c) => c.id === id)!.policy.from;
    const decision = (id: string) => plan.candidates.find((c) => c.id === id)!.decision;
    expect([decision("us-dysprosium-metal"), decision("my-lynas-heavy-2")]).toEqual(["2026-10", "2026-10"]);
    expect(from("us-dysprosium-metal")).toBe("2027-10-01"); // decided in October 2026, twelve months
    expect(from("my-lynas-heavy-2")).toBe("2027-06-01"); // eight months later
  });

  test("shares a joint stockpile's cost", () => {
    const { costs } = plan.candidates.find((c) => c.id === "us-jp-stockpile-heavies")!;
    const paid = (partner: string) => costs.filter((c) => c.payer === partner).reduce((sum, c) => sum + c.usd, 0);
    // half of 27.6 m USD of capital and of 0.6 m a year for the 21 months from January 2027
    expect(paid("JPN")).toBeCloseTo(0.5 * (27.6e6 + (0.6e6 * 21) / 12), 3);
    expect(paid("USA")).toBeCloseTo(paid("JPN"), 6);
  });

  test("has the needs, agreements and futures that follow", () => {
    expect(plan.requires).toEqual([{ candidate: "us-dysprosium-metal", needs: ["us-heavy-separation-mp"] }]);
    expect(plan.agreements.map((a) => [a.id, a.parties, a.candidates])).toEqual([
      ["us-jp-framework", ["USA", "JPN"], ["us-jp-stockpile-heavies"]],
      ["mp-dod", ["USA"], ["us-heavy-separation-mp"]],
      ["jp-lynas", ["JPN"], ["my-lynas-heavy-2"]],
    ]);
    for (const { scenario } of plan.futures) {
      expect(scenario).toMatchObject({ start: "2026-10", months: 24, measures: {} });
      expect(Object.keys(scenario.events)).toEqual(expect.arrayContaining(["lynas-heavy-circuit", "evac-sumter"]));
    }
    expect(notes).toEqual([]);
  });
});

test("terms of agreements say whether they act on anything", () => {
  const [framework, deal] = read(small).plan.agreements;
  const marked = (terms: readonly string[] | undefined) =>
    terms!.map((t) => [t.split(/[: ]/)[0], t.includes("not modelled")]);
  expect(marked(framework!.terms)).toContainEqual(["stockpiling", false]);
  expect(marked(framework!.terms)).toContainEqual(["first-support", true]);
  expect(marked(deal!.terms)).toEqual([
    ["floor", false],
    ["offtake-10x", true],
    ["equity", false],
    ["loan-heavies", false],
    ["earnings", true],
  ]);
});

test("a scenario's own measures are left out, and that is said", () => {
  const { plan, notes } = read(small.replace("october-2025-expansion.yaml", "us-japan-framework.yaml"));
  expect(plan.futures[0]!.scenario.measures).toEqual({});
  expect(
    Object.values(plan.futures[0]!.scenario.uncertain!)
      .flatMap((u) => u.targets)
      .every((t) => t.event),
  ).toBe(true);
  expect(notes[0]).toMatch(/^us-japan-framework: its own measures are left out \(us-heavy-separation, /);
});

test("what the model cannot do of a candidate is at its line, and so are rules", () => {
  const { located, ruleAt } = read(small);
  const error = new PolicyProblem([
    { path: ["jp-thrift-dysprosium", "materials"], message: "nothing could switch; check materials" },
    { path: ["evac-sumter", "recipe"], message: "no country has a market for it" },
  ]);
  expect(formatProblems(located(error).problems).replaceAll(`${folder}/`, "").split("\n")).toEqual([
    `plan.yaml:${lineOf("- jp-thrift")}:5: jp-thrift-dysprosium.materials: nothing could switch; check materials`,
    `plan.yaml:${lineOf("recipe: press-high")}:13: evac-sumter.recipe: no country has a market for it; correct the plan, or leave it out`,
  ]);
  expect(ruleAt("budget", 1).line).toBe(lineOf("- partner: USA"));
  expect(ruleAt("requirement", 0).line).toBe(lineOf("- us-dysprosium-metal"));
});

describe("what is decided before the plan", () => {
  const open = "- us-heavy-separation-mp: { start: 2026-10, leadMonths: 2 }";
  const decided = (what: string) =>
    small
      .replace(`  ${open}\n`, "")
      .replace("candidates:\n", `decided:\n  - us-heavy-separation-mp${what}\ncandidates:\n`);

  test("is no choice, meets needs, is in every future, and costs what is left of its capital", () => {
    const { plan, notes } = read(decided(": { start: 2026-02, leadMonths: 10 }"));
    expect(plan.candidates.map((c) => c.id)).not.toContain("us-heavy-separation-mp");
    expect(plan.decided!.map((c) => [c.id, c.policy.from])).toEqual([["us-heavy-separation-mp", "2026-12-01"]]);
    expect(plan.requires).toEqual([]); // dysprosium metal needs what is there
    // two of ten months are left of 180 m USD, of which 83 % are public
    const due = 0.2 * 0.83 * 180e6;
    expect(plan.budgets.map((b) => b.mostUsd)).toEqual([60e6, 165e6 - due]);
    expect(notes).toEqual([
      "Decided already, so there in every future and in no portfolio: Heavy separation at Mountain Pass. Of their capital USD 29.9 million of public money is still due within the plan; it is off the budgets and in no cost here. What they cost to run is not counted.",
    ]);
    const { world } = openAtoms(dataset, plan);
    for (const atom of [0, 1])
      expect(world(atom).scenario.events["us-heavy-separation-mp"]).toMatchObject({
        kind: "facility",
        from: "2027-11-01", // eleven months late, the median
      });
  });

  test("cannot cost more than the budget, be a candidate as well, or be an event", () => {
    const dear = decided(": { start: 2026-10, leadMonths: 12, capital: 400e6 }");
    expect(() => read(dear)).toThrow(/got USD 165 million, and what is decided costs USA USD 332 million/);
    const twice = small.replace("candidates:\n", "decided: [us-heavy-separation-mp]\ncandidates:\n");
    expect(() => read(twice)).toThrow(/decided\.us-heavy-separation-mp: "us-heavy-separation-mp" is a candidate too/);
    const event = small.replace(
      "candidates:\n",
      "decided: [{ evac-sumter: { measure: us-magnets-js-link } }]\ncandidates:\n",
    );
    expect(() => read(event)).toThrow(/"evac-sumter" is an event of october-2025-expansion too/);
  });

  test("what the model cannot do of it is at its line", () => {
    const { located } = read(decided(""));
    const error = new PolicyProblem([{ path: ["us-heavy-separation-mp", "recipe"], message: "no market" }]);
    expect(formatProblems(located(error).problems)).toMatch(
      /plan\.yaml:46:5: us-heavy-separation-mp\.recipe: no market/,
    );
  });
});

test("a budget of zero is a budget", () => {
  expect(read(small.replace("usd: 60e6", "usd: 0")).plan.budgets[0]!.mostUsd).toBe(0);
});

test("a year without a budget is said", () => {
  const { notes } = read(small.replace("    to: 2028\n    usd: 60e6", "    to: 2027\n    usd: 60e6"));
  expect(notes).toEqual(["JPN may spend in 2028 as much as it likes: no budget covers that year"]);
});

test("candidates may be a map, one of the plan's own has a policy with a kind", () => {
  const own = `candidates:
  jp-dysprosium-metal:
  second:
    measure: jp-dysprosium-metal
    title: A second smelter
    policy: { capacityTonnesPerYear: 75 }
  mine:
    title: A mine of the plan's own
    parties: [JPN]
    payers: { JPN: 0.25, USA: 0.75 }
    sizing: scalable
    most: 3
    capital: { low: 1e6, central: 2e6, high: 4e6 }
    publicShare: 0.5
    start: 2027-01
    leadMonths: 6
    delayMonths: { kind: uniform, low: 0, high: 6 }
    policy: { kind: facility, country: AUS, mine: monazite-sands, capacityTonnesPerYear: 1000, breakEvenPriceFactor: 1 }
    source: test
    status: assumed
    note: a test
`;
  const { plan } = read(small.replace(/candidates:\n[\s\S]*?(?=budgets:)/, own));
  const [, second, mine] = plan.candidates;
  expect(second).toMatchObject({ id: "second", title: "A second smelter", policy: { capacityTonnesPerYear: 75 } });
  expect(mine).toMatchObject({
    most: 3,
    policy: { from: "2027-07-01", title: "A mine of the plan's own" },
    costs: [
      { payer: "JPN", year: 2027, usd: 0.25e6 },
      { payer: "USA", year: 2027, usd: 0.75e6 },
    ],
    costRangeUsd: { low: 0.5e6, high: 2e6 },
    delayMonths: { kind: "uniform", low: 0, high: 6 },
  });
});

describe("a plan that cannot be", () => {
  test.each<[string, string | RegExp, string, string | RegExp]>([
    [
      "negative costs",
      "{ sizing: on-off, capital: 40e6 }",
      "{ sizing: on-off, capital: -1 }",
      /^plan\.yaml:\d+:\d+: candidates\.jp-thrift-dysprosium\.capital: got -1, expected at least 0/,
    ],
    [
      "probabilities that do not sum to 1",
      "probability: 0.3",
      "probability: 0.4",
      `plan.yaml:${lineOf("  - scenario:")}:3: scenarios: the probabilities sum to 1.1 (0.7 + 0.4), expected 1; correct one of them`,
    ],
    [
      "a measure whose payer is not in the plan",
      "  USA: { title: United States, countries: [USA] }\n",
      "",
      /payer "USA" of us-heavy-separation-mp is no partner of the plan; partners are JPN; add it, leave us-heavy-separation-mp out/,
    ],
    [
      "a measure whose party is not in the plan",
      "- jp-dysprosium-metal\n",
      "- jp-dysprosium-metal: { parties: [JPN, FRA] }\n",
      /party "FRA" of jp-dysprosium-metal is no partner of the plan/,
    ],
    [
      "needs in a circle",
      "- us-heavy-separation-mp: { start: 2026-10",
      "- us-heavy-separation-mp: { needs: [us-dysprosium-metal], start: 2026-10",
      /candidates need each other in a circle: us-heavy-separation-mp → us-dysprosium-metal → us-heavy-separation-mp; remove one/,
    ],
    [
      "an unknown measure",
      "- us-terbium-metal\n",
      "- us-terbium-metl\n",
      /no measure is called "us-terbium-metl"; did you mean "us-terbium-metal"\?/,
    ],
    [
      "an unknown field",
      "{ sizing: on-off, capital: 40e6 }",
      "{ sizing: on-off, capitl: 40e6 }",
      /unknown key "capitl"; did you mean "capital"\?/,
    ],
    [
      "a need that is no candidate",
      "needs: [us-heavy-separation-mp]",
      "needs: [us-samarium-metal]",
      /us-dysprosium-metal needs "us-samarium-metal", which is no candidate/,
    ],
    [
      "a candidate twice",
      "  - us-terbium-metal\n",
      "  - us-terbium-metal\n  - us-terbium-metal\n",
      /candidates: "us-terbium-metal" comes twice \(first on line \d+\); remove or rename one/,
    ],
    [
      "scenarios over other months",
      "calendar: plan\n",
      "",
      /scenarios\.0\.scenario: it runs over 48 months from 2025-01, the plan over 24 months from 2026-10; make them agree, or write calendar: plan/,
    ],
    [
      "a scenario that is not there",
      "full-stop-japan.yaml",
      "full-stop.yaml",
      /scenarios\.1\.scenario: no such file: /,
    ],
    [
      "a candidate that was decided before the plan",
      "us-heavy-separation-mp: { start: 2026-10, leadMonths: 2 }",
      "us-heavy-separation-mp",
      /^plan\.yaml:\d+:5: candidates\.us-heavy-separation-mp: decided in 2025-07, before the plan begins \(2026-10\), so it is no choice any more; list it under "decided", put it among the events, or write start: 2026-10/,
    ],
    [
      "a contract that is in force",
      "  - us-terbium-metal\n",
      "  - jp-offtake-lynas-terbium\n",
      /candidates\.jp-offtake-lynas-terbium: decided in 2025-10, before the plan begins/,
    ],
    [
      "a budget of other years",
      "    from: 2026\n    to: 2028\n    usd: 60e6",
      "    from: 2020\n    to: 2025\n    usd: 60e6",
      /budgets\.0: 2020 to 2025 lies outside the plan \(2026 to 2028\), so it limits nothing; correct its years/,
    ],
    ["a negative budget", "usd: 60e6", "usd: -1", /budgets\.0\.usd: got -1, expected at least 0/],
    ["a budget of nobody", "- partner: JPN", "- partner: JPM", /unknown partner "JPM"; did you mean "JPN"\?/],
    ["years that end before they begin", "to: 2028", "to: 2025", /budgets\.0\.to: got 2025, expected 2026 or later/],
    [
      "a recipe that is none",
      "- us-heavy-separation-mp: { start: 2026-10",
      "- us-heavy-separation-mp: { policy: { recipe: separate-seg }, start: 2026-10",
      /candidates\.us-heavy-separation-mp\.policy: unknown recipe "separate-seg"/,
    ],
    [
      "a country of two partners",
      "countries: [USA]",
      "countries: [USA, JPN]",
      /partners\.USA\.countries: JPN belongs to JPN already/,
    ],
    [
      "half a price floor",
      "  - us-terbium-metal\n",
      "  - us-price-floor-ndpr: { start: 2026-10, sizing: scalable }\n",
      /a price-floor is done wholly or not at all; make it on-off/,
    ],
    [
      "an event of the plan that is none",
      "country: MYS\n    recipe: separate-seg-mount-weld",
      "country: MYS\n    recipe: separate-seg-mount-wld",
      /unknown recipe "separate-seg-mount-wld"; did you mean "separate-seg-mount-weld"\?/,
    ],
  ])("%s", (_, was, now, problem) => {
    if (typeof problem === "string") expect(told(was, now)).toBe(problem);
    else expect(told(was, now)).toMatch(problem);
  });

  test("has faults of form and of meaning: one report", () => {
    const text = small
      .replace("probability: 0.3", "probability: 0.4")
      .replace("- us-terbium-metal\n", "- us-terbium-metl\n")
      .replace("usd: 60e6", "usd: -1")
      .replace("{ sizing: on-off, capital: 40e6 }", "{ sizing: on-off, capital: -1 }")
      .replace("seed: 1", "sead: 1");
    try {
      read(text);
      expect.unreachable();
    } catch (error) {
      const lines = formatProblems((error as InputError).problems)
        .replaceAll(`${folder}/`, "")
        .split("\n");
      const said = (words: string) => lines.filter((line) => line.includes(words));
      for (const words of [
        "sum to 1.1",
        '"us-terbium-metl"',
        "budgets.0.usd: got -1",
        "capital: got -1",
        '"sead"',
        '"seed" is missing',
      ])
        expect.soft(said(words), words).toHaveLength(1);
      expect(lines).toHaveLength(6);
    }
  });

  test("has several faults: one report", () => {
    const text = small
      .replace("probability: 0.3", "probability: 0.4")
      .replace("- us-terbium-metal\n", "- us-terbium-metl\n")
      .replace("- partner: JPN", "- partner: JPM")
      .replace("needs: [us-heavy-separation-mp]", "needs: [us-samarium-metal]");
    expect(() => read(text)).toThrow(InputError);
    try {
      read(text);
    } catch (error) {
      const { problems } = error as InputError;
      expect(problems).toHaveLength(4);
      expect(problems.every((p) => p.file.endsWith("plan.yaml") && p.line > 1 && p.column !== undefined)).toBe(true);
    }
  });
});
