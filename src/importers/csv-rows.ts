import { didYouMean, quote, readCsv } from "../dataset/index.ts";
import type { Gathering, Place } from "./gathering.ts";
import { readText } from "./read-text.ts";

/** A row of a publisher's CSV file by its column names. */
export interface CsvRow {
  readonly place: Place;
  readonly cells: Readonly<Record<string, string>>;
}

/** Rows of a small CSV file, and its header; problems go to `into`, where the file cannot be used it is undefined. */
export function readCsvRows(
  path: string,
  into: Gathering,
): { readonly header: readonly string[]; readonly rows: readonly CsvRow[] } | undefined {
  const text = readText(path, into);
  if (text === undefined) return undefined;
  const { records, problems } = readCsv(path, text);
  into.problems.push(...problems);
  const [first, ...body] = records;
  if (problems.length > 0) return undefined;
  if (first === undefined) {
    into.fault({ file: path, row: 1 }, "the file is empty", "download it again");
    return undefined;
  }
  const header = first.fields.map((name) => name.trim());
  const rows: CsvRow[] = [];
  for (const { line, fields } of body) {
    const place = { file: path, row: line };
    const cells = Object.fromEntries(fields.map((field, i) => [header[i] ?? `column ${i + 1}`, clean(field)]));
    into.readRows += 1;
    if (fields.length === header.length) rows.push({ place, cells });
    else {
      const remedy = "put text that holds a comma in quotes; decimals take a point";
      into.reject(place, cells, `the row has ${fields.length} cells, the header has ${header.length}`, remedy);
    }
  }
  return { header, rows };
}

/** Spaces and line breaks within a cell count as one space. */
const clean = (cell: string) => cell.replace(/\s+/g, " ").trim();

/** True when the header is the one expected; else a problem says what is different. */
export function headerIs(path: string, header: readonly string[], wanted: readonly string[], into: Gathering): boolean {
  if (header.length === wanted.length && header.every((name, i) => name === wanted[i])) return true;
  const place = { file: path, row: 1 };
  const whole = header.join(",");
  for (const delimiter of [";", "\t", "|"]) {
    if (header.length > 2 || !whole.includes(delimiter)) continue;
    into.fault(
      place,
      `the columns are parted by ${quote(delimiter)}`,
      "save the file with commas, as it was published",
    );
    return false;
  }
  const odd = header.find((name) => !wanted.includes(name));
  const message = odd === undefined ? `the header is ${quote(whole)}` : `unknown column ${quote(odd)}`;
  into.fault(
    place,
    message,
    `${odd === undefined ? "" : `${didYouMean(odd, wanted)} `}The header must be ${wanted.join(",")}`,
  );
  return false;
}
