import { setTimeout } from "node:timers/promises";
import { InputError } from "../dataset/problem.ts";
import { reasonOf, StoppedError, StoreError } from "../store/errors.ts";
import type { ChunkExecutor } from "../store/executor.ts";
import type { Manifest, Versions } from "../store/manifest.ts";
import { QueueError } from "./errors.ts";
import { PREFIX, queueName } from "./names.ts";
import { beat } from "./presence.ts";
import { QueuedSweep, type QueueExecutorOptions } from "./queued-sweep.ts";
import { linkRedis } from "./redis-link.ts";

/**
 * Computes chunks on the workers of a queue. Jobs are named after their chunk, so handing one in twice changes nothing;
 * results are checked, committed, and only then removed from Redis.
 */
export async function queueExecutor(options: QueueExecutorOptions): Promise<ChunkExecutor> {
  const { Queue, QueueEvents } = await import("bullmq");
  const { place, manifest, patienceSeconds, say } = options;
  const link = await linkRedis(place, patienceSeconds, say);
  const name = queueName(manifest);
  const connection = { connection: link.client, prefix: PREFIX };
  const queue = new Queue(name, connection);
  const events = new QueueEvents(name, connection);
  queue.on("error", () => {}); // the link tells about Redis
  events.on("error", () => {});
  const endBeat = beat(link.client, { kind: "sweep", size: manifest.plan.draws, versions: versionsOf(manifest) });
  return {
    async run(chunks, commit, onProgress, signal) {
      const sweep = new QueuedSweep(link, queue, options, commit, onProgress);
      const stopped = new Promise<never>((_resolve, reject) => {
        const stop = () => reject(new StoppedError("stopped"));
        if (signal.aborted) stop();
        signal.addEventListener("abort", stop, { once: true });
      });
      stopped.catch(() => {});
      try {
        await Promise.race([sweep.run(chunks, events), link.lost, stopped]);
      } catch (error) {
        if (error instanceof StoreError || error instanceof InputError) throw error;
        throw new QueueError(`the queue at ${place.shown} failed (${reasonOf(error)})`, { cause: error });
      } finally {
        await Promise.race([sweep.leave(), setTimeout(2_000)]);
      }
    },
    async close() {
      await Promise.race([Promise.allSettled([endBeat(), queue.close(), events.close()]), setTimeout(1_000)]);
      link.close();
    },
  };
}

function versionsOf({ codeVersion, dataHash }: Manifest): Versions {
  return { codeVersion, dataHash };
}
