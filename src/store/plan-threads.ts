import { type Dataset, parseDataset } from "../dataset/index.ts";
import type { AtomValue } from "../planning/atom-value.ts";
import { openAtoms } from "../planning/atoms.ts";
import { checkCandidates, evaluatorOf, type MarketEvaluator } from "../planning/market-evaluator.ts";
import type { Plan } from "../planning/plan.ts";
import { codeVersion } from "./code-version.ts";
import type { PlanTask, PlanTaskResult, PlanWorkerSetup } from "./plan-task.ts";
import { workerFile } from "./worker-file.ts";

const TELL_MILLISECONDS = 250;

export interface ThreadedOptions {
  /** told while atoms are made ready */
  readonly onProgress?: (done: number, total: number) => void;
  /** the tables parsed, where that is at hand */
  readonly dataset?: Dataset;
}

/**
 * The evaluator of a plan with its atoms dealt out to threads, one after the other; each thread keeps its own. Answers
 * are put together in the order of the atoms, so they have the same bytes with any number of threads.
 * @param tables the curated tables by name
 *
 * Errors: those of the dataset, the futures and the candidates.
 */
export async function openThreadedEvaluator(
  tables: ReadonlyMap<string, string>,
  plan: Plan,
  workers: number,
  { onProgress, dataset = parseDataset(tables) }: ThreadedOptions = {},
): Promise<MarketEvaluator> {
  const { Piscina } = await import("piscina");
  const opened = openAtoms(dataset, plan);
  checkCandidates(opened); // here, where errors keep their class
  const { atoms } = opened;
  const threads = Math.max(1, Math.min(workers, atoms.length));
  const counter = new SharedArrayBuffer(4);
  const shared = { tables, plan, counter, codeVersion: await codeVersion() };
  const filename = await workerFile("plan");
  // one pool per thread: a pool hands a task to whichever thread is free, and atoms live in one of them
  const pools = Array.from({ length: threads }, (_, w) => {
    const workerData: PlanWorkerSetup = { ...shared, atoms: atoms.flatMap((_, i) => (i % threads === w ? [i] : [])) };
    return new Piscina<PlanTask, PlanTaskResult>({ filename, minThreads: 1, maxThreads: 1, workerData, execArgv: [] });
  });
  const close = async () => {
    await Promise.all(pools.map((pool) => pool.destroy()));
  };
  const everywhere = (x: PlanTask) => Promise.all(pools.map(async (pool) => valuesOf(await pool.run(x))));
  const told = new Int32Array(counter);
  const timer = setInterval(() => onProgress?.(Atomics.load(told, 0), atoms.length), TELL_MILLISECONDS);
  try {
    await everywhere(null);
  } catch (error) {
    await close();
    throw error;
  } finally {
    clearInterval(timer);
  }
  onProgress?.(atoms.length, atoms.length);
  return evaluatorOf(
    plan,
    atoms,
    async (x) => {
      const dealt = await everywhere(x);
      return atoms.map((_, i) => dealt[i % threads]![Math.floor(i / threads)]!);
    },
    close,
  );
}

function valuesOf(result: PlanTaskResult): AtomValue[] {
  if (result.ok) return result.values;
  const error = new Error(result.message);
  error.name = result.name;
  throw error;
}
