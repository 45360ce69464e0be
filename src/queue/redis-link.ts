import type { Redis } from "ioredis";
import { reasonOf } from "../store/errors.ts";
import { QueueError } from "./errors.ts";
import type { RedisPlace } from "./redis-url.ts";

/** A connection to Redis that comes back by itself, and an end to the waiting. */
export interface RedisLink {
  readonly client: Redis;
  readonly shown: string;
  /** rejects with a QueueError when Redis refuses us or has not answered for as long as we are patient */
  readonly lost: Promise<never>;
  /** drops this connection and all that were duplicated from it */
  close(): void;
}

const ASK_MILLISECONDS = 1_000;
const LONGEST_PAUSE_MILLISECONDS = 5_000;
/** Errors that waiting does not cure. */
const REFUSALS = /WRONGPASS|NOAUTH|NOPERM|invalid password|certificate|ERR DB index|CERT_|wrong version number/i;

/**
 * Connects. While Redis is away, commands wait; it is asked again after 0.1, 0.2, 0.4 … 5 s, and a word says so.
 * @param patienceSeconds how long without an answer is too long
 */
export async function linkRedis(
  place: RedisPlace,
  patienceSeconds: number,
  say: (message: string) => void,
): Promise<RedisLink> {
  const { Redis } = await import("ioredis");
  const client = new Redis({
    ...place.options,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 10), LONGEST_PAUSE_MILLISECONDS),
    keepAlive: 10_000,
  });
  const all = [client];
  // BullMQ duplicates connections for blocking calls; those too must end when we do
  const duplicate = client.duplicate.bind(client);
  client.duplicate = (override) => {
    const another = duplicate(override);
    another.on("error", () => {}); // the first connection tells
    all.push(another);
    return another;
  };

  let fail: (error: Error) => void = () => {};
  const lost = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  lost.catch(() => {}); // who waits for it hears of it
  let lastHeard = Date.now();
  let isAway = false;
  let why = "no answer";
  const away = (reason: string) => {
    why = reason;
    if (isAway) return;
    isAway = true;
    say(`Redis at ${place.shown} cannot be reached (${reason}); trying again for ${patienceSeconds} s`);
  };
  client.on("error", (error) => {
    if (REFUSALS.test(reasonOf(error))) fail(new QueueError(`Redis at ${place.shown} refuses us (${reasonOf(error)})`));
    else away(reasonOf(error) || "connection failed");
  });
  client.on("close", () => away(why));
  client.on("ready", () => {
    lastHeard = Date.now();
    if (isAway) say(`Redis at ${place.shown} is there again`);
    isAway = false;
  });
  let asking = false;
  let lastTick = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    lastHeard += Math.max(0, now - lastTick - ASK_MILLISECONDS); // while this thread was busy nobody could be heard
    lastTick = now;
    const silence = now - lastHeard;
    if (silence > patienceSeconds * 1000)
      fail(new QueueError(`Redis at ${place.shown} has not answered for ${patienceSeconds} s (${why})`));
    else if (silence > 5 * ASK_MILLISECONDS) away(why);
    if (asking) return;
    asking = true;
    client.ping().then(
      () => {
        asking = false;
        lastHeard = Date.now();
      },
      () => {
        asking = false;
      },
    );
  }, ASK_MILLISECONDS);
  return {
    client,
    shown: place.shown,
    lost,
    close() {
      clearInterval(timer);
      client.removeAllListeners("close");
      for (const each of all) each.disconnect();
    },
  };
}
