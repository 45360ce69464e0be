import type { Problem, StatisticsTable } from "../dataset/index.ts";
import type { ImportResult, Reject, StatisticsRow } from "./importer.ts";

/** Where a row of a publisher's file stands; a sheet of a workbook is named behind the file, `wgi.xlsx[RuleofLaw]`. */
export interface Place {
  readonly file: string;
  /** 1-based, the header counting as 1 */
  readonly row: number;
}

/** What an importer has read so far. One per import; `result` closes it. */
export class Gathering {
  readRows = 0;
  readonly problems: Problem[] = [];
  readonly rejects: Reject[] = [];
  readonly notes: string[] = [];
  readonly #leftOut = new Map<string, number>();
  readonly #rows = new Map<StatisticsTable, StatisticsRow[]>();

  add(table: StatisticsTable, row: StatisticsRow): void {
    const rows = this.#rows.get(table);
    if (rows) rows.push(row);
    else this.#rows.set(table, [row]);
  }

  rowsOf(table: StatisticsTable): readonly StatisticsRow[] {
    return this.#rows.get(table) ?? [];
  }

  /** Counts rows (or cells of a wide table) left out on purpose. */
  leaveOut(reason: string, count = 1): undefined {
    this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + count);
  }

  /** A fault of the file as a whole, or of its layout. */
  fault({ file, row }: Place, message: string, remedy: string): void {
    this.problems.push({ file, line: row, message, remedy });
  }

  /** A row that cannot be used. */
  reject({ file, row }: Place, cells: Readonly<Record<string, string>>, message: string, remedy: string): undefined {
    this.rejects.push({ file, row, cells, problem: { file, line: row, message, remedy } });
  }

  /** @param replaces rows of the tables that make way for those gathered */
  result(replaces: ImportResult["replaces"]): ImportResult {
    const { readRows, notes, problems, rejects } = this;
    return {
      rows: Object.fromEntries(this.#rows),
      replaces,
      readRows,
      leftOut: this.#leftOut,
      notes,
      problems,
      rejects,
    };
  }
}
