import type { Job, Worker } from "bullmq";
import type { Redis } from "ioredis";
import { planShape } from "../planning/plan-check.ts";
import { reasonOf, StoppedError } from "../store/errors.ts";
import { short, type Versions } from "../store/manifest.ts";
import { type PlanPool, PlanTaskError, startPlanPool } from "../store/plan-pool.ts";
import type { PlanAsText } from "../store/plan-task.ts";
import { failureText } from "./messages.ts";
import { namedPlans, Refusal } from "./named-text.ts";
import { atomJobIdOf, atomQueueName, KEEP_SECONDS, PREFIX } from "./names.ts";
import { type AtomJob, answerText, atomJobSchema } from "./plan-messages.ts";
import { forgetAtoms, sameVersions } from "./presence.ts";

export interface AtomServerOptions {
  readonly client: Redis;
  /** the worker's name among those present: plans put their questions into its queue */
  readonly id: string;
  readonly tables: ReadonlyMap<string, string>;
  readonly versions: Versions;
  readonly threads: number;
  readonly leaseSeconds: number;
  readonly say: (message: string) => void;
}

/** Answers for plans. */
export interface AtomServer {
  /** answers given so far */
  answered(): number;
  /** ends when what was begun is answered, or at once */
  close(atOnce: boolean): Promise<void>;
}

/** Jobs that are taken at a time for each thread: some may be of futures that another thread keeps. */
const TAKEN_PER_THREAD = 8;

/**
 * Answers what plans ask of this worker. Its threads start with the first question; each keeps the futures that it has
 * made ready, so that a question about one always goes to the same thread, and simulations to the idlest.
 */
export async function serveAtoms(options: AtomServerOptions): Promise<AtomServer> {
  const { client, id, threads, leaseSeconds, say } = options;
  const { Worker, UnrecoverableError } = await import("bullmq");
  let started: Promise<PlanPool> | undefined;
  let ending: Promise<void> | undefined;
  let stopped = false;
  let answered = 0;
  const pool = () => {
    started ??= startPlanPool(options.tables, threads);
    return started;
  };
  const answer = atomAnswerer(options, pool);
  const worker: Worker<unknown, string> = new Worker(
    atomQueueName(id),
    async (job: Job) => {
      try {
        const text = await answer(job);
        answered++;
        return text;
      } catch (error) {
        if (stopped) throw new StoppedError("stopped");
        say(`${job.id}: ${reasonOf(error)}`);
        const name = error instanceof Error ? error.name : "Error";
        if (error instanceof PlanTaskError)
          throw new UnrecoverableError(failureText({ by: "draw", kind: name, message: error.message }));
        if (error instanceof Refusal)
          throw new UnrecoverableError(failureText({ by: "refusal", kind: name, message: error.message }));
        throw error;
      }
    },
    {
      connection: client,
      prefix: PREFIX,
      concurrency: TAKEN_PER_THREAD * threads,
      lockDuration: leaseSeconds * 1000,
      stalledInterval: leaseSeconds * 500,
      maxStalledCount: 10,
      removeOnComplete: { age: KEEP_SECONDS },
      removeOnFail: { age: KEEP_SECONDS },
    },
  );
  worker.on("error", () => {}); // the link tells about Redis
  await worker.waitUntilReady();
  return {
    answered: () => answered,
    async close(atOnce) {
      stopped ||= atOnce;
      if (!atOnce) await worker.close();
      ending ??= started?.then((threads) => threads.close()).catch(() => {});
      await ending; // drops what is under way
      await worker.close(true);
      if (client.status === "ready") await forgetAtoms(client, id);
    },
  };
}

interface KnownPlan extends PlanAsText {
  readonly atoms: number;
  readonly candidates: number;
  /** the thread that keeps an atom */
  readonly threadOf: Map<number, number>;
}

/** Checks a job and computes its answer in a thread. */
function atomAnswerer({ client, versions, threads }: AtomServerOptions, pool: () => Promise<PlanPool>) {
  const busy = Array.from({ length: threads }, () => 0);
  const planOf = namedPlans(client, "the plan of this question", (text, hash, value): KnownPlan => {
    try {
      return { text, hash, ...planShape(value), threadOf: new Map() };
    } catch (error) {
      throw new Refusal(reasonOf(error));
    }
  });

  return async (job: Job): Promise<string> => {
    const parsed = atomJobSchema.safeParse(job.data);
    if (!parsed.success) throw new Refusal(`the job cannot be used: ${parsed.error.issues[0]!.message}`);
    const asked: AtomJob = parsed.data;
    if (!sameVersions(asked, versions))
      throw new Refusal(
        `the plan is of code ${short(asked.codeVersion)} and data ${short(asked.dataHash)}, this worker of code ${short(versions.codeVersion)} and data ${short(versions.dataHash)}`,
      );
    if (job.id !== atomJobIdOf(asked)) throw new Refusal("the job's name is not that of its question");
    const plan = await planOf(asked.planHash);
    if (asked.atom >= plan.atoms)
      throw new Refusal(`future ${asked.atom} is asked for, the plan has ${plan.atoms} with their draws`);
    const scales = asked.ask === "ready" ? 0 : plan.candidates;
    if (asked.x.length !== scales) throw new Refusal(`the portfolio has ${asked.x.length} scales, expected ${scales}`);
    const thread = asked.ask === "judge" ? idlest(busy) : keeperOf(plan, asked.atom, threads);
    busy[thread]!++;
    try {
      const { text, hash } = plan;
      const { ask, atom, x } = asked;
      return answerText(await (await pool()).run(thread, { plan: { text, hash }, ask, atoms: [atom], x }));
    } finally {
      busy[thread]!--;
    }
  };
}

function idlest(busy: readonly number[]): number {
  return busy.indexOf(Math.min(...busy));
}

/** The thread that keeps an atom; a new one goes to the thread that keeps fewest of the plan. */
function keeperOf({ threadOf }: KnownPlan, atom: number, threads: number): number {
  const known = threadOf.get(atom);
  if (known !== undefined) return known;
  const kept = Array.from({ length: threads }, () => 0);
  for (const thread of threadOf.values()) kept[thread]!++;
  const thread = idlest(kept);
  threadOf.set(atom, thread);
  return thread;
}
