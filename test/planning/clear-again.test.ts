import { expect, test } from "vitest";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { readPlan } from "../../src/cli/io/read-plan.ts";
import { openMarketEvaluator } from "../../src/planning/market-evaluator.ts";

/** Scales at which month 18 of the first draw of april-2025-controls gave up from the prices of the month before. */
const scales: Readonly<Record<string, number>> = {
  "us-ndpr-metal": 0.775671394,
  "us-dysprosium-metal": 0.953125,
  "us-terbium-metal": 0.71271171675,
  "us-magnets-js-link": 0.96875,
  "us-heavy-separation-mp": 0.223501737,
  "us-separation-aclara": 0.984375,
  "br-carina": 0.984375,
  "br-serra-verde": 0.10084457653125001,
  "us-recycling-hypromag": 0.004170833328125,
  "jp-terbium-metal": 0.057951973500000004,
  "jp-thrift-dysprosium": 0.6932136694687501,
  "my-lynas-heavy-2": 0.011574074078125,
};

test("a month that gives up from the last month's prices is cleared from its own reference prices", {
  timeout: 60_000,
}, async () => {
  const dataset = readDataset();
  const { decided = [], ...read } = readPlan("plans/us-japan.yaml", {
    dataset,
    vocabulary: vocabularyOf(dataset),
  }).plan;
  // what is decided was a candidate then, as these scales have it
  const plan = { ...read, candidates: [...read.candidates, ...decided] };
  const evaluator = openMarketEvaluator(dataset, plan, { atoms: [8] });
  const x = Float64Array.from(plan.candidates, ({ id }) => scales[id] ?? 0);
  const [nothing, some] = [await evaluator.evaluate(new Float64Array(x.length)), await evaluator.evaluate(x)];
  expect(some.lossUsd[0]).toBeLessThan(nothing.lossUsd[0]!);
  // convex: the cut at nothing lies below
  const cut = nothing.lossUsd[0]! + nothing.slopeUsd[0]!.reduce((sum, slope, k) => sum + slope * x[k]!, 0);
  expect(some.lossUsd[0]).toBeGreaterThanOrEqual(cut * (1 - 1e-9));
});
