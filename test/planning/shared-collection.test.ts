import { expect, test } from "vitest";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { readPlan } from "../../src/cli/io/read-plan.ts";
import { openMarketEvaluator } from "../../src/planning/market-evaluator.ts";

test("two candidates that collect the same country's scrap bound each other: losses stay convex", {
  timeout: 60_000,
}, async () => {
  const dataset = readDataset();
  const read = readPlan("plans/eu-crma-2030.yaml", { dataset, vocabulary: vocabularyOf(dataset) }).plan;
  const both = ["de-recycling-bitterfeld", "eu-scrap-collection"];
  const [future] = read.futures;
  const plan = {
    ...read,
    months: 30,
    futures: [{ ...future!, probability: 1, draws: 1 }],
    candidates: read.candidates.filter((c) => both.includes(c.id)),
  };
  const { evaluate } = openMarketEvaluator(dataset, plan);
  const evaluations = [
    await evaluate(Float64Array.of(0, 0)),
    await evaluate(Float64Array.of(4, 0)),
    await evaluate(Float64Array.of(0, 1)),
    await evaluate(Float64Array.of(4, 1)),
  ];
  expect(evaluations[3]!.lossUsd[0]).toBeLessThan(evaluations[0]!.lossUsd[0]! - 1e6);
  for (const from of evaluations)
    for (const to of evaluations) {
      const cut = to.x.reduce((sum, x, k) => sum + from.slopeUsd[0]![k]! * (x - from.x[k]!), from.lossUsd[0]!);
      expect(cut).toBeLessThanOrEqual(to.lossUsd[0]! + 1);
    }
});
