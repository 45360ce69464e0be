import {
  InputError,
  type Problem,
  readCsv,
  readStatisticsTables,
  type StatisticsTable,
  statisticsTableNames,
  statisticsTables,
} from "../dataset/index.ts";
import { type Table, tableStem } from "../dataset/schema/table.ts";
import type { ImportResult, StatisticsRow } from "./importer.ts";
import { writeCsv } from "./write-csv.ts";

/** What an import does to the files of data/: new text by file name, null for a file that ends up without rows. */
export type Changes = ReadonlyMap<string, string | null>;

type Cells = readonly string[];

/**
 * Puts imported rows in the place of those they replace; all else in a table stays. Rows are sorted by the columns of
 * the table's key, so that the same rows give the same bytes. The new tables are read back before they are handed over.
 * @param files text by file name relative to data/
 * @throws InputError when a table to be merged into, or what came of it, cannot be read
 */
export function mergeTables(files: ReadonlyMap<string, string>, result: ImportResult): Changes {
  const changes = new Map<string, string | null>();
  const problems: Problem[] = [];
  for (const name of statisticsTableNames) {
    const rows = result.rows[name] ?? [];
    const replaces = result.replaces[name] ?? [];
    if (rows.length === 0 && replaces.length === 0) continue;
    for (const [file, text] of mergeTable(statisticsTables[name], files, rows, replaces, problems))
      if (text !== files.get(file) && !(text === null && !files.has(file))) changes.set(file, text);
  }
  if (problems.length > 0) throw new InputError(problems);
  proveReadable(changes, result);
  return changes;
}

function mergeTable(
  definition: Table,
  files: ReadonlyMap<string, string>,
  rows: readonly StatisticsRow[],
  replaces: readonly StatisticsRow[],
  problems: Problem[],
): Map<string, string | null> {
  const header = Object.keys(definition.columns).filter((column) => column !== definition.fileColumn);
  const byFile = new Map<string, Cells[]>();
  for (const file of files.keys()) {
    if (!belongs(file, definition)) continue;
    const { records, problems: faults } = readCsv(file, files.get(file)!);
    problems.push(...faults);
    const value = fileValue(file, definition);
    const kept = records.slice(1).filter(({ fields }) => {
      const cell = (column: string) => (column === definition.fileColumn ? value : fields[header.indexOf(column)]);
      return !replaces.some((row) => Object.entries(row).every(([column, wanted]) => cell(column) === shown(wanted)));
    });
    byFile.set(
      file,
      kept.map(({ fields }) => fields),
    );
  }
  for (const row of rows) {
    const file = definition.fileColumn ? `${tableStem(definition)}/${row[definition.fileColumn]}.csv` : definition.file;
    const cells = byFile.get(file) ?? [];
    cells.push(header.map((column) => shown(row[column] ?? null)));
    byFile.set(file, cells);
  }
  const keys = [...definition.key.matchAll(/\{(\w+)\}/g)]
    .map((match) => header.indexOf(match[1]!))
    .filter((i) => i >= 0);
  const inOrder = (a: Cells, b: Cells) => {
    for (const i of keys) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
    return 0;
  };
  return new Map(
    [...byFile].map(([file, cells]) => [file, cells.length === 0 ? null : writeCsv(header, cells.sort(inOrder))]),
  );
}

const shown = (value: string | number | null) => (value === null ? "" : String(value));

function belongs(file: string, definition: Table): boolean {
  if (!definition.fileColumn) return file === definition.file;
  return file.startsWith(`${tableStem(definition)}/`) && file.endsWith(".csv");
}

function fileValue(file: string, definition: Table): string | undefined {
  return definition.fileColumn ? file.slice(tableStem(definition).length + 1, -".csv".length) : undefined;
}

/** Reads the new tables as `monazite` will, and looks for rows given twice. */
function proveReadable(changes: Changes, result: ImportResult): void {
  const written = new Map([...changes].flatMap(([file, text]) => (text === null ? [] : [[file, text] as const])));
  const { statistics, problems } = readStatisticsTables(written);
  const faults = [...problems];
  for (const name of Object.keys(result.rows) as StatisticsTable[]) {
    const first = new Map<string, number>();
    for (const { figure, file, line } of statistics[name] as readonly {
      figure: string;
      file: string;
      line: number;
    }[]) {
      const before = first.get(figure);
      if (before === undefined) first.set(figure, line);
      else
        faults.push({
          file,
          line,
          message: `${figure} would be there twice, also in line ${before}`,
          remedy: "see which rows of the publisher's file make it, and which other source of the table has it",
        });
    }
  }
  if (faults.length > 0) throw new InputError(faults);
}
