import { readCell } from "./cell.ts";
import { type CsvRecord, readCsv } from "./csv.ts";
import type { Problem } from "./problem.ts";
import type { Column } from "./schema/column.ts";
import { figureName, type Located, type Table } from "./schema/table.ts";
import { didYouMean, quote } from "./suggest.ts";

export type Row = Readonly<Record<string, unknown>> & Located;

interface NamedColumn {
  readonly name: string;
  readonly column: Column;
}

/**
 * Reads one file of a table. Rows with an unreadable cell are left out and reported.
 * @param fileValue what the file's name stands for, in a table of several files
 */
export function readRows(
  definition: Table,
  file: string,
  text: string,
  fileValue?: string,
): { rows: Row[]; problems: Problem[] } {
  const { records, problems } = readCsv(file, text);
  if (problems.length > 0) return { rows: [], problems };
  const columns = Object.entries(definition.columns)
    .map(([name, column]) => ({ name, column }))
    .filter((c) => c.name !== definition.fileColumn);
  const [header, ...body] = records;
  if (!header) {
    const message = "the file is empty";
    return {
      rows: [],
      problems: [{ file, line: 1, message, remedy: `start it with the header ${headerOf(columns)}` }],
    };
  }
  const faults = checkHeader(file, header, columns);
  if (faults.length > 0) return { rows: [], problems: faults };
  if (body.length === 0 && !definition.mayBeEmpty) {
    problems.push({
      file,
      line: header.line,
      message: "no rows follow the header",
      remedy: "add rows or restore the file",
    });
  }
  const rows: Row[] = [];
  for (const record of body) {
    const cells = readRecord(file, record, columns, problems);
    if (!cells) continue;
    if (definition.fileColumn) cells[definition.fileColumn] = fileValue;
    rows.push({ ...cells, file, line: record.line, figure: figureName(definition, cells) });
  }
  return { rows, problems };
}

function headerOf(columns: readonly NamedColumn[]): string {
  return columns.map((c) => c.column.header ?? c.name).join(",");
}

function checkHeader(file: string, header: CsvRecord, columns: readonly NamedColumn[]): Problem[] {
  const wanted = columns.map((c) => c.column.header ?? c.name);
  const missing = wanted.filter((name) => !header.fields.includes(name));
  const problems: Problem[] = [];
  const place = (i: number) => ({ file, line: header.lines[i] ?? header.line, column: header.columns[i] ?? 1 });
  header.fields.forEach((name, i) => {
    if (header.fields.indexOf(name) < i) {
      problems.push({ ...place(i), message: `column ${quote(name)} comes twice`, remedy: "remove one" });
    } else if (!wanted.includes(name)) {
      const remedy = missing.length > 0 ? didYouMean(name, missing) : "remove it";
      problems.push({ ...place(i), message: `unknown column ${quote(name)}`, remedy });
    }
  });
  for (const name of missing) {
    const remedy = `the header must be ${wanted.join(",")}`;
    problems.push({ file, line: header.line, message: `column ${quote(name)} is missing`, remedy });
  }
  if (problems.length === 0 && wanted.some((name, i) => header.fields[i] !== name)) {
    const remedy = `the header must be ${wanted.join(",")}`;
    problems.push({ file, line: header.line, message: "the columns are out of order", remedy });
  }
  return problems;
}

/** The cells of a record by column, or undefined when any of them cannot be read. */
function readRecord(
  file: string,
  record: CsvRecord,
  columns: readonly NamedColumn[],
  problems: Problem[],
): Record<string, unknown> | undefined {
  if (record.fields.length !== columns.length) {
    const message = `the row has ${record.fields.length} cells, the header has ${columns.length}`;
    problems.push({ file, line: record.line, message, remedy: "add or remove commas; put text with commas in quotes" });
    return undefined;
  }
  const before = problems.length;
  const cells: Record<string, unknown> = {};
  columns.forEach(({ name, column }, i) => {
    const reading = readCell(column, record.fields[i]!);
    if (reading.ok) cells[name] = reading.value;
    else {
      const message = `${column.header ?? name}: ${reading.message}`;
      problems.push({ file, line: record.lines[i]!, column: record.columns[i]!, message, remedy: reading.remedy });
    }
  });
  return problems.length === before ? cells : undefined;
}
