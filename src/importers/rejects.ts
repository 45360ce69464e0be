import type { Reject } from "./importer.ts";
import { writeCsv } from "./write-csv.ts";

/** Rows that could not be used, as CSV: where they stand, what is wrong, what to do, and the row itself as `column=cell`. */
export function rejectsCsv(rejects: readonly Reject[]): string {
  return writeCsv(
    ["file", "row", "problem", "remedy", "cells"],
    rejects.map(({ file, row, problem, cells }) => {
      const shown = Object.entries(cells).map(([column, cell]) => `${column}=${cell}`);
      return [file, row, problem.message, problem.remedy, shown.join(" | ")];
    }),
  );
}
