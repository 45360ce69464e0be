/**
 * Each stockpile of a plan alone, one draw of each future: what the planning problem and the month simulation make of it.
 * `npx tsx bench/planning/stockpiles.ts plans/us-japan.yaml`; docs/planning.md quotes it.
 */
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { readPlan } from "../../src/cli/io/read-plan.ts";
import { openAtoms } from "../../src/planning/atoms.ts";
import { judgeOf } from "../../src/planning/judge.ts";
import { expectedLossUsd } from "../../src/planning/judged-summary.ts";
import { openMarketEvaluator } from "../../src/planning/market-evaluator.ts";
import { costUsd } from "../../src/planning/money.ts";
import { surplusAvoided } from "../../src/planning/worth.ts";

const dataset = readDataset(undefined);
const read = readPlan(process.argv[2] ?? "plans/us-japan.yaml", { dataset, vocabulary: vocabularyOf(dataset) });
const plan = { ...read.plan, futures: read.plan.futures.map((future) => ({ ...future, draws: 1 })) };
const { atoms, world } = openAtoms(dataset, plan);
const evaluator = openMarketEvaluator(dataset, plan);
const judge = judgeOf(plan, atoms, world);

const zero = plan.candidates.map(() => 0);
const nothing = await evaluator.evaluate(Float64Array.from(zero));
const without = await judge.judge(zero);
const mean = (usd: (atom: number) => number) => atoms.reduce((sum, a, s) => sum + a.probability * usd(s), 0);
const rows: Record<string, Record<string, number>> = {};
for (const [k, { id, policy }] of plan.candidates.entries()) {
  if (policy.kind !== "public-stockpile" && policy.kind !== "joint-stockpile") continue;
  const x = zero.with(k, 1);
  const planned = await evaluator.evaluate(Float64Array.from(x));
  const withIt = await judge.judge(x);
  const surplus = surplusAvoided(plan, atoms, without, withIt);
  const world = surplusAvoided({ ...plan, objective: { ...plan.objective, count: "world" } }, atoms, without, withIt);
  const spared = (measure: "surplusLostUsd" | "valueAtRiskUsd") =>
    expectedLossUsd(atoms, without, measure) - expectedLossUsd(atoms, withIt, measure);
  const millions = {
    budget: costUsd(plan, x),
    purse: mean((s) => withIt.atoms[s]!.paid.reduce((sum, { usd }) => sum + usd, 0)),
    planning: mean((s) => nothing.lossUsd[s]! - planned.lossUsd[s]!),
    simulation: mean((s) => surplus[s]!),
    "with other countries": mean((s) => world[s]!),
    users: spared("surplusLostUsd"),
    products: spared("valueAtRiskUsd"),
  };
  rows[id] = Object.fromEntries(Object.entries(millions).map(([what, usd]) => [what, Number((usd / 1e6).toFixed(1))]));
}
console.table(rows);
await evaluator.close();
