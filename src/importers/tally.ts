import { type Problem, type StatisticsTable, statisticsTables } from "../dataset/index.ts";
import { figureName, type Table } from "../dataset/schema/table.ts";
import type { ImportResult, Reject, StatisticsRow } from "./importer.ts";
import type { SourceRow } from "./read-csv.ts";

interface Kept {
  readonly row: StatisticsRow;
  readonly from: SourceRow;
}

/** Collects what becomes of the rows of a publisher's file; finds rows that were given before. */
export class Tally {
  readRows = 0;
  readonly notes: string[] = [];
  /** faults of whole files; those of rows come with their rejects */
  readonly problems: Problem[] = [];
  readonly #kept = new Map<StatisticsTable, Map<string, Kept>>();
  readonly #units = new Map<string, { readonly unit: string; readonly from: SourceRow }>();
  readonly #rejects: Reject[] = [];
  readonly #leftOut = new Map<string, number>();

  /** Keeps a row, unless the table's key was given before: that is a problem, whether the rest agrees or not. */
  keep(table: StatisticsTable, row: StatisticsRow, from: SourceRow): void {
    const rows = this.#kept.get(table) ?? new Map<string, Kept>();
    this.#kept.set(table, rows);
    const key = figureName(statisticsTables[table] as Table, row);
    const before = rows.get(key);
    if (before === undefined) {
      rows.set(key, { row, from });
      return;
    }
    const where = placeOf(before.from, from);
    const same = JSON.stringify(before.row) === JSON.stringify(row);
    const message = `${key.slice(key.indexOf("/") + 1)} ${same ? `repeats ${where}` : `contradicts ${where}`}`;
    this.reject(from, message, "keep one of the rows");
  }

  reject(from: SourceRow, message: string, remedy: string): undefined {
    this.rejectFor(from, { file: from.file, line: from.row, message, remedy });
  }

  rejectFor(from: SourceRow, problem: Problem): undefined {
    this.#rejects.push({ file: from.file, row: from.row, cells: from.cells, problem });
  }

  /** The unit that figures of this group came in before, and where, when it was another one. */
  otherUnit(group: string, unit: string, from: SourceRow): { unit: string; where: string } | undefined {
    const before = this.#units.get(group) ?? { unit, from };
    this.#units.set(group, before);
    return before.unit === unit ? undefined : { unit: before.unit, where: placeOf(before.from, from) };
  }

  /** Takes back a row that was kept, because it does not fit the others. */
  takeBack(table: StatisticsTable, row: StatisticsRow, message: string, remedy: string): void {
    const rows = this.#kept.get(table);
    const key = figureName(statisticsTables[table] as Table, row);
    const kept = rows?.get(key);
    if (!kept) return;
    rows?.delete(key);
    this.reject(kept.from, message, remedy);
  }

  leaveOut(reason: string): undefined {
    this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + 1);
  }

  rowsOf(table: StatisticsTable): StatisticsRow[] {
    return [...(this.#kept.get(table)?.values() ?? [])].map((kept) => kept.row);
  }

  result(replaces: ImportResult["replaces"]): ImportResult {
    const rows = Object.fromEntries([...this.#kept.keys()].map((table) => [table, this.rowsOf(table)]));
    const { readRows, notes, problems } = this;
    return { rows, replaces, readRows, leftOut: this.#leftOut, notes, problems, rejects: this.#rejects };
  }
}

const placeOf = (row: SourceRow, seenFrom: SourceRow) =>
  row.file === seenFrom.file ? `row ${row.row}` : `${row.file}:${row.row}`;
