import { type Dataset, parseDataset } from "../dataset/index.ts";
import { openAtoms } from "../planning/atoms.ts";
import type { Judge } from "../planning/judge.ts";
import type { JudgedAtom } from "../planning/judged.ts";
import { checkCandidates, evaluatorOf, type MarketEvaluator } from "../planning/market-evaluator.ts";
import type { Plan } from "../planning/plan.ts";
import { startPlanPool } from "./plan-pool.ts";
import { planAsText } from "./plan-task.ts";

const TELL_MILLISECONDS = 250;

export interface ThreadedOptions {
  /** told while atoms are made ready */
  readonly onProgress?: (done: number, total: number) => void;
  /** the tables parsed, where that is at hand */
  readonly dataset?: Dataset;
}

/** What computes for a plan somewhere else than in this thread. */
export interface PlanCrew {
  readonly judge: Judge;
  /** makes the planning problems ready. Errors: those of the futures and the candidates */
  openEvaluator(onProgress?: ThreadedOptions["onProgress"]): Promise<MarketEvaluator>;
  close(): Promise<void>;
}

/**
 * A plan's work dealt out to threads. Planning problems stay in the thread that made them ready; simulations go to
 * whoever is free. Answers are put together in the order of the atoms: the same bytes with any number of threads.
 * @param tables the curated tables by name
 *
 * Errors: those of the dataset, the futures and the candidates.
 */
export async function startPlanThreads(
  tables: ReadonlyMap<string, string>,
  plan: Plan,
  workers: number,
  dataset = parseDataset(tables),
): Promise<PlanCrew> {
  const opened = openAtoms(dataset, plan);
  checkCandidates(opened); // here, where errors keep their class
  const { atoms } = opened;
  const threads = Math.max(1, Math.min(workers, atoms.length));
  const pool = await startPlanPool(tables, threads);
  const asText = planAsText(plan);
  const own = Array.from({ length: threads }, (_, w) => atoms.flatMap((_, i) => (i % threads === w ? [i] : [])));
  const everywhere = (ask: "ready" | "value", x: Float64Array) =>
    Promise.all(
      own.map(async (atoms, w) => (await pool.run(w, { plan: asText, ask, atoms, x: Array.from(x) })).values),
    );
  return {
    judge: {
      atoms,
      async judge(given, { onAtom, signal } = {}) {
        const x = Array.from(given);
        const judged: JudgedAtom[] = [];
        const left = atoms.keys();
        let done = 0;
        const goOn = async (thread: number) => {
          for (const i of left) {
            signal?.throwIfAborted();
            judged[i] = (await pool.run(thread, { plan: asText, ask: "judge", atoms: [i], x })).judged[0]!;
            onAtom?.(++done, atoms.length);
          }
        };
        await Promise.all(own.map((_, thread) => goOn(thread)));
        return { x, atoms: judged };
      },
    },
    async openEvaluator(onProgress) {
      const timer = setInterval(() => onProgress?.(pool.readyAtoms(), atoms.length), TELL_MILLISECONDS);
      try {
        await everywhere("ready", new Float64Array());
      } finally {
        clearInterval(timer);
      }
      onProgress?.(atoms.length, atoms.length);
      const values = async (x: Float64Array) => {
        const dealt = await everywhere("value", x);
        return atoms.map((_, i) => dealt[i % threads]![Math.floor(i / threads)]!);
      };
      return evaluatorOf(plan, atoms, values, async () => {});
    },
    close: pool.close,
  };
}

/** The evaluator alone, its planning problems ready; `close` ends the threads. Errors: see {@link startPlanThreads}. */
export async function openThreadedEvaluator(
  tables: ReadonlyMap<string, string>,
  plan: Plan,
  workers: number,
  { onProgress, dataset }: ThreadedOptions = {},
): Promise<MarketEvaluator> {
  const { close, openEvaluator } = await startPlanThreads(tables, plan, workers, dataset);
  try {
    return { ...(await openEvaluator(onProgress)), close };
  } catch (error) {
    await close();
    throw error;
  }
}
