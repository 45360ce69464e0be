import { join } from "node:path";
import type { Evaluation } from "../../src/planning/evaluator.ts";
import type { Plan } from "../../src/planning/plan.ts";
import type { WriteBytes } from "../../src/store/atomic-write.ts";
import type { ValuingEvaluator } from "../../src/store/plan-evaluator.ts";
import { executePlan } from "../../src/store/plan-execute.ts";
import { createPlanFolder } from "../../src/store/plan-folder.ts";
import { createPlanManifest } from "../../src/store/plan-manifest.ts";
import { versions } from "./synthetic.ts";

// A plan that costs nothing: the store does not care what the numbers mean.

export const plan = {
  title: "Three candidates",
  months: 12,
  candidates: [{}, {}, {}],
  futures: [{}, {}],
} as unknown as Plan;

const atoms = [
  { id: "a/0", future: "a", draw: 0, probability: 0.6 },
  { id: "b/0", future: "b", draw: 0, probability: 0.4 },
];

/** Losses that depend on x with many digits and a −0; it counts what it is asked. */
export function syntheticEvaluator(): ValuingEvaluator<number[]> & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    atoms,
    asked,
    async evaluate(x): Promise<Evaluation> {
      asked.push(`evaluate ${[...x].join(" ")}`);
      const lossUsd = Float64Array.from(
        atoms,
        (a, s) => 1e10 / 3 - a.probability * 1e9 * Math.sqrt(2 + x[0]! + s * x[1]!),
      );
      const lossUsdByYear = [...lossUsd].map((usd) => Float64Array.of(usd / 3, (2 * usd) / 3));
      return {
        x,
        lossUsd,
        lossUsdByYear,
        slopeUsd: atoms.map((_, s) => Float64Array.from([-1 / 3, -0, -s / 7])),
        clearings: 24,
      };
    },
    async marginalUsd(x) {
      asked.push(`marginal ${[...x].join(" ")}`);
      return [x[0]! / 3, x[1]! / 7];
    },
    async close() {
      asked.push("close");
    },
  };
}

const PORTFOLIOS = [
  [0, 0, 0],
  [1, 0, 0],
  [1, 0.30000000000000004, 0],
  [0, 1, 1],
];

/** Runs or completes the plan in a folder; what was said and asked comes back with the report. */
export async function completePlan(folder: string, write?: WriteBytes, signal?: AbortSignal) {
  const manifest = createPlanManifest("run", { planId: "three", plan, bruteForce: false }, versions);
  const run = createPlanFolder(join(folder, "run"), manifest, write);
  const said: string[] = [];
  const evaluator = syntheticEvaluator();
  const report = await executePlan({
    run,
    say: (message) => said.push(message),
    signal,
    atoms,
    open: async () => evaluator,
    compute: async (kept) => {
      const losses: number[][] = [];
      for (const x of PORTFOLIOS) losses.push([...(await kept.evaluate(Float64Array.from(x))).lossUsd]);
      const slopes = (await kept.evaluate(Float64Array.from([0, -0, 0]))).slopeUsd.map((s) => [...s]);
      const byYear = (await kept.evaluate(Float64Array.from([1, 0, 0]))).lossUsdByYear!.map((usd) => [...usd]);
      const marginal = await kept.marginalUsd(Float64Array.from([1, 0, 0]));
      const judged = await kept.remember("judged", [1, 0, 0], async () => ({ loss: losses[1]![0]! / 9 }));
      return { atoms: kept.atoms.length, losses, byYear, slopes, marginal, judged };
    },
  });
  return { run, report, said, asked: evaluator.asked };
}
