import { type Problem, type StatisticsTable, statisticsTables } from "../dataset/index.ts";
import { figureName, type Table } from "../dataset/schema/table.ts";
import { Gathering } from "./gathering.ts";
import type { ImportResult, StatisticsRow } from "./importer.ts";
import type { SourceRow } from "./read-csv.ts";

interface Kept {
  readonly row: StatisticsRow;
  readonly from: SourceRow;
}

/** A gathering that remembers which row of the publisher's file each of its rows came from; finds rows given before. */
export class Tally extends Gathering {
  readonly #kept = new Map<StatisticsTable, Map<string, Kept>>();
  readonly #units = new Map<string, { readonly unit: string; readonly from: SourceRow }>();

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
    this.refuse(from, message, "keep one of the rows");
  }

  refuse(from: SourceRow, message: string, remedy: string): undefined {
    return this.reject(from, from.cells, message, remedy);
  }

  refuseFor(from: SourceRow, { message, remedy }: Problem): undefined {
    return this.reject(from, from.cells, message, remedy);
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
    this.refuse(kept.from, message, remedy);
  }

  override rowsOf(table: StatisticsTable): readonly StatisticsRow[] {
    return [...(this.#kept.get(table)?.values() ?? [])].map((kept) => kept.row);
  }

  override result(replaces: ImportResult["replaces"]): ImportResult {
    const rows = Object.fromEntries([...this.#kept.keys()].map((table) => [table, this.rowsOf(table)]));
    return { ...super.result(replaces), rows };
  }
}

const placeOf = (row: SourceRow, seenFrom: SourceRow) =>
  row.file === seenFrom.file ? `row ${row.row}` : `${row.file}:${row.row}`;
