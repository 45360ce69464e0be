import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { codeOf, reasonOf, StoreError } from "./errors.ts";

/** Ends the name of a file that is not whole yet; a run removes what it finds of them when it starts. */
export const PART = ".part";

/** Writes bytes to an open file; tests put a full disk here. */
export type WriteBytes = (file: number, bytes: Uint8Array | string) => void;

const toFile: WriteBytes = (file, bytes) => writeFileSync(file, bytes);

/**
 * Writes a file so that at every moment the old one, none or the new one is there, and the new one stays after a loss
 * of power: into a neighbour, synchronised, renamed, and the folder synchronised.
 * Errors: StoreError saying that the disk is full or what else was in the way.
 */
export function writeAtomically(path: string, bytes: Uint8Array | string, write: WriteBytes = toFile): void {
  const draft = `${path}${PART}`;
  try {
    const file = openSync(draft, "w");
    try {
      write(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(draft, { force: true });
    throw cannotWrite(path, error);
  }
}

/** The error of a write in words. */
export function cannotWrite(path: string, error: unknown): StoreError {
  const full = ["ENOSPC", "EDQUOT", "EFBIG"].includes(codeOf(error) ?? "");
  const what = full ? "the disk is full" : "could not be written";
  return new StoreError(`${path}: ${what} (${reasonOf(error)})`, { cause: error });
}

/** Makes renames in a folder last; not every system can (Windows), and there it is left to the system. */
export function syncFolder(folder: string): void {
  let file: number | undefined;
  try {
    file = openSync(join(folder, "."), "r");
    fsyncSync(file);
  } catch (error) {
    if (!["EISDIR", "EPERM", "EINVAL", "EACCES"].includes(codeOf(error) ?? "")) throw error;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
