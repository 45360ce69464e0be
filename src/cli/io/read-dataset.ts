import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import {
  type Dataset,
  type Episodes,
  isEpisodes,
  isStatistics,
  parseDataset,
  parseEpisodes,
  parseStatistics,
  type Statistics,
} from "../../dataset/index.ts";
import { type Lexicon, parseLexicon } from "../../reading/lexicon.ts";
import { isWords } from "../../reading/words.ts";
import { UsageError } from "../failure.ts";
import { packageRoot } from "./package-root.ts";

/** Reads every CSV of a dataset (see {@link readDataTables}). Errors: InputError with all problems. */
export function readDataset(folder?: string): Dataset {
  return parseDataset(readDataTables(folder, (name) => !isStatistics(name) && !isWords(name)));
}

/**
 * Reads the words by which articles are read: data/reading/ of a dataset folder, or the shipped one where that has none.
 * Errors: InputError with all problems.
 */
export function readLexicon(folder?: string): Lexicon {
  const own = readDataTables(folder, isWords);
  return parseLexicon(own.size > 0 ? own : readTables(shippedData(), isWords));
}

/** Reads data/statistics/ of a dataset folder (default: the one that ships). Errors: InputError with all problems. */
export function readStatistics(folder?: string): Statistics {
  return parseStatistics(readDataTables(folder, isStatistics));
}

/**
 * Reads the tables of past episodes of a dataset folder (default: the one that ships), and the texts of the folders that
 * say what an episode's baseline had otherwise. Errors: InputError with all problems.
 */
export function readEpisodes(
  dataset: Dataset,
  folder?: string,
): { readonly episodes: Episodes; readonly texts: ReadonlyMap<string, string> } {
  const texts = readDataTables(folder, isEpisodes);
  return { episodes: parseEpisodes(texts, dataset), texts };
}

export const shippedData = () => join(packageRoot(), "data");

/**
 * The tables of a dataset: those that ship, or those of a folder. A folder that holds only some tables lies over the
 * shipped ones: each of its tables stands in the place of the shipped table of that name.
 */
export function readDataTables(folder?: string, wanted: (name: string) => boolean = () => true): Map<string, string> {
  if (folder === undefined) return readTables(shippedData(), wanted);
  const own = readTables(folder, wanted);
  if (tablesOver(folder) === 0) return own;
  return new Map([...readTables(shippedData(), wanted), ...own].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How many tables of a folder lie over the shipped ones; 0 for a dataset of its own, and where no table is or no folder. */
export function tablesOver(folder: string): number {
  if (!isFolder(folder)) return 0;
  const own = new Set(tableNames(folder).filter((name) => !/^rejects-[^/]*\.csv$/.test(name)));
  const whole = tableNames(shippedData()).every((name) => name.includes("/") || own.has(name));
  return whole ? 0 : own.size;
}

/** File name relative to the folder (with `/`) → text. */
export function readTables(folder: string, wanted: (name: string) => boolean = () => true): Map<string, string> {
  return new Map(
    tableNames(folder)
      .filter(wanted)
      .map((name) => [name, readTable(join(folder, name))]),
  );
}

function tableNames(folder: string): string[] {
  if (!isFolder(folder))
    throw new UsageError(`${folder}: no such dataset folder; name one with --data or leave it out for the shipped one`);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".csv"))
    .map((name) => name.split(sep).join("/"))
    .sort();
}

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();

const MOST_CSV_BYTES = 50_000_000;

function readTable(path: string): string {
  const fail = (problem: string): never => {
    throw new UsageError(`${path}: ${problem}; a dataset folder holds CSV tables and nothing else that ends in .csv`);
  };
  const size = existsSync(path) && statSync(path).isFile() ? statSync(path).size : undefined;
  if (size === undefined) return fail("not a file");
  if (size > MOST_CSV_BYTES) return fail(`the file has ${size} bytes, a table may have ${MOST_CSV_BYTES}`);
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    return fail(`cannot be read (${error instanceof Error ? error.message : error})`);
  }
}
