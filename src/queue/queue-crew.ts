import { setTimeout } from "node:timers/promises";
import type { Dataset } from "../dataset/index.ts";
import { openAtoms } from "../planning/atoms.ts";
import type { JudgedAtom } from "../planning/judged.ts";
import { checkCandidates, evaluatorOf } from "../planning/market-evaluator.ts";
import { yearsOf } from "../planning/months.ts";
import type { Plan } from "../planning/plan.ts";
import type { Versions } from "../store/manifest.ts";
import type { PlanCrew } from "../store/plan-threads.ts";
import { AskedAtoms } from "./asked-atoms.ts";
import { beat } from "./presence.ts";
import { linkRedis } from "./redis-link.ts";
import type { RedisPlace } from "./redis-url.ts";

export interface QueueCrewOptions {
  readonly place: RedisPlace;
  readonly versions: Versions;
  /** how long to wait for a Redis that is away, and for a worker of our version */
  readonly patienceSeconds: number;
  readonly say: (message: string) => void;
  readonly signal: AbortSignal;
}

/**
 * A plan's work on the workers of a queue. Every question about one atom is a job of its own; answers are put together in
 * the order of the atoms: the same bytes as in threads.
 * Errors: those of the futures and the candidates; QueueError, StoppedError.
 */
export async function startQueueCrew(dataset: Dataset, plan: Plan, options: QueueCrewOptions): Promise<PlanCrew> {
  const { place, versions, patienceSeconds, say } = options;
  const opened = openAtoms(dataset, plan);
  checkCandidates(opened); // here, where errors keep their class
  const { atoms } = opened;
  const link = await linkRedis(place, patienceSeconds, say);
  const endBeat = beat(link.client, { kind: "plan", size: atoms.length, versions });
  const slopes = plan.candidates.length * yearsOf(plan).years.length;
  const asked = new AskedAtoms(link, plan, { ...options, shapes: atoms.map(({ id }) => ({ atomId: id, slopes })) });
  return {
    judge: {
      atoms,
      async judge(given, { onAtom, signal } = {}) {
        const x = Array.from(given);
        let done = 0;
        const judgeOne = async (_: unknown, i: number): Promise<JudgedAtom> => {
          signal?.throwIfAborted();
          const { judged } = await asked.ask("judge", i, x);
          onAtom?.(++done, atoms.length);
          return judged[0]!;
        };
        return { x, atoms: await Promise.all(atoms.map(judgeOne)) };
      },
    },
    async openEvaluator(onProgress) {
      let done = 0;
      const makeReady = async (_: unknown, i: number) => {
        await asked.ask("ready", i, []);
        onProgress?.(++done, atoms.length);
      };
      await Promise.all(atoms.map(makeReady));
      const valuesOf = (x: Float64Array) =>
        Promise.all(atoms.map(async (_, i) => (await asked.ask("value", i, Array.from(x))).values[0]!));
      return evaluatorOf(plan, atoms, valuesOf, async () => {});
    },
    async close() {
      await Promise.race([Promise.allSettled([endBeat(), asked.close()]), setTimeout(2_000)]);
      link.close();
    },
  };
}
