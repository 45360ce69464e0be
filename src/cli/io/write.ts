import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { UsageError } from "../failure.ts";

/** Says at once when a file could not be written there, before anything is computed for it. Errors: UsageError. */
export function checkWritable(option: string, path: string): void {
  const fail = (problem: string): never => {
    throw new UsageError(`${option} ${path}: ${problem}; name a file in a folder you may write to`);
  };
  if (path === "") fail("expected the name of a file");
  if (/[\\/]$/.test(path) || isFolder(path)) fail("is a folder");
  let folder = dirname(resolve(path));
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  if (!isFolder(folder)) fail(`${folder} is not a folder`);
  try {
    accessSync(existsSync(path) ? path : folder, constants.W_OK);
  } catch {
    fail("may not be written");
  }
}

/** Writes a file whole or not at all: into a neighbour first, then renamed. Errors: UsageError saying why not. */
export function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}.part`;
  try {
    makeFolder(dirname(resolve(path)));
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch (error) {
    if (existsSync(draft)) rmSync(draft);
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} could not be written (${reason}); name a file in a folder you may write to`);
  }
}

/**
 * Writes several files, all or none: neighbours first, then renamed; what was there comes back when a step fails.
 * @param changes text by path; null removes the file
 * Errors: UsageError saying why not.
 */
export function writeAllWhole(changes: ReadonlyMap<string, string | null>): void {
  const before = new Map([...changes.keys()].map((path) => [path, existsSync(path) ? readFileSync(path) : null]));
  const draft = (path: string) => `${path}.${process.pid}.part`;
  const done: string[] = [];
  let at = "";
  try {
    for (const [path, text] of changes) {
      at = path;
      makeFolder(dirname(resolve(path)));
      if (text !== null) writeFileSync(draft(path), text);
    }
    for (const [path, text] of changes) {
      at = path;
      if (text !== null) renameSync(draft(path), path);
      else rmSync(path, { force: true });
      done.push(path);
    }
  } catch (error) {
    for (const path of changes.keys()) rmSync(draft(path), { force: true });
    for (const path of done) {
      const old = before.get(path)!;
      if (old === null) rmSync(path, { force: true });
      else writeFileSync(path, old);
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${at} could not be written (${reason}); nothing was changed`);
  }
}

/** Parents first, one at a time: Node's own `recursive` never returns where the system denies a folder as missing. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (folder !== dirname(folder)) makeFolder(dirname(folder));
  mkdirSync(folder);
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
