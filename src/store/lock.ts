import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { cannotWrite, PART } from "./atomic-write.ts";
import { codeOf, StoreError } from "./errors.ts";

const holderSchema = z.object({
  pid: z.int(),
  host: z.string(),
  /** tells two processes of one number apart; empty where the system does not say */
  born: z.string(),
});

/** A process that is at work on a run. */
export type Holder = z.infer<typeof holderSchema>;

const LOCK = "lock.json";

/**
 * Takes a run folder for this process; the file of a process that is no more is cleared away.
 * @returns gives it back
 * Errors: StoreError naming the process that has it.
 */
export function lockRun(folder: string, say: (message: string) => void): () => void {
  const path = join(folder, LOCK);
  const own: Holder = { pid: process.pid, host: hostname(), born: bornOf(process.pid) };
  const draft = join(folder, `lock.${own.host}.${own.pid}${PART}`);
  const text = `${JSON.stringify(own)}\n`;
  try {
    writeFileSync(draft, text);
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        linkOrCreate(draft, path, text);
        clearDrafts(folder, own.host);
        return () => rmSync(path, { force: true });
      } catch (error) {
        if (codeOf(error) !== "EEXIST") throw error;
      }
      const found = readIfThere(path);
      if (found === undefined) continue;
      const holder = parseHolder(found);
      if (holder !== undefined && !isGone(holder)) throw inUse(path, holder);
      if (clearAway(path, found, draft))
        say(
          `${path}: left behind by ${holder ? `process ${holder.pid}` : "nobody known"}, which is gone; cleared away`,
        );
    }
  } catch (error) {
    throw error instanceof StoreError ? error : cannotWrite(path, error);
  } finally {
    rmSync(draft, { force: true });
  }
  throw new StoreError(`${path}: others take and leave this run all the time; try again`);
}

/** Makes the lock whole or not at all, and only where none is; some file systems have no links (FAT, some shares). */
function linkOrCreate(draft: string, path: string, text: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!["EPERM", "ENOTSUP", "ENOSYS", "EMLINK"].includes(codeOf(error) ?? "")) throw error;
    writeFileSync(path, text, { flag: "wx" });
  }
}

/** Drafts of processes of this machine that were killed while they took the lock. */
function clearDrafts(folder: string, host: string): void {
  const ours = `lock.${host}.`;
  for (const name of readdirSync(folder).filter((name) => name.startsWith(ours) && name.endsWith(PART))) {
    const pid = Number(name.slice(ours.length).split(".")[0]);
    if (isGone({ pid, host, born: "" })) rmSync(join(folder, name), { force: true });
  }
}

function inUse(path: string, { pid, host }: Holder): StoreError {
  const elsewhere = host === hostname() ? "" : `; if it is gone, which cannot be seen from here, delete ${path}`;
  return new StoreError(`${path}: process ${pid} on ${host} is at this run; wait for it or stop it${elsewhere}`);
}

/** Whether the process is known to be no more; one on another machine is not. */
function isGone({ pid, host, born }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === "ESRCH") return true;
  }
  const now = bornOf(pid);
  return born !== "" && now !== "" && now !== born;
}

/** Boot and clock ticks at which a process began (Linux); empty elsewhere. */
function bornOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${ticks}`;
  } catch {
    return "";
  }
}

/** Moves the file aside first: of two processes that find it stale only one can, and it sees what it moved. */
function clearAway(path: string, seen: string, draft: string): boolean {
  const aside = `${draft}.old${PART}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
  const moved = readFileSync(aside, "utf8");
  if (moved !== seen) {
    try {
      linkSync(aside, path); // it was somebody's fresh lock: put it back
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
    }
  }
  rmSync(aside, { force: true });
  return moved === seen;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
