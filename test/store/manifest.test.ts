import { describe, expect, test } from "vitest";
import { InputError } from "../../src/dataset/index.ts";
import { checkColumns } from "../../src/store/check-columns.ts";
import { checkVersions, manifestText, parseManifest, planHash, runIdOf } from "../../src/store/manifest.ts";
import { shippedScenario } from "../shipped/shipped.ts";
import { syntheticManifest, syntheticPlan, versions } from "./synthetic.ts";

const manifest = syntheticManifest();
const text = manifestText(manifest);
const problems = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ message }) => message);
    throw error;
  }
  return [];
};

describe("a manifest", () => {
  test("is read back as it was, a shipped scenario with its uncertain inputs too", () => {
    expect(parseManifest("m", text)).toEqual(manifest);
    const shipped = syntheticManifest(syntheticPlan({ scenario: shippedScenario("us-japan-framework") }));
    expect(parseManifest("m", manifestText(shipped))).toEqual(JSON.parse(JSON.stringify(shipped)));
  });

  test("of a run that was made before ids had a rule is read", () => {
    const scenario = shippedScenario("us-japan-framework");
    const event = Object.values(scenario.events)[0]!;
    const old = syntheticManifest(syntheticPlan({ scenario: { ...scenario, events: { x_y: event } } }));
    expect(Object.keys(parseManifest("m", manifestText(old)).plan.scenario.events)).toEqual(["x_y"]);
  });

  test("that is no manifest says so", () => {
    expect(problems(() => parseManifest("m", text.slice(0, 100)))[0]).toContain("the manifest is not JSON");
    expect(problems(() => parseManifest("m", "[]"))).toEqual(['got format undefined, expected "monazite-run/2"']);
    const later = text.replace("monazite-run/2", "monazite-run/1");
    expect(problems(() => parseManifest("m", later))).toEqual([
      'got format "monazite-run/1", expected "monazite-run/2"',
    ]);
  });

  test("with what does not belong, or without what does, lists all of it", () => {
    const { seed: _, ...plan } = manifest.plan;
    const wrong = { ...manifest, plan, chunkDraws: 0, extra: 1 };
    const found = problems(() => parseManifest("m", JSON.stringify(wrong))).join("\n");
    for (const word of ["plan.seed", "chunkDraws", "extra"]) expect(found).toContain(word);
  });

  test("whose plan was changed afterwards is refused", () => {
    const found = problems(() => parseManifest("m", text.replace('"draws": 25', '"draws": 26')));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^planHash says [0-9a-f]{64}, what is there has [0-9a-f]{64}$/);
  });

  test.each([
    ["a unit", '"unit": "share"', '"unit": "EUR"'],
    ["a title", '"title": "price/a/JPN"', '"title": "price"'],
    ["the size of chunks", '"chunkDraws": 10', '"chunkDraws": 5'],
    ["a month", '"2027-02"', '"2027-03"'],
    ["the version of the code", "cccc", "aaaa"],
    ["the version of the data", "dddd", "aaaa"],
  ])("of which %s was changed afterwards is refused", (_, was, now) => {
    expect(text).toContain(was);
    const found = problems(() => parseManifest("m", text.replace(was, now)));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^manifestHash says [0-9a-f]{64}, what is there has [0-9a-f]{64}$/);
  });

  test("has the same hash under another name only", () => {
    expect(syntheticManifest(syntheticPlan(), "other").manifestHash).toBe(manifest.manifestHash);
    expect(syntheticManifest(syntheticPlan(), "run", 5).manifestHash).not.toBe(manifest.manifestHash);
  });

  test("whose columns are not those the plan gives is refused, the first named", () => {
    const run = { folder: "runs/run", manifest };
    expect(problems(() => checkColumns(run, manifest.columns))).toEqual([]);
    const [first, second] = manifest.columns.outcomes;
    const dearer = { ...manifest.columns, outcomes: [first!, { ...second!, unit: "USD" }] };
    expect(problems(() => checkColumns(run, dearer))).toEqual([
      `columns.outcomes.1: got ${JSON.stringify(second)}, the plan gives ${JSON.stringify({ ...second, unit: "USD" })}`,
    ]);
    const fewer = { ...manifest.columns, months: ["2026-12", "2027-01"] };
    expect(problems(() => checkColumns(run, fewer))).toEqual(['columns.months.2: got "2027-02", the plan gives none']);
  });

  test("of another code or dataset is refused, both versions named", () => {
    const own = { codeVersion: "e".repeat(64), dataHash: "f".repeat(64) };
    expect(problems(() => checkVersions("m", manifest, own))).toEqual([
      "the run was begun with code version cccccccccccc, this is code version eeeeeeeeeeee",
      "the run was begun with data version dddddddddddd, this is data version ffffffffffff",
    ]);
    expect(problems(() => checkVersions("m", manifest, versions))).toEqual([]);
  });
});

describe("a run's name", () => {
  test("is the same for the same plan in another order of keys, and another for another seed", () => {
    const plan = syntheticPlan();
    const turned = {
      ...plan,
      scenario: Object.fromEntries(Object.entries(plan.scenario).reverse()) as typeof plan.scenario,
    };
    expect(planHash(turned)).toBe(planHash(plan));
    expect(runIdOf(turned, versions)).toBe(runIdOf(plan, versions));
    expect(runIdOf(plan, versions)).toMatch(/^synthetic-[0-9a-f]{8}$/);
    expect(runIdOf({ ...plan, seed: 2 }, versions)).not.toBe(runIdOf(plan, versions));
    expect(runIdOf(plan, { ...versions, codeVersion: "e".repeat(64) })).not.toBe(runIdOf(plan, versions));
  });
});
