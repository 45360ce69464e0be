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

/** Reads every CSV under a dataset folder (default: the one that ships). Errors: InputError with all problems. */
export function readDataset(folder = join(packageRoot(), "data")): Dataset {
  return parseDataset(readTables(folder, (name) => !isStatistics(name) && !isWords(name)));
}

/**
 * Reads the words by which articles are read: data/reading/ of a dataset folder, or the shipped one where that has none.
 * Errors: InputError with all problems.
 */
export function readLexicon(folder?: string): Lexicon {
  const own = folder === undefined ? undefined : readTables(folder, isWords);
  return parseLexicon(own && own.size > 0 ? own : readTables(join(packageRoot(), "data"), isWords));
}

/** Reads data/statistics/ of a dataset folder (default: the one that ships). Errors: InputError with all problems. */
export function readStatistics(folder = join(packageRoot(), "data")): Statistics {
  return parseStatistics(readTables(folder, isStatistics));
}

/**
 * Reads the tables of past episodes of a dataset folder (default: the one that ships), and the texts of the folders that
 * say what an episode's baseline had otherwise. Errors: InputError with all problems.
 */
export function readEpisodes(
  dataset: Dataset,
  folder = join(packageRoot(), "data"),
): { readonly episodes: Episodes; readonly texts: ReadonlyMap<string, string> } {
  const texts = readTables(folder, isEpisodes);
  return { episodes: parseEpisodes(texts, dataset), texts };
}

/** File name relative to the folder (with `/`) → text. */
export function readTables(folder: string, wanted: (name: string) => boolean = () => true): Map<string, string> {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(`${folder}: no such dataset folder; name one with --data or leave it out for the shipped one`);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".csv"))
    .map((name) => name.split(sep).join("/"))
    .filter(wanted)
    .sort();
  return new Map(names.map((name) => [name, readTable(join(folder, name))]));
}

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
