import { Option } from "commander";
import { parseRedisUrl, type RedisPlace } from "../../queue/redis-url.ts";
import { UsageError } from "../failure.ts";
import { numberBetween } from "./numbers.ts";
import { workersOf } from "./workers.ts";

/** What commands that use a queue share. */
export interface QueueOptions {
  readonly queue?: string;
  readonly patience?: number;
}

const ENVIRONMENT = "MONAZITE_QUEUE";
const LONGEST_SECONDS = 7 * 24 * 3600;

/** `--queue` and `--patience`. @param patienceSeconds when the user does not say */
export function queueOptions(patienceSeconds: number): Option[] {
  return [
    new Option("--queue <url>", `Redis to work through, redis://… or rediss://… for TLS (default: ${ENVIRONMENT})`),
    new Option(
      "--patience <seconds>",
      `how long to wait for Redis or for a worker before giving up (default: ${patienceSeconds})`,
    ).argParser(numberBetween(1, LONGEST_SECONDS)),
  ];
}

/** The queue that an option or the environment names; undefined for none. Errors: InputError without repeating the URL. */
export function queuePlace({ queue }: QueueOptions): RedisPlace | undefined {
  if (queue !== undefined) return parseRedisUrl(queue, "--queue");
  const url = process.env[ENVIRONMENT];
  return url === undefined || url === "" ? undefined : parseRedisUrl(url, ENVIRONMENT);
}

/** The queue of a command that has no use without one. Errors: UsageError. */
export function requiredPlace(options: QueueOptions): RedisPlace {
  const place = queuePlace(options);
  if (place === undefined) throw new UsageError(`expected --queue URL, or ${ENVIRONMENT} in the environment`);
  return place;
}

/** Who computes. */
export interface CrewOptions {
  /** threads of this machine */
  readonly workers: number;
  /** the workers of this queue instead */
  readonly queue: { readonly place: RedisPlace; readonly patienceSeconds: number } | undefined;
}

/** Who computes and with how much patience, as the options say. Errors: UsageError, InputError. */
export function crewOf(options: QueueOptions & { readonly workers?: number }, patienceSeconds: number): CrewOptions {
  if (options.workers !== undefined && options.queue !== undefined)
    throw new UsageError("--workers: not with --queue, whose workers say how many threads they have");
  const place = options.workers === undefined ? queuePlace(options) : undefined;
  if (options.patience !== undefined && place === undefined) throw new UsageError("--patience: only with --queue");
  return {
    workers: workersOf(options.workers),
    queue: place && { place, patienceSeconds: options.patience ?? patienceSeconds },
  };
}
