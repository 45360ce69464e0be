import type { Problem } from "../problem.ts";
import type { Dataset, TableName } from "../schema/index.ts";
import type { Located } from "../schema/table.ts";

/** One thing that must hold throughout the dataset. */
export interface Check {
  /** what must hold, in a sentence */
  readonly says: string;
  /** tables it cannot judge without; it is left out when one of them could not be read whole */
  readonly needs: readonly TableName[];
  run(dataset: Dataset, damaged: ReadonlySet<TableName>): Problem[];
}

/** A problem of a row. */
export function problemAt(row: Located, message: string, remedy: string): Problem {
  return { file: row.file, line: row.line, message, remedy };
}

/** Rows by a name they share, in the order of the table. */
export function groupBy<R>(rows: readonly R[], nameOf: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(nameOf(row));
    if (group) group.push(row);
    else groups.set(nameOf(row), [row]);
  }
  return groups;
}
