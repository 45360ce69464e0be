import { checkDataset } from "./checks/index.ts";
import { isEpisodes } from "./episodes/index.ts";
import { InputError, type Problem, sortProblems } from "./problem.ts";
import { type Row, readRows } from "./rows.ts";
import { type Dataset, type TableName, tableNames, tables } from "./schema/index.ts";
import { type Table, tableStem } from "./schema/table.ts";
import { isStatistics } from "./statistics/index.ts";
import { didYouMean } from "./suggest.ts";

/** What could be read of a dataset, and all that is wrong with it. */
export interface DatasetReading {
  /** rows that could not be read are missing; use it only when there are no problems */
  readonly dataset: Dataset;
  readonly problems: readonly Problem[];
}

/**
 * Reads and checks the tables of data/.
 * @param files text by file name relative to data/ (`production.csv`, `trade/ndpr-oxide.csv`); only `.csv` is looked at
 * @throws InputError with every problem found
 */
export function parseDataset(files: ReadonlyMap<string, string>): Dataset {
  const { dataset, problems } = readDataset(files);
  if (problems.length > 0) throw new InputError(problems);
  return dataset;
}

/** Like {@link parseDataset}, but hands back the problems. */
export function readDataset(files: ReadonlyMap<string, string>): DatasetReading {
  const problems: Problem[] = unknownFiles(files);
  const damaged = new Set<TableName>();
  const dataset: Partial<Record<TableName, Row[]>> = {};
  for (const name of tableNames) {
    const reading = readTable(tables[name], files);
    dataset[name] = reading.rows;
    problems.push(...reading.problems);
    if (reading.problems.length > 0) damaged.add(name);
  }
  const complete = dataset as unknown as Dataset;
  problems.push(...checkDataset(complete, damaged));
  return { dataset: complete, problems: sortProblems(problems) };
}

function readTable(definition: Table, files: ReadonlyMap<string, string>): { rows: Row[]; problems: Problem[] } {
  const names = [...files.keys()].filter((file) => belongs(file, definition)).sort();
  if (names.length === 0) {
    const remedy = "restore it, or check the folder you pointed to; docs/data.md lists its columns";
    return { rows: [], problems: [{ file: definition.file, line: 1, message: "the table is missing", remedy }] };
  }
  const readings = names.map((file) => readRows(definition, file, files.get(file)!, fileValue(file, definition)));
  return { rows: readings.flatMap((r) => r.rows), problems: readings.flatMap((r) => r.problems) };
}

function belongs(file: string, definition: Table): boolean {
  if (!definition.fileColumn) return file === definition.file;
  return /^[^/]+\/[^/]+\.csv$/.test(file) && file.startsWith(`${tableStem(definition)}/`);
}

/** `ndpr-oxide` for `trade/ndpr-oxide.csv` */
function fileValue(file: string, definition: Table): string | undefined {
  return definition.fileColumn ? file.slice(tableStem(definition).length + 1, -".csv".length) : undefined;
}

/** Statistics, episodes, the mappings of importers and the words by which articles are read have readers of their own; rows an import rejected are for people. */
const ofOthers = (file: string) =>
  isStatistics(file) || isEpisodes(file) || /^(?:mappings|reading)\//.test(file) || /^rejects-[^/]*\.csv$/.test(file);

function unknownFiles(files: ReadonlyMap<string, string>): Problem[] {
  const known = tableNames.map((name) => tables[name].file);
  return [...files.keys()]
    .filter(
      (file) => file.endsWith(".csv") && !ofOthers(file) && !tableNames.some((name) => belongs(file, tables[name])),
    )
    .map((file) => ({ file, line: 1, message: "no such table is known", remedy: didYouMean(file, known) }));
}
