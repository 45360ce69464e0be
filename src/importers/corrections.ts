import { InputError, quote } from "../dataset/index.ts";
import { readRows } from "../dataset/rows.ts";
import { type CorrectionRow, corrections as table } from "../dataset/schema/corrections.ts";
import type { Gathering, Place } from "./gathering.ts";
import type { ImportContext } from "./importer.ts";
import type { SourceRow } from "./read-csv.ts";

/** Faults of a publisher's file that data/corrections.csv puts right, while the file still has them. */
export class Corrections {
  readonly #byKey = new Map<string, CorrectionRow[]>();

  constructor(rows: readonly CorrectionRow[]) {
    for (const row of rows) {
      const key = nameOf(row.sourceFile, row.key);
      this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), row]);
    }
  }

  /**
   * The cell as it should be. Where a correction says that the file reads otherwise than it does, the row is rejected
   * (undefined): the publisher has changed it, and the correction must be looked at.
   */
  apply(
    into: Gathering,
    place: Place,
    file: string,
    key: string,
    field: string,
    got: string,
    cells: Readonly<Record<string, string>>,
  ): string | undefined {
    const row = this.#byKey.get(nameOf(file, key))?.find((r) => r.field === field);
    if (row === undefined) return got;
    if (got !== row.expected) {
      const message = `${field} of ${key} is ${quote(got)}, data/${table.file}:${row.line} expects ${quote(row.expected)}`;
      const remedy = "the publisher changed it: check the new figure and remove the correction";
      return into.reject(place, cells, message, remedy);
    }
    const note = `corrected: ${key}, ${field}: ${quote(got)} read as ${quote(row.value)} (${row.reason})`;
    if (!into.notes.includes(note)) into.notes.push(note);
    return row.value;
  }

  /**
   * The same for all cells of a row.
   * @param keys names of the row, the more general first
   */
  applyToRow(into: Gathering, row: SourceRow, file: string, keys: readonly string[]): SourceRow | undefined {
    let cells = row.cells;
    for (const key of keys)
      for (const { field } of this.#byKey.get(nameOf(file, key)) ?? []) {
        const value = this.apply(into, row, file, key, field, row.cells[field] ?? "", row.cells);
        if (value === undefined) return undefined;
        cells = { ...cells, [field]: value };
      }
    return { ...row, cells };
  }
}

const nameOf = (file: string, key: string): string => `${file}\0${key}`;

/** Reads data/corrections.csv. @throws InputError when it is missing or damaged */
export function readCorrections(context: ImportContext): Corrections {
  const { rows, problems } = readRows(table, table.file, context.files.get(table.file) ?? "");
  if (problems.length > 0) throw new InputError(problems);
  return new Corrections(rows as unknown as readonly CorrectionRow[]);
}
