import { workerData } from "node:worker_threads";
import { type Dataset, parseDataset } from "../dataset/index.ts";
import { type Atoms, openAtoms } from "../planning/atoms.ts";
import { atomJudge } from "../planning/judge.ts";
import { type LazyPlanning, lazyPlanning } from "../planning/market-evaluator.ts";
import type { Plan } from "../planning/plan.ts";
import { codeVersion } from "./code-version.ts";
import type { PlanAsText, PlanTask, PlanTaskResult, PlanWorkerSetup } from "./plan-task.ts";

// What runs in a worker thread: scripts/build.mjs bundles it to dist/plan-worker.js.

interface OpenPlan {
  readonly plan: Plan;
  readonly opened: Atoms;
  readonly judgeOne: ReturnType<typeof atomJudge>;
  /** planning problems of the atoms that were asked for; undefined while none was */
  planning: LazyPlanning | undefined;
}

const OPEN_AT_MOST = 2;
const setup: PlanWorkerSetup = workerData;
const ready = new Int32Array(setup.counter);
const open = new Map<string, OpenPlan>();
let dataset: Dataset | undefined;

/** Answers a task; a plan is opened at its first one, an atom when it is first asked for, and both are kept. */
export default async function runTask({ plan, ask, atoms, x }: PlanTask): Promise<PlanTaskResult> {
  try {
    const own = await codeVersion();
    if (own !== setup.codeVersion)
      throw new Error(`dist/plan-worker.js is of code ${own}, expected ${setup.codeVersion}; npm run build`);
    const known = planOf(plan);
    if (ask === "judge") return { ok: true, values: [], judged: atoms.map((atom) => known.judgeOne(atom, x)) };
    known.planning ??= lazyPlanning(known.opened, known.plan);
    const { planning } = known;
    if (ask === "value")
      return { ok: true, values: atoms.map((atom) => planning.value(atom, Float64Array.from(x))), judged: [] };
    for (const atom of atoms) {
      planning.open(atom);
      Atomics.add(ready, 0, 1);
    }
    return { ok: true, values: [], judged: [] };
  } catch (error) {
    return error instanceof Error ? failed(error.name, error.message) : failed("Error", String(error));
  }
}

function planOf({ text, hash }: PlanAsText): OpenPlan {
  const known = open.get(hash) ?? openPlan(text);
  open.delete(hash); // what was asked for last is forgotten last
  open.set(hash, known);
  for (const oldest of [...open.keys()].slice(0, Math.max(0, open.size - OPEN_AT_MOST))) open.delete(oldest);
  return known;
}

function openPlan(text: string): OpenPlan {
  dataset ??= parseDataset(setup.tables);
  const plan: Plan = JSON.parse(text);
  const opened = openAtoms(dataset, plan);
  return { plan, opened, judgeOne: atomJudge(plan, opened.atoms, opened.world), planning: undefined };
}

const failed = (name: string, message: string): PlanTaskResult => ({ ok: false, name, message });
