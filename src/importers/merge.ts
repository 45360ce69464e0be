import {
  type CsvRecord,
  InputError,
  type Problem,
  readCsv,
  readStatisticsTables,
  statisticsTableNames,
  statisticsTables,
} from "../dataset/index.ts";
import type { Located, Table } from "../dataset/schema/table.ts";
import { tableStem } from "../dataset/schema/table.ts";
import type { ImportResult, StatisticsRow } from "./importer.ts";
import { csvLine } from "./write-csv.ts";

/** Rows of each table before and after an import, by file name, or by folder where a table has several files. */
export function rowCounts(
  files: ReadonlyMap<string, string>,
  changes: Changes,
): ReadonlyMap<string, readonly [number, number]> {
  const counts = new Map<string, [number, number]>();
  for (const [file, text] of changes) {
    const definition = (Object.values(statisticsTables) as Table[]).find((t) => belongs(file, t));
    const name = definition?.fileColumn ? tableStem(definition) : file;
    const [before, after] = counts.get(name) ?? [0, 0];
    counts.set(name, [before + rowsOf(files.get(file)), after + rowsOf(text)]);
  }
  return counts;
}

/** Lines after the header that end outside quotes. */
function rowsOf(text: string | null | undefined): number {
  let lines = 0;
  let quoted = false;
  for (let i = 0; i < (text?.length ?? 0); i++) {
    const char = text!.charCodeAt(i);
    if (char === QUOTE) quoted = !quoted;
    else if (char === NEWLINE && !quoted) lines += 1;
  }
  return Math.max(0, lines - 1);
}
const QUOTE = 34;
const NEWLINE = 10;

/** What an import does to the files of data/: new text by file name, null for a file that ends up without rows. */
export type Changes = ReadonlyMap<string, string | null>;

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
    const definition: Table = statisticsTables[name];
    const byFile = rowsByFile(definition, rows);
    const names = new Set([...[...files.keys()].filter((file) => belongs(file, definition)), ...byFile.keys()]);
    for (const file of names) {
      const before = files.get(file);
      const text = mergeFile(definition, file, before, byFile.get(file) ?? [], replaces, problems);
      if (text === before || (text === null && before === undefined)) continue;
      if (text !== null) problems.push(...faultsOf(file, text));
      changes.set(file, text);
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return changes;
}

function rowsByFile(definition: Table, rows: readonly StatisticsRow[]): Map<string, StatisticsRow[]> {
  const byFile = new Map<string, StatisticsRow[]>();
  for (const row of rows) {
    const { fileColumn } = definition;
    const file = fileColumn ? `${tableStem(definition)}/${row[fileColumn]}.csv` : definition.file;
    const others = byFile.get(file);
    if (others) others.push(row);
    else byFile.set(file, [row]);
  }
  return byFile;
}

/** The new text of one file; null when no row is left. */
function mergeFile(
  definition: Table,
  file: string,
  before: string | undefined,
  rows: readonly StatisticsRow[],
  replaces: readonly StatisticsRow[],
  problems: Problem[],
): string | null {
  const header = Object.keys(definition.columns).filter((column) => column !== definition.fileColumn);
  const { records, problems: faults } = readCsv(file, before ?? "");
  problems.push(...faults);
  const value = fileValue(file, definition);
  const stays = ({ fields }: CsvRecord) => {
    const cell = (column: string) => (column === definition.fileColumn ? value : fields[header.indexOf(column)]);
    return !replaces.some((row) => Object.entries(row).every(([column, wanted]) => cell(column) === shown(wanted)));
  };
  const keys = [...definition.key.matchAll(/\{(\w+)\}/g)]
    .map((match) => header.indexOf(match[1]!))
    .filter((i) => i >= 0);
  const lineOf = (cells: readonly string[]) => ({ key: keys.map((i) => cells[i]).join("\0"), line: csvLine(cells) });
  const lines = records.slice(1).flatMap((record) => (stays(record) ? [lineOf(record.fields)] : []));
  for (const row of rows) lines.push(lineOf(header.map((column) => shown(row[column] ?? null))));
  if (lines.length === 0) return null;
  lines.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return `${[csvLine(header), ...lines.map((l) => l.line)].join("\n")}\n`;
}

const shown = (value: string | number | null) => (value === null ? "" : String(value));

function belongs(file: string, definition: Table): boolean {
  if (!definition.fileColumn) return file === definition.file;
  return file.startsWith(`${tableStem(definition)}/`) && file.endsWith(".csv");
}

function fileValue(file: string, definition: Table): string | undefined {
  return definition.fileColumn ? file.slice(tableStem(definition).length + 1, -".csv".length) : undefined;
}

/** Reads a new file as `monazite` will, and looks for rows given twice. */
function faultsOf(path: string, text: string): Problem[] {
  const faults: Problem[] = [];
  const first = new Map<string, number>();
  for (const slice of slicesOf(text)) {
    const { statistics, problems } = readStatisticsTables(new Map([[path, slice.text]]));
    for (const problem of problems) faults.push({ ...problem, line: problem.line + slice.linesBefore });
    for (const { figure, file, line: inSlice } of Object.values(statistics).flat() as readonly Located[]) {
      const line = inSlice + slice.linesBefore;
      const before = first.get(figure);
      if (before === undefined) {
        first.set(figure, line);
        continue;
      }
      const message = `${figure} would be there twice, also in line ${before}`;
      const remedy = "see which rows of the publisher's file make it, and which other source of the table has it";
      faults.push({ file, line, message, remedy });
    }
  }
  return faults;
}

const SLICE_LINES = 2000;

/** A long table in slices under its header, so that few rows are held as objects; quoted text, which may break lines, stays whole. */
function* slicesOf(text: string): Generator<{ readonly text: string; readonly linesBefore: number }> {
  if (text.includes('"')) return yield { text, linesBefore: 0 };
  let from = text.indexOf("\n") + 1;
  const header = text.slice(0, from);
  for (let linesBefore = 0; from < text.length; linesBefore += SLICE_LINES) {
    let to = from;
    for (let lines = 0; lines < SLICE_LINES && to < text.length; lines++) to = text.indexOf("\n", to) + 1;
    yield { text: header + text.slice(from, to), linesBefore };
    from = to;
  }
}
