import { type Problem, type StatisticsTable, statisticsTables } from "../dataset/index.ts";
import { figureName, type Table } from "../dataset/schema/table.ts";
import { Gathering } from "./gathering.ts";
import type { ImportResult, StatisticsRow } from "./importer.ts";
import { Once, placeOf } from "./once.ts";
import type { SourceRow } from "./read-csv.ts";

/** A gathering that remembers which row of the publisher's file each of its rows came from; finds rows given before. */
export class Tally extends Gathering {
  readonly #kept = new Map<StatisticsTable, Once<StatisticsRow>>();
  readonly #units = new Map<string, { readonly unit: string; readonly from: SourceRow }>();

  /** Keeps a row; one whose key was given before repeats it exactly or contradicts it (see {@link Once}). */
  keep(table: StatisticsTable, row: StatisticsRow, from: SourceRow): void {
    const rows = this.#kept.get(table) ?? new Once<StatisticsRow>(this);
    this.#kept.set(table, rows);
    const key = figureName(statisticsTables[table] as Table, row);
    const name = key.slice(key.indexOf("/") + 1);
    rows.add(name, row, from, from.cells, JSON.stringify(row));
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
    return before.unit === unit ? undefined : { unit: before.unit, where: placeOf(before.from, from.file) };
  }

  /** Takes back a row that was kept, because it does not fit the others. */
  takeBack(table: StatisticsTable, row: StatisticsRow, message: string, remedy: string): void {
    const key = figureName(statisticsTables[table] as Table, row);
    const kept = this.#kept.get(table)?.delete(key.slice(key.indexOf("/") + 1));
    if (kept) this.reject(kept.place, kept.cells, message, remedy);
  }

  override rowsOf(table: StatisticsTable): readonly StatisticsRow[] {
    return this.#kept.get(table)?.rows() ?? [];
  }

  override result(replaces: ImportResult["replaces"]): ImportResult {
    for (const once of this.#kept.values()) once.note();
    const rows = Object.fromEntries([...this.#kept.keys()].map((table) => [table, this.rowsOf(table)]));
    return { ...super.result(replaces), rows };
  }
}
