import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Redis } from "ioredis";
import type { Versions } from "../store/manifest.ts";
import { type Beat, beatSchema } from "./messages.ts";
import { atomQueueName, PREFIX } from "./names.ts";

const BEAT_MILLISECONDS = 2_000;
/** Whoever was not heard of for this long is gone. */
const SILENCE_SECONDS = 10;
const ALL = `${PREFIX}:present`;
const aliveKey = (id: string) => `${PREFIX}:alive:${id}`;

/** Somebody who is here, by the name it has among all. */
export type Present = Beat & { readonly id: string };

/** Lets the others know that we are here until it is called off. */
export function beat(
  client: Redis,
  { kind, size, versions, id = randomUUID() }: Pick<Beat, "kind" | "size"> & { versions: Versions; id?: string },
): () => Promise<void> {
  const text = JSON.stringify({ kind, host: hostname(), pid: process.pid, size, ...versions } satisfies Beat);
  const once = () => {
    if (client.status !== "ready") return; // no heap of old beats for when Redis is back
    client
      .multi()
      .hset(ALL, id, text)
      .set(aliveKey(id), "1", "EX", SILENCE_SECONDS)
      .exec()
      .catch(() => {});
  };
  once();
  client.on("ready", once);
  const timer = setInterval(once, BEAT_MILLISECONDS);
  return async () => {
    clearInterval(timer);
    client.off("ready", once);
    if (client.status === "ready") await client.multi().hdel(ALL, id).del(aliveKey(id)).exec();
  };
}

/** Who is here; those that were not heard of are forgotten, with what was asked of them. */
export async function present(client: Redis): Promise<Present[]> {
  const entries = Object.entries(await client.hgetall(ALL));
  if (entries.length === 0) return [];
  const alive = await client.mget(entries.map(([id]) => aliveKey(id)));
  const read = entries.map(([id, text], i) => ({ id, beat: alive[i] === null ? undefined : parse(text) }));
  const gone = read.filter(({ beat }) => beat === undefined).map(({ id }) => id);
  if (gone.length > 0) {
    await client.hdel(ALL, ...gone);
    for (const id of gone) await forgetAtoms(client, id);
  }
  return read.flatMap(({ id, beat }) => (beat ? [{ ...beat, id }] : []));
}

/** Removes the queue of a worker that is gone. */
export async function forgetAtoms(client: Redis, workerId: string): Promise<void> {
  const { Queue } = await import("bullmq");
  const queue = new Queue(atomQueueName(workerId), { connection: client, prefix: PREFIX, skipMetasUpdate: true });
  queue.on("error", () => {});
  try {
    await queue.obliterate({ force: true });
  } finally {
    await queue.close();
  }
}

function parse(text: string): Beat | undefined {
  try {
    return beatSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Whether two are of the same code and data. */
export function sameVersions(a: Versions, b: Versions): boolean {
  return a.codeVersion === b.codeVersion && a.dataHash === b.dataHash;
}
