import { expect, test } from "vitest";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { readPlan } from "../../src/cli/io/read-plan.ts";
import { openAtoms } from "../../src/planning/atoms.ts";
import { judgeOf } from "../../src/planning/judge.ts";
import type { JudgedPortfolio } from "../../src/planning/judged.ts";

test("the Japanese stockpile of dysprosium does no harm under controls: it stops buying and sells", {
  timeout: 120_000,
}, async () => {
  const dataset = readDataset();
  const read = readPlan("plans/us-japan.yaml", { dataset, vocabulary: vocabularyOf(dataset) }).plan;
  const kept = ["april-2025-controls", "october-2025-expansion"];
  const plan = {
    ...read,
    futures: read.futures.filter((f) => kept.includes(f.id)).map((f) => ({ ...f, draws: 1, probability: 0.5 })),
    candidates: read.candidates.filter((c) => c.id === "jp-stockpile-dysprosium"),
  };
  const { atoms, world } = openAtoms(dataset, plan);
  const { judge } = judgeOf(plan, atoms, world);
  const [without, withIt] = [await judge([0]), await judge([1])];
  const lost = (p: JudgedPortfolio, atom: number) =>
    p.atoms[atom]!.uses.reduce((sum, use) => sum + use.valueAtRiskUsd, 0);
  for (const atom of atoms.keys()) {
    // bought up to 2.5 times the base price and sold from 3.5 times, it cost products of 3.6 and 0.3 billion USD
    expect(lost(withIt, atom)).toBeLessThan(lost(without, atom));
    expect(withIt.atoms[atom]!.systemCostUsd).toBeLessThan(without.atoms[atom]!.systemCostUsd);
  }
});
