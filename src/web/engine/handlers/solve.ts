import type { JudgedPortfolio } from "../../../planning/judged.ts";
import { openMarketEvaluator } from "../../../planning/market-evaluator.ts";
import { runPlan } from "../../../planning/run-plan.ts";
import type { SolveAnswer, SolveRequest } from "../asks/plan.ts";
import { judgingOf } from "../judging.ts";
import { readPlan } from "../read-plan.ts";
import type { EngineState } from "../state.ts";
import type { Talk } from "../talk.ts";

/** The best portfolio for each budget and all that `monazite plan` says of them; HiGHS is loaded when first needed. */
export async function solve(state: EngineState, request: SolveRequest, talk: Talk<"solve">): Promise<SolveAnswer> {
  const read = readPlan(state, request);
  const { budgetMultiples = read.plan.budgetMultiples, gapShare = read.plan.gapShare } = request;
  const plan = { ...read.plan, budgetMultiples, gapShare };
  talk.progress({ doing: "balancing" });
  await talk.pause();
  const evaluator = openMarketEvaluator(state.dataset, plan);
  const judging = judgingOf(state, read);
  const report = await runPlan(state.dataset, plan, {
    name: read.id,
    evaluator,
    onProgress: ({ done, total }) => talk.progress({ doing: "planning", done, total }),
    judgeBy: {
      atoms: judging.atoms,
      async judge(x, { onAtom } = {}): Promise<JudgedPortfolio> {
        const scales = Array.from(x);
        const atoms = [];
        for (const atom of judging.atoms.keys()) {
          await talk.pause();
          atoms.push(judging.judged(atom, scales));
          onAtom?.(atoms.length, judging.atoms.length);
        }
        return { x: scales, atoms };
      },
    },
  });
  return { ...report, notes: [...read.notes, ...report.notes] };
}
