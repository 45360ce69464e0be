import { workerData } from "node:worker_threads";
import { type Dataset, parseDataset } from "../dataset/index.ts";
import { type Atoms, openAtoms } from "../planning/atoms.ts";
import { atomJudge } from "../planning/judge.ts";
import { type OpenPlanning, openPlanning } from "../planning/market-evaluator.ts";
import type { Plan } from "../planning/plan.ts";
import { codeVersion } from "./code-version.ts";
import type { PlanAsText, PlanTask, PlanTaskResult, PlanWorkerSetup } from "./plan-task.ts";

// What runs in a worker thread: scripts/build.mjs bundles it to dist/plan-worker.js.

interface OpenPlan {
  readonly plan: Plan;
  readonly opened: Atoms;
  readonly judgeOne: ReturnType<typeof atomJudge>;
  /** planning problems by the atoms they are of, made ready when first asked for */
  readonly planning: Map<string, OpenPlanning>;
}

const OPEN_AT_MOST = 2;
const setup: PlanWorkerSetup = workerData;
const ready = new Int32Array(setup.counter);
const open = new Map<string, OpenPlan>();
let dataset: Dataset | undefined;

/** Answers a task; a plan is opened at its first one and kept for the next. */
export default async function runTask({ plan, ask, atoms, x }: PlanTask): Promise<PlanTaskResult> {
  try {
    const own = await codeVersion();
    if (own !== setup.codeVersion)
      throw new Error(`dist/plan-worker.js is of code ${own}, expected ${setup.codeVersion}; npm run build`);
    const known = planOf(plan);
    if (ask === "judge") return { ok: true, values: [], judged: atoms.map((atom) => known.judgeOne(atom, x)) };
    const planning = planningOf(known, atoms);
    return { ok: true, values: ask === "ready" ? [] : planning.values(Float64Array.from(x)), judged: [] };
  } catch (error) {
    return error instanceof Error ? failed(error.name, error.message) : failed("Error", String(error));
  }
}

function planOf({ text, hash }: PlanAsText): OpenPlan {
  const known = open.get(hash);
  if (known !== undefined) return known;
  for (const oldest of [...open.keys()].slice(0, Math.max(0, open.size - OPEN_AT_MOST + 1))) open.delete(oldest);
  dataset ??= parseDataset(setup.tables);
  const plan: Plan = JSON.parse(text);
  const opened = openAtoms(dataset, plan);
  const fresh = { plan, opened, judgeOne: atomJudge(plan, opened.atoms, opened.world), planning: new Map() };
  open.set(hash, fresh);
  return fresh;
}

function planningOf({ plan, opened, planning }: OpenPlan, atoms: readonly number[]): OpenPlanning {
  const key = atoms.join();
  const known = planning.get(key);
  if (known !== undefined) return known;
  const fresh = openPlanning(opened, plan, { atoms, onProgress: () => Atomics.add(ready, 0, 1) });
  planning.set(key, fresh);
  return fresh;
}

const failed = (name: string, message: string): PlanTaskResult => ({ ok: false, name, message });
