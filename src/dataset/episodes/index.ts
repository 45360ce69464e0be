import { InputError, type Problem, sortProblems } from "../problem.ts";
import { readRows } from "../rows.ts";
import type { Dataset } from "../schema/index.ts";
import type { Table } from "../schema/table.ts";
import { didYouMean, quote } from "../suggest.ts";
import { checkEpisodes } from "./check.ts";
import { type EpisodeRow, episodes, type ObservedRow, observed, type ReplaySeriesRow, replaySeries } from "./schema.ts";

export { type EpisodeRow, measures, type ObservedRow, type ReplaySeriesRow } from "./schema.ts";

/** Past episodes and what was observed in them; survives structuredClone. */
export interface Episodes {
  readonly episodes: readonly EpisodeRow[];
  readonly series: readonly ReplaySeriesRow[];
  readonly observed: readonly ObservedRow[];
}

export const episodeTables = { episodes, series: replaySeries, observed } as const;
const files: ReadonlySet<string> = new Set(Object.values(episodeTables).map((t) => t.file));

/** Files of data/ that belong here and not to the curated dataset. */
export const isEpisodes = (file: string): boolean => files.has(file) || file.startsWith("episodes/");

/**
 * Reads the tables of episodes and checks them against the dataset. A table without a file is empty.
 * @param texts text by file name relative to data/
 * @throws InputError with every problem found
 */
export function parseEpisodes(
  texts: ReadonlyMap<string, string>,
  dataset: Pick<Dataset, "sources" | "commodities" | "countries">,
): Episodes {
  const { read, problems } = readEpisodes(texts, dataset);
  if (problems.length > 0) throw new InputError(problems);
  return read;
}

/** Like {@link parseEpisodes}, but hands back the problems; rows that could not be read are missing. */
export function readEpisodes(
  texts: ReadonlyMap<string, string>,
  dataset: Pick<Dataset, "sources" | "commodities" | "countries">,
): { readonly read: Episodes; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const rows = (definition: Table): unknown => {
    const text = texts.get(definition.file);
    if (text === undefined) return [];
    const reading = readRows(definition, definition.file, text);
    problems.push(...reading.problems);
    return reading.rows;
  };
  const read = {
    episodes: rows(episodes),
    series: rows(replaySeries),
    observed: rows(observed),
  } as Episodes;
  if (problems.length === 0) problems.push(...checkEpisodes(read, dataset), ...strangers(texts, read.episodes));
  return { read, problems: sortProblems(problems) };
}

/** Folders of episodes that nobody has heard of. */
function strangers(texts: ReadonlyMap<string, string>, known: readonly EpisodeRow[]): Problem[] {
  const ids = known.map((e) => e.id);
  return [...texts.keys()].flatMap((file) => {
    const [, id] = /^episodes\/([^/]+)\//.exec(file) ?? [];
    if (id === undefined || ids.includes(id)) return [];
    return [{ file, line: 1, message: `no episode is called ${quote(id)}`, remedy: didYouMean(id, ids) }];
  });
}
