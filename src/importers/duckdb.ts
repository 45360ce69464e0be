import { open } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";

/** A row of a file that is not as many cells as its header, or has an open quote. */
export interface BrokenRow {
  /** 1-based, the header counting as 1 */
  readonly row: number;
  readonly text: string;
  readonly message: string;
}

export interface Scan {
  readonly path: string;
  /** the file's own header, in its order */
  readonly header: readonly string[];
  /** what to select from `scanned`: the header's columns as text without spaces around (blank, never null), and `scanRow` */
  readonly select: string;
  /** rows of this condition and the last row are handed over */
  readonly where: string;
  /** `n` counts the rows that could be split, from 1; returning false takes no more of them */
  readonly onRow: (n: number, cells: readonly string[]) => boolean;
  readonly progress: (rows: number) => void;
}

export interface ScanResult {
  /** rows after the header, broken ones included */
  readonly rows: number;
  /** row of the file, its header counting as 1, for the `n` of a row handed over */
  readonly rowOf: (n: number) => number;
  readonly broken: readonly BrokenRow[];
}

/** Opens DuckDB in memory with bounds: it is loaded only by commands that import. */
export async function openDuckDb(): Promise<{ readonly connection: DuckDBConnection; readonly close: () => void }> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", { threads: "1", memory_limit: "200MB" });
  const connection = await instance.connect();
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/**
 * Streams a large CSV file (plain or gzip) through DuckDB in the order of the file; memory does not grow with the file.
 * Rows are numbered as in the file: DuckDB numbers those it could split, the broken ones are put back between them.
 * @throws what DuckDB says when the file cannot be read at all
 */
export async function scanCsv(connection: DuckDBConnection, scan: Scan): Promise<ScanResult> {
  const columns = scan.header.map((name) => `${text(name)}: 'VARCHAR'`).join(", ");
  const trimmed = scan.header.map((name) => `coalesce(trim(${column(name)}), '') AS ${column(name)}`).join(", ");
  const packed = (await isGzip(scan.path)) ? "gzip" : "none";
  const broken = async (): Promise<BrokenRow[]> => {
    const found = await connection.runAndReadAll(
      "SELECT line, any_value(csv_line), any_value(error_message) FROM reject_errors GROUP BY line ORDER BY line",
    );
    return found.getRows().map(([line, csv, message]) => ({
      row: Number(line),
      text: String(csv).trim(),
      message: String(message),
    }));
  };
  await connection.run("DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans");
  const result = await connection.stream(`
    WITH scanned AS (
      SELECT row_number() OVER () AS "scanRow", lead(true) OVER () IS NULL AS "scanLast", ${trimmed}
      FROM read_csv(${text(scan.path)}, header = false, skip = 1, auto_detect = false, delim = ',', quote = '"',
        escape = '"', compression = '${packed}', columns = {${columns}}, store_rejects = true, rejects_limit = 0,
        strict_mode = true, max_line_size = 1000000)
    )
    SELECT "scanRow", coalesce(${scan.where}, true) AS wanted, ${scan.select} FROM scanned
    WHERE "scanLast" OR coalesce(${scan.where}, true)`);
  let last = 0;
  let taking = true;
  for await (const rows of result.yieldRows()) {
    for (const [n, wanted, ...cells] of rows) {
      last = Number(n);
      if (taking && wanted === true) taking = scan.onRow(last, cells as string[]);
    }
    scan.progress(last);
  }
  const faults = await broken();
  return { rows: last + faults.length, rowOf: numbering(faults.map((b) => b.row)), broken: faults };
}

/** Where the n-th row that could be split stands in the file: behind the header and the broken rows before it. */
function numbering(brokenRows: readonly number[]): (n: number) => number {
  return (n) => {
    let low = 0;
    let high = brokenRows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (brokenRows[middle]! - middle <= n + 1) low = middle + 1;
      else high = middle;
    }
    return n + 1 + low;
  };
}

export async function isGzip(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const column = (name: string) => `"${name.replaceAll('"', '""')}"`;
