import type { DuckDBConnection } from "@duckdb/node-api";
import { type Scan, type ScanResult, scanCsv } from "./duckdb.ts";
import type { Gathering } from "./gathering.ts";

/** A file with more faults than this is another file than it says; reading stops. */
const MOST_REJECTS = 10_000;

export type RowOf = ScanResult["rowOf"];

interface TradeScan extends Pick<Scan, "path" | "header" | "select" | "where"> {
  readonly progress: (what: string) => void;
}

/**
 * Streams the rows of a trade file that are wanted or doubtful, and accounts for the others: broken rows are rejected,
 * headings of no critical mineral counted. Rows can be named only when all are read, so a rejection is handed to `reject`
 * and made at the end.
 * @returns the row of the file for the number of a row handed over
 */
export async function scanTrade(
  connection: DuckDBConnection,
  { path, header, select, where, progress }: TradeScan,
  into: Gathering,
  onRow: (n: number, cells: readonly string[], reject: (late: (rowOf: RowOf) => void) => void) => void,
): Promise<RowOf> {
  const late: ((rowOf: RowOf) => void)[] = [];
  let handedOver = 0;
  const scan = await scanCsv(connection, {
    path,
    header,
    select,
    where,
    progress: (rows) => progress(`${path}: ${rows} rows`),
    onRow: (n, cells) => {
      handedOver += 1;
      onRow(n, cells, (write) => late.push(write));
      return late.length < MOST_REJECTS;
    },
  });
  into.readRows += scan.rows;
  if (scan.rows === 0) into.fault({ file: path, row: 1 }, "no rows follow the header", "download it again");
  for (const write of late) write(scan.rowOf);
  for (const { row, text, message } of scan.broken)
    into.reject(
      { file: path, row },
      { row: text },
      `the row cannot be split into cells: ${message}`,
      "download it again",
    );
  if (late.length >= MOST_REJECTS) {
    const message = `${MOST_REJECTS} rows cannot be used; no others were looked at`;
    into.fault({ file: path, row: 1 }, message, "see the first of them: the file is not what its header says");
    return scan.rowOf;
  }
  const other = scan.rows - scan.broken.length - handedOver;
  if (other > 0) into.leaveOut(OTHER_HEADING, other);
  return scan.rowOf;
}

export const OTHER_HEADING = "heading not of a critical mineral";
