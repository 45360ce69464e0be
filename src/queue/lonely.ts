import { short, type Versions } from "../store/manifest.ts";
import { QueueError } from "./errors.ts";
import { type Present, sameVersions } from "./presence.ts";

export interface WaitOptions {
  readonly versions: Versions;
  /** the server, for messages */
  readonly shown: string;
  readonly patienceSeconds: number;
  readonly say: (message: string) => void;
}

/**
 * Waits for workers of our code and data: says that there are none, and of which versions others are.
 * @returns of all that are present, the workers of ours. Errors, from the function returned: QueueError when there were none for too long.
 */
export function workersOfOurs({ versions, shown, patienceSeconds, say }: WaitOptions): (all: Present[]) => Present[] {
  let lonelySince: number | undefined;
  return (all) => {
    const workers = all.filter(({ kind }) => kind === "worker");
    const ours = workers.filter((worker) => sameVersions(worker, versions));
    if (ours.length > 0) {
      lonelySince = undefined;
      return ours;
    }
    const own = `code ${short(versions.codeVersion)} and data ${short(versions.dataHash)}`;
    const others = workers.map(
      (w) => `${w.host} (process ${w.pid}) has code ${short(w.codeVersion)} and data ${short(w.dataHash)}`,
    );
    const there = others.length === 0 ? "" : `; ${others.slice(0, 5).join(", ")}`;
    if (lonelySince === undefined) {
      lonelySince = Date.now();
      say(`no worker with ${own} is at ${shown}; waiting ${patienceSeconds} s for one${there}`);
    } else if (Date.now() - lonelySince > patienceSeconds * 1000)
      throw new QueueError(
        `no worker with ${own} came to ${shown} within ${patienceSeconds} s${there}; start one: monazite worker --queue ${shown}`,
      );
    return ours;
  };
}
