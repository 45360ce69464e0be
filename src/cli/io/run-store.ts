import { type Dirent, existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { Option } from "commander";
import { didYouMean, isStatistics, quote } from "../../dataset/index.ts";
import { codeVersion } from "../../store/code-version.ts";
import { dataVersion } from "../../store/data-version.ts";
import type { Versions } from "../../store/manifest.ts";
import { isPlanRun, openPlanFolder, type PlanFolder } from "../../store/plan-folder.ts";
import { isRun, openRun, type RunFolder, USUAL_STORE } from "../../store/run-folder.ts";
import { UsageError } from "../failure.ts";
import { folderName } from "./folder.ts";
import { readDataTables } from "./read-dataset.ts";

/** `--store`, the same for every command that has runs. */
export const storeOption = () =>
  new Option("--store <dir>", "folder of the runs").default(USUAL_STORE).argParser(folderName);

/** The curated tables as text, and which code and data this is. */
export async function readVersioned(
  folder?: string,
): Promise<{ tables: ReadonlyMap<string, string>; versions: Versions }> {
  const tables = readDataTables(folder, (name) => !isStatistics(name));
  return { tables, versions: { codeVersion: await codeVersion(), dataHash: dataVersion(tables) } };
}

/** The ids of the runs of a store, in order; none when the folder is not there. */
export function runIds(store: string): string[] {
  if (!existsSync(store)) return [];
  return entriesOf(store)
    .filter((entry) => entry.isDirectory() && isRun(join(store, entry.name)))
    .map((entry) => entry.name)
    .sort();
}

/** The ids of the plans of a store, in order; none when the folder is not there. */
export function planIds(store: string): string[] {
  if (!existsSync(store)) return [];
  return entriesOf(store)
    .filter((entry) => entry.isDirectory() && isPlanRun(join(store, entry.name)))
    .map((entry) => entry.name)
    .sort();
}

function entriesOf(store: string): Dirent[] {
  try {
    return readdirSync(store, { withFileTypes: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--store ${store}: cannot be read (${reason}); check that you may read it`);
  }
}

/** The folder of a run by its name. Errors: UsageError for what cannot be a folder's name. */
export function runFolderOf(store: string, id: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/.test(id))
    throw new UsageError(
      `${quote(id)}: not a run's name; expected letters, digits, dots, dashes and underscores, such as framework-2`,
    );
  const folder = join(store, id);
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new UsageError(`${folder}: a file, where the folder of a run would be; choose another name`);
  return folder;
}

/**
 * Opens a run of a store. Errors: UsageError with the nearest name when there is none, among `others` too (plans, where
 * they would do); InputError of its manifest.
 */
export function findRun(store: string, id: string, others: readonly string[] = []): RunFolder {
  const folder = runFolderOf(store, id);
  if (isRun(folder)) return openRun(folder);
  if (isPlanRun(folder))
    throw new UsageError(`${quote(id)}: is a plan; the monazite plan command it was begun with goes on with it`);
  const known = [...runIds(store), ...others];
  const remedy =
    known.length === 0
      ? "it has none yet; monazite simulate … --draws and monazite plan … make them"
      : didYouMean(id, known);
  throw new UsageError(`${quote(id)}: no such run in ${store}; ${remedy}`);
}

/** Opens a plan of a store; undefined when there is none of this name. Errors: UsageError, InputError of its manifest. */
export function findPlan(store: string, id: string): PlanFolder | undefined {
  const folder = runFolderOf(store, id);
  return isPlanRun(folder) ? openPlanFolder(folder) : undefined;
}
