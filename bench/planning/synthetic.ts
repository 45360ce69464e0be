import { solvePlan } from "../../src/planning/solve.ts";
import { manyCandidates } from "../../test/planning/many-candidates.ts";
import { oneProgram } from "../../test/planning/one-program.ts";

/** The search alone, on losses that take no time: how many portfolios are evaluated, and the same plan in one program of HiGHS. */
export async function reportSynthetic(print: (line: string) => void = console.log): Promise<void> {
  print("planning, losses by formula: 40 candidates × 20 futures to a gap of 1 %");
  for (const curved of [true, false]) {
    const { plan, worlds, evaluator } = manyCandidates({ candidates: 40, futures: 20, seed: 2, curved });
    const start = performance.now();
    const found = await solvePlan(plan, evaluator);
    const words = curved ? "curved" : "straight";
    print(
      `  ${words} losses: ${found.iterations} portfolios evaluated, gap ${percent(found.gapShare)}, ${since(start)}`,
    );
    if (curved) continue;
    const again = performance.now();
    const whole = await oneProgram(plan, worlds, plan.gapShare);
    const gap = (whole.objectiveUsd - whole.boundUsd) / whole.objectiveUsd;
    print(
      `  the same in one program of HiGHS (${whole.columns} columns, ${whole.rows} rows): gap ${percent(gap)}, ${since(again)}; ` +
        `objective ${percent(whole.objectiveUsd / found.objectiveUsd)} of the one found`,
    );
  }
}

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
const since = (start: number) => `${((performance.now() - start) / 1000).toFixed(1)} s`;
