import type { Gathering, Place } from "./gathering.ts";
import { type CsvShape, readSourceCsv } from "./read-csv.ts";

/** A row of a publisher's CSV file by its column names. */
export interface CsvRow {
  readonly place: Place;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * All rows of a small CSV file, spaces and line breaks within a cell counting as one space. Faults go to `into`; none
 * of the rows are handed back when the whole file cannot be used.
 */
export async function readCsvRows(path: string, shape: CsvShape, into: Gathering): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  const reading = await readSourceCsv(path, shape, ({ file, row, cells }) => {
    const clean = Object.entries(cells).map(([name, cell]) => [name, cell.replace(/\s+/g, " ").trim()]);
    rows.push({ place: { file, row }, cells: Object.fromEntries(clean) });
  });
  into.readRows += reading.rows;
  into.problems.push(...reading.problems);
  into.rejects.push(...reading.rejects);
  return reading.problems.length > 0 ? [] : rows;
}
