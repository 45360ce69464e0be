import { InputError, type Problem, sortProblems } from "../problem.ts";
import { readRows } from "../rows.ts";
import type { RowOf, Table } from "../schema/table.ts";
import { tableStem } from "../schema/table.ts";
import * as schema from "./schema.ts";

export type * from "./schema.ts";

/** All tables of data/statistics/, in the order of the manual. */
export const statisticsTables = {
  materials: schema.materials,
  worldProduction: schema.worldProduction,
  supplyShares: schema.supplyShares,
  useShares: schema.useShares,
  governance: schema.governance,
  reliance: schema.reliance,
  importSources: schema.importSources,
  publishedIndicators: schema.publishedIndicators,
  marketPrices: schema.marketPrices,
  tradeCodes: schema.tradeCodes,
  tradeFlows: schema.tradeFlows,
  energyOutlook: schema.energyOutlook,
} as const;

export type StatisticsTable = keyof typeof statisticsTables;
export const statisticsTableNames = Object.keys(statisticsTables) as StatisticsTable[];

/** What publishers print, as plain arrays of rows, one per table; survives structuredClone. */
export type Statistics = { readonly [N in StatisticsTable]: readonly RowOf<(typeof statisticsTables)[N]>[] };

/** Files of data/ that belong here and not to the curated dataset. */
export const isStatistics = (file: string): boolean => file.startsWith("statistics/");

/**
 * Reads the tables of data/statistics/. A table without a file is empty: nothing has been imported yet.
 * @param files text by file name relative to data/ (`statistics/production.csv`)
 * @throws InputError with every problem found
 */
export function parseStatistics(files: ReadonlyMap<string, string>): Statistics {
  const { statistics, problems } = readStatisticsTables(files);
  if (problems.length > 0) throw new InputError(problems);
  return statistics;
}

/** Like {@link parseStatistics}, but hands back the problems; rows that could not be read are missing. */
export function readStatisticsTables(files: ReadonlyMap<string, string>): {
  readonly statistics: Statistics;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const statistics: Partial<Record<StatisticsTable, unknown>> = {};
  for (const name of statisticsTableNames) {
    const definition: Table = statisticsTables[name];
    const readings = [...files.keys()]
      .filter((file) => belongs(file, definition))
      .sort()
      .map((file) => readRows(definition, file, files.get(file)!, fileValue(file, definition)));
    statistics[name] = readings.flatMap((r) => r.rows);
    problems.push(...readings.flatMap((r) => r.problems));
  }
  return { statistics: statistics as unknown as Statistics, problems: sortProblems(problems) };
}

function belongs(file: string, definition: Table): boolean {
  if (!definition.fileColumn) return file === definition.file;
  const stem = tableStem(definition);
  return file.startsWith(`${stem}/`) && file.endsWith(".csv") && !file.slice(stem.length + 1).includes("/");
}

function fileValue(file: string, definition: Table): string | undefined {
  return definition.fileColumn ? file.slice(tableStem(definition).length + 1, -".csv".length) : undefined;
}
