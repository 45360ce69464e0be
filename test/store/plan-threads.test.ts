import { expect, test } from "vitest";
import { readVersioned } from "../../src/cli/io/run-store.ts";
import { openAtoms } from "../../src/planning/atoms.ts";
import { judgeOf } from "../../src/planning/judge.ts";
import { openMarketEvaluator } from "../../src/planning/market-evaluator.ts";
import { startPlanPool } from "../../src/store/plan-pool.ts";
import { planAsText } from "../../src/store/plan-task.ts";
import { openThreadedEvaluator, startPlanThreads } from "../../src/store/plan-threads.ts";
import { shippedCut } from "../planning/shipped-cut.ts";

const { dataset, plan } = shippedCut();
const { tables } = await readVersioned();
const text = (value: unknown) => JSON.stringify(value);
const portfolios = [[], [1, 0, 1, 0, 0.5], [1, 1, 1, 1, 1]].map((scales) =>
  Float64Array.from(plan.candidates, (_, k) => scales[k] ?? 0),
);

test("answers have the same bytes in one thread, in two and in four, where three have an atom", {
  timeout: 60_000,
}, async () => {
  const here = openMarketEvaluator(dataset, plan);
  const expected = await Promise.all(portfolios.map((x) => here.evaluate(x)));
  const marginal = await here.marginalUsd(portfolios[1]!);
  for (const workers of [1, 2, 4]) {
    const told: [number, number][] = [];
    const threaded = await openThreadedEvaluator(tables, plan, workers, {
      dataset,
      onProgress: (done, total) => told.push([done, total]),
    });
    try {
      expect(threaded.atoms).toEqual(here.atoms);
      for (const i of [2, 0, 1]) expect(await threaded.evaluate(portfolios[i]!)).toEqual(expected[i]);
      expect(await threaded.marginalUsd(portfolios[1]!)).toEqual(marginal);
      expect(told.at(-1)).toEqual([3, 3]);
    } finally {
      await threaded.close();
    }
  }
});

test("simulated portfolios have the same bytes here, in one thread, in two and in four, whatever was asked before", {
  timeout: 60_000,
}, async () => {
  const { atoms, world } = openAtoms(dataset, plan);
  // a judge of its own for each: nothing is left over from the one before
  const expected = await Promise.all(portfolios.map((x) => judgeOf(plan, atoms, world).judge(x)));
  const once = judgeOf(plan, atoms, world);
  for (const i of [2, 0, 1, 2]) expect(text(await once.judge(portfolios[i]!))).toBe(text(expected[i]));
  for (const workers of [1, 2, 4]) {
    const { judge, close } = await startPlanThreads(tables, plan, workers, dataset);
    const told: number[] = [];
    try {
      for (const i of [2, 0, 1])
        expect(text(await judge.judge(portfolios[i]!, { onAtom: (done) => told.push(done) }))).toBe(text(expected[i]));
      expect(told).toEqual([1, 2, 3, 1, 2, 3, 1, 2, 3]);
      const stopped = judge.judge(portfolios[0]!, { signal: AbortSignal.abort(new Error("stop it")) });
      await expect(stopped).rejects.toThrow("stop it");
    } finally {
      await close();
    }
  }
});

test("a thread that is asked about more plans than it keeps answers each as before", { timeout: 60_000 }, async () => {
  const here = openMarketEvaluator(dataset, plan, { atoms: [1] });
  const x = portfolios[1]!;
  const { lossUsd, clearings } = await here.evaluate(x);
  const pool = await startPlanPool(tables, 1);
  try {
    const plans = ["first", "second", "third"].map((title) => planAsText({ ...plan, title }));
    for (const which of [0, 1, 2, 0, 2]) {
      const task = { plan: plans[which]!, ask: "value", atoms: [1], x: [...x] } as const;
      expect((await pool.run(0, task)).values).toMatchObject([{ lossUsd: lossUsd[0], clearings }]);
    }
  } finally {
    await pool.close();
  }
});

test("what goes wrong in a thread is told in the words it had, and the threads end", { timeout: 60_000 }, async () => {
  const clash = {
    ...plan,
    candidates: [{ ...plan.candidates[0]!, id: Object.keys(plan.futures[0]!.scenario.events)[0]! }],
  };
  await expect(openThreadedEvaluator(tables, clash, 2, { dataset })).rejects.toThrow("rename the candidate");
  const threaded = await openThreadedEvaluator(tables, plan, 2, { dataset });
  await expect(threaded.evaluate(new Float64Array(2))).rejects.toThrow("got 2 scales");
  await threaded.close();
});
