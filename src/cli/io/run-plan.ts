import type { Dataset } from "../../dataset/index.ts";
import { openAtoms } from "../../planning/atoms.ts";
import type { MarginalValues } from "../../planning/market-evaluator.ts";
import type { Plan } from "../../planning/plan.ts";
import type { PlanReport } from "../../planning/plan-report.ts";
import { runPlan } from "../../planning/run-plan.ts";
import { startQueueCrew } from "../../queue/queue-crew.ts";
import type { RedisPlace } from "../../queue/redis-url.ts";
import { StoppedError, StoreError } from "../../store/errors.ts";
import { executePlan } from "../../store/plan-execute.ts";
import { keptCount, type PlanFolder } from "../../store/plan-folder.ts";
import { type PlanCrew, startPlanThreads } from "../../store/plan-threads.ts";
import type { Streams } from "../program.ts";
import { progress } from "../render/progress.ts";
import { timeLeft } from "../render/time-left.ts";
import { onStop } from "./on-stop.ts";

export interface RunPlanInStoreOptions {
  readonly dataset: Dataset;
  /** the curated tables by name */
  readonly tables: ReadonlyMap<string, string>;
  readonly plan: Plan;
  /** threads of this machine */
  readonly workers: number;
  /** compute on the workers of this queue instead */
  readonly queue?: { readonly place: RedisPlace; readonly patienceSeconds: number };
  /** what the reading of the plan has to say */
  readonly notes: readonly string[];
  /** the command that goes on with it */
  readonly wayOn: string;
  readonly quiet?: boolean;
}

/**
 * Answers a plan in its folder, with progress on stderr. Ctrl-C stops it between two evaluations: what is kept stays.
 * Errors: StoreError that ends with how to go on; those of the plan, its scenarios and the dataset.
 */
export async function runPlanInStore(
  streams: Streams,
  run: PlanFolder,
  { dataset, tables, plan, notes, workers, queue, wayOn, quiet }: RunPlanInStoreOptions,
): Promise<PlanReport> {
  const report = progress(streams.stderr, { enabled: quiet !== true });
  const stop = onStop();
  const { signal } = stop;
  const say = (message: string) => {
    report.clear();
    streams.stderr.write(`${message}\n`);
  };
  const paces = new Map<string, ReturnType<typeof timeLeft>>();
  const tell = (doing: string, done?: number, total?: number) => {
    if (!paces.has(doing)) paces.set(doing, timeLeft());
    const left = done === undefined || total === undefined ? "" : paces.get(doing)!(done, total);
    report.update(done === undefined ? doing : `${doing}${left}:`, done, total);
  };
  let started: Promise<PlanCrew> | undefined;
  const crew = () => {
    started ??= queue
      ? startQueueCrew(dataset, plan, { ...queue, versions: run.manifest, say, signal })
      : startPlanThreads(tables, plan, workers, dataset);
    return started;
  };
  const { atoms } = openAtoms(dataset, plan);
  try {
    const answer = await executePlan<PlanReport, MarginalValues>({
      run,
      say,
      signal,
      atoms,
      open: async () =>
        (await crew()).openEvaluator((done, total) => tell("reference runs of every future", done, total)),
      compute: async (evaluator) =>
        withNotes(
          await runPlan(dataset, plan, {
            name: run.manifest.planId,
            evaluator,
            bruteForce: run.manifest.bruteForce,
            signal,
            onProgress: ({ doing, done, total }) => tell(doing, done, total),
            judgeBy: { atoms, judge: async (x, asked) => (await crew()).judge.judge(x, asked) },
            judge: (x, compute) => evaluator.remember("judged", x, compute),
          }),
          notes,
        ),
    });
    report.finish();
    return answer;
  } catch (error) {
    report.clear();
    throw withWayOn(signal.aborted ? new StoppedError("stopped") : error, run, wayOn);
  } finally {
    stop.off();
    await (await started?.catch(() => undefined))?.close();
  }
}

function withNotes(report: PlanReport, notes: readonly string[]): PlanReport {
  return { ...report, notes: [...notes, ...report.notes] };
}

/** What is kept and how to go on, after what went wrong. */
function withWayOn(error: unknown, run: PlanFolder, wayOn: string): unknown {
  if (!(error instanceof StoreError)) return error;
  const kept = `${keptCount(run, "evaluation")} evaluated and ${keptCount(run, "judged")} simulated portfolios are kept`;
  return new StoreError(`${error.message}; ${kept}; go on with: ${wayOn}`, { cause: error });
}
