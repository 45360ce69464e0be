import { gunzipSync, gzipSync } from "node:zlib";
import { vocabularyOf } from "../../chain/vocabulary-of.ts";
import { type Dataset, InputError } from "../../dataset/index.ts";
import { exposureOf, readBom } from "../../exposure/index.ts";
import { ClearingError, EngineError } from "../../market/errors.ts";
import { PlanConflictError } from "../../planning/conflicts.ts";
import { planCsv } from "../../planning/csv.ts";
import { checkCandidates, openMarketEvaluator } from "../../planning/market-evaluator.ts";
import { openAtoms } from "../../planning/atoms.ts";
import type { PlanReport } from "../../planning/plan-report.ts";
import { runPlan } from "../../planning/run-plan.ts";
import { PolicyProblem } from "../../policy/problem.ts";
import { scenarioChains } from "../../simulation/chains.ts";
import { resultCsv } from "../../simulation/csv.ts";
import { rehearse } from "../../simulation/rehearse.ts";
import type { Rehearsal } from "../../simulation/result.ts";
import { type OpenWorkbench, openWorkbench } from "../../simulation/workbench.ts";
import type { Fault, Progress, Task, TaskResult } from "./task.ts";

type Tell = (progress: Progress) => void;
type TaskOf<Ask extends Task["ask"]> = Extract<Task, { ask: Ask }>;

const OPEN_AT_MOST = 4;
const PACKING = { level: 1 };

/** Computes tasks over one dataset; keeps the workbenches it has opened. */
export interface Answers {
  answer(task: Task, tell: Tell): Promise<TaskResult>;
}

export function openAnswers(parse: () => Dataset): Answers {
  let dataset: Dataset | undefined;
  const known = () => {
    dataset ??= parse();
    return dataset;
  };
  const benches = new Map<string, OpenWorkbench>();
  const bench = (chains: ReadonlySet<string>): OpenWorkbench => {
    const key = [...chains].sort().join();
    const open = benches.get(key) ?? openWorkbench(known(), chains);
    benches.delete(key);
    benches.set(key, open); // the one used last is the last to go
    for (const oldest of [...benches.keys()].slice(0, Math.max(0, benches.size - OPEN_AT_MOST))) benches.delete(oldest);
    return open;
  };

  const rehearsed = (
    id: string,
    task: Pick<TaskOf<"simulate">, "scenario" | "worth">,
    tell: Tell,
    also: string[] = [],
  ) => {
    tell({ doing: "balancing the figures" });
    const chains = scenarioChains(task.scenario, vocabularyOf(known()));
    const workbench = bench(chains.size === 0 ? chains : new Set([...chains, ...also])); // none means every chain
    return rehearse(workbench, id, task.scenario, {
      skipWorth: !task.worth,
      onRun: (done, total, label) => tell({ doing: label, done, total }),
    });
  };

  const compute = async (task: Task, tell: Tell): Promise<string> => {
    switch (task.ask) {
      case "simulate":
        return JSON.stringify(rehearsed(task.id, task, tell));
      case "exposure": {
        const { country } = task;
        const vocabulary = vocabularyOf(known());
        const bom = readBom("body", task.bom, vocabulary, country === undefined ? {} : { country });
        const own = bom.products.flatMap((product) => product.inputs.map((input) => input.commodity));
        const rehearsal = rehearsed(task.id, { scenario: task.scenario, worth: false }, tell, own);
        return JSON.stringify(
          exposureOf(rehearsal, bom, {
            ...(task.from === undefined ? {} : { from: task.from }),
            ...(task.secondSourceShare === undefined ? {} : { secondSourceShare: task.secondSourceShare }),
          }),
        );
      }
      case "plan":
        return JSON.stringify(await planned(known(), task, tell));
      case "csv": {
        const json: unknown = JSON.parse(gunzipSync(task.json).toString());
        return task.of === "plan" ? planCsv(json as PlanReport) : resultCsv(json as Rehearsal);
      }
      default:
        return task satisfies never;
    }
  };

  return {
    async answer(task, tell) {
      try {
        const text = Buffer.from(await compute(task, tell));
        return { ok: true, packed: gzipSync(text, PACKING), bytes: text.length };
      } catch (error) {
        return { ok: false, fault: faultOf(error) };
      }
    },
  };
}

async function planned(dataset: Dataset, { id, plan, notes }: TaskOf<"plan">, tell: Tell): Promise<PlanReport> {
  tell({ doing: "reading the futures" });
  checkCandidates(openAtoms(dataset, plan));
  const evaluator = openMarketEvaluator(dataset, plan, {
    onProgress: (done, total) => tell({ doing: "reference runs of every future", done, total }),
  });
  const report = await runPlan(dataset, plan, { name: id, evaluator, onProgress: tell });
  return { ...report, notes: [...notes, ...report.notes] };
}

function faultOf(error: unknown): Fault {
  if (error instanceof InputError) return { kind: "input", problems: error.problems };
  if (error instanceof PolicyProblem) return { kind: "policy", problems: error.problems };
  if (error instanceof PlanConflictError)
    return { kind: "conflict", message: error.message, constraints: error.constraints };
  if (error instanceof ClearingError || error instanceof EngineError) return { kind: "model", message: error.message };
  const [, ...at] = (error instanceof Error ? (error.stack ?? "") : "")
    .split("\n")
    .filter((l) => /^\s+at /.test(l) || l);
  return { kind: "program", name: error instanceof Error ? error.name : typeof error, at: framesOf(at) };
}

/** The frames of a stack without its message, which may quote what was sent. */
function framesOf(lines: readonly string[]): string {
  return lines
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join("\n");
}
