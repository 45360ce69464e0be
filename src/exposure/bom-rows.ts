import { type CsvRecord, didYouMean, type Problem, quote, readCsv } from "../dataset/index.ts";
import { type BomColumn, bomColumns } from "./bom.ts";

/** One row of the file by column; a column that the file lacks is blank. */
export interface BomRow {
  readonly line: number;
  readonly cell: (column: BomColumn) => string;
  /** a problem of this row, at a column if one is named */
  readonly problem: (column: BomColumn | null, message: string, remedy: string) => Problem;
}

const MOST_ROWS = 20_000;
const columns: readonly string[] = [...bomColumns.required, ...bomColumns.optional];

/**
 * The rows of a bill of materials. A file whose bytes or separators are wrong is reported as such, since nothing after
 * that can be trusted; otherwise rows that can be read are handed on, so that their problems are told in the same report.
 */
export function readBomRows(file: string, text: string): { rows: BomRow[]; problems: Problem[] } {
  const unreadable = encodingProblems(file, text);
  if (unreadable.fatal) return { rows: [], problems: unreadable.problems };
  const separated = separatorProblems(file, text);
  if (separated.length > 0) return { rows: [], problems: [...unreadable.problems, ...separated] };
  const { records, problems: faults } = readCsv(file, text);
  const problems = [...unreadable.problems, ...faults];
  const [header, ...body] = records;
  if (!header && problems.length > 0) return { rows: [], problems };
  if (!header) {
    const remedy = `start it with the header ${bomColumns.required.join(",")}`;
    return { rows: [], problems: [...problems, { file, line: 1, message: "the file is empty", remedy }] };
  }
  const wrongHeader = headerProblems(file, header);
  if (wrongHeader.length > 0) return { rows: [], problems: [...problems, ...wrongHeader] };
  if (body.length === 0)
    problems.push({
      file,
      line: 1,
      message: "no row follows the header",
      remedy: "add a row per product and material",
    });
  if (body.length > MOST_ROWS) {
    const message = `${body.length} rows, more than the ${MOST_ROWS} allowed`;
    return { rows: [], problems: [...problems, { file, line: 1, message, remedy: "split the file" }] };
  }
  const place = new Map(header.fields.map((name, i) => [name.trim(), i]));
  const rows: BomRow[] = [];
  for (const record of body) {
    if (record.fields.every((field) => field.trim() === "")) continue; // spreadsheets leave rows of commas behind
    if (record.fields.length !== header.fields.length) {
      if (faults.length > 0) continue; // a stray quote swallows the fields after it
      const message = `${record.fields.length} fields, expected ${header.fields.length}`;
      const remedy = "one field per column of the header; put a field with a comma in quotes";
      problems.push({ file, line: record.line, message, remedy });
    } else rows.push(rowOf(file, record, place));
  }
  return { rows, problems };
}

function rowOf(file: string, record: CsvRecord, place: ReadonlyMap<string, number>): BomRow {
  return {
    line: record.line,
    cell: (column) => {
      const i = place.get(column);
      return i === undefined ? "" : record.fields[i]!.trim();
    },
    problem: (column, message, remedy) => {
      const i = column === null ? undefined : place.get(column);
      const at = i === undefined ? { line: record.line } : { line: record.lines[i]!, column: record.columns[i]! };
      return { file, ...at, message: column === null ? message : `${column}: ${message}`, remedy };
    },
  };
}

/** What decoding as UTF-8 leaves behind of other encodings: NULs of UTF-16, U+FFFD for bytes of cp1252. */
function encodingProblems(file: string, text: string): { problems: Problem[]; fatal: boolean } {
  if (text.includes("\u0000")) {
    const message = "the file is not UTF-8 text (it looks like UTF-16)";
    return { problems: [{ file, line: 1, message, remedy: 'save it as "CSV UTF-8"' }], fatal: true };
  }
  const problems = text.split(/\r\n|\r|\n/).flatMap((line, i): Problem[] => {
    const at = line.indexOf("\uFFFD");
    if (at < 0) return [];
    const message = "a letter that is not UTF-8 (it looks like Windows-1252)";
    return [{ file, line: i + 1, column: at + 1, message, remedy: 'save the file as "CSV UTF-8"' }];
  });
  return { problems, fatal: false };
}

/** A first line without commas but with three or more of another separator. */
function separatorProblems(file: string, text: string): Problem[] {
  const [first = ""] = text.split(/\r\n|\r|\n/, 1);
  const separator = first.includes(",") ? undefined : [";", "\t", "|"].find((s) => first.split(s).length > 3);
  if (separator === undefined) return [];
  const message = `fields are separated by ${separator === "\t" ? "tabs" : quote(separator)}, expected commas`;
  const remedy = "save the file with commas between fields and points in decimals";
  return [{ file, line: 1, column: first.indexOf(separator) + 1, message, remedy }];
}

function headerProblems(file: string, header: CsvRecord): Problem[] {
  const at = (i: number) => ({ file, line: header.lines[i]!, column: header.columns[i]! });
  const names = header.fields.map((name) => name.trim());
  const problems: Problem[] = names.flatMap((name, i) => {
    if (!columns.includes(name))
      return [{ ...at(i), message: `unknown column ${quote(name)}`, remedy: didYouMean(name, columns) }];
    if (names.indexOf(name) < i)
      return [{ ...at(i), message: `column ${quote(name)} appears twice`, remedy: "remove one of the two" }];
    return [];
  });
  for (const name of bomColumns.required)
    if (!names.includes(name)) {
      const remedy = `add it; the columns are ${bomColumns.required.join(", ")}`;
      problems.push({ file, line: header.line, message: `column ${quote(name)} is missing`, remedy });
    }
  return problems;
}
