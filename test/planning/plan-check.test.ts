import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { readPlan } from "../../src/cli/io/read-plan.ts";
import { openAtoms } from "../../src/planning/atoms.ts";
import { planShape } from "../../src/planning/plan-check.ts";

const dataset = readDataset();
const known = { dataset, vocabulary: vocabularyOf(dataset) };
const files = readdirSync("plans").filter((name) => name.endsWith(".yaml"));
const plain = (file: string) => JSON.parse(JSON.stringify(readPlan(`plans/${file}`, known).plan));

describe("a plan that comes as JSON", () => {
  test.each(files)("%s is one, with its atoms and candidates", (file) => {
    const { plan } = readPlan(`plans/${file}`, known);
    expect(planShape(plain(file))).toEqual({
      atoms: openAtoms(dataset, plan).atoms.length,
      candidates: plan.candidates.length,
    });
  });

  test("is refused with the place where it is none", () => {
    const plan = plain("small.yaml");
    const words = (changes: object) => {
      try {
        planShape({ ...plan, ...changes });
        return "accepted";
      } catch (error) {
        return error instanceof Error ? error.message : "";
      }
    };
    expect(words({})).toBe("accepted");
    expect(words({ months: 1e9 })).toContain("the plan cannot be used: months: ");
    expect(words({ futures: [] })).toContain("futures: ");
    expect(words({ candidates: Array(201).fill(plan.candidates[0]) })).toContain("candidates: ");
    const [first] = plan.candidates;
    expect(words({ candidates: [{ ...first, policy: { ...first.policy, kind: "magic" } }] })).toContain(
      "candidates.0.policy.kind: ",
    );
    const huge = plan.futures.map((f: object) => ({ ...f, draws: 99_999 }));
    expect(words({ futures: huge })).toBe("the plan has 199998 futures with draws, 100000 are allowed");
    expect(() => planShape("a plan")).toThrow("the plan cannot be used");
  });
});
