import { InputError, type Problem, quote } from "../../dataset/index.ts";
import { readRows } from "../../dataset/rows.ts";
import { type CorrectionRow, corrections as table } from "../../dataset/schema/corrections.ts";
import type { ImportContext } from "../importer.ts";
import type { SourceRow } from "../read-csv.ts";

/** Faults of a release that are put right on the way in, found by the labels of a row. */
export interface RowCorrections {
  /**
   * The row with its corrected cells, or the problem that it no longer holds what the correction expects: the publisher
   * has repaired it, and the correction must go.
   * @param keys names of the row, the more general first
   */
  readonly apply: (row: SourceRow, keys: readonly string[]) => { row: SourceRow } | { problem: Problem };
}

/** The rows of data/corrections.csv whose file is this source id. @throws InputError when it cannot be read */
export function correctionsOf(context: ImportContext, source: string): RowCorrections {
  const { rows, problems } = readRows(table, table.file, context.files.get(table.file) ?? "");
  if (problems.length > 0) throw new InputError(problems);
  const byKey = new Map<string, CorrectionRow[]>();
  for (const row of rows as unknown as readonly CorrectionRow[]) {
    if (row.sourceFile === source) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
  }
  return {
    apply: (row, keys) => {
      let cells = row.cells;
      for (const correction of keys.flatMap((key) => byKey.get(key) ?? [])) {
        const got = row.cells[correction.field] ?? "";
        if (got !== correction.expected) {
          const message = `${correction.field} is ${quote(got)}, data/${table.file}:${correction.line} expects ${quote(correction.expected)}`;
          const remedy = "the publisher changed it: check the new figure and remove the correction";
          return { problem: { file: row.file, line: row.row, message, remedy } };
        }
        cells = { ...cells, [correction.field]: correction.value };
      }
      return { row: cells === row.cells ? row : { ...row, cells } };
    },
  };
}
