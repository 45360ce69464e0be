import { InputError, quote, readCsv } from "../dataset/index.ts";
import type { Gathering, Place } from "./gathering.ts";
import type { ImportContext } from "./importer.ts";

interface Correction {
  readonly line: number;
  readonly file: string;
  readonly key: string;
  readonly field: string;
  readonly expected: string;
  readonly value: string;
  readonly reason: string;
}

/** Faults of a publisher's file that data/corrections.csv puts right, while the file still has them. */
export class Corrections {
  readonly #rows: readonly Correction[];

  constructor(rows: readonly Correction[]) {
    this.#rows = rows;
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
    const row = this.#rows.find((r) => r.file === file && r.key === key && r.field === field);
    if (row === undefined) return got;
    if (got === row.expected) {
      into.notes.push(`corrected: ${key}, ${field}: ${quote(got)} read as ${quote(row.value)} (${row.reason})`);
      return row.value;
    }
    into.reject(
      place,
      cells,
      `${field} of ${key} is ${quote(got)}, data/corrections.csv:${row.line} expects ${quote(row.expected)}`,
      "the publisher changed it: check the new figure and remove the correction",
    );
    return undefined;
  }
}

/** Reads data/corrections.csv. @throws InputError when it is missing or damaged */
export function readCorrections(context: ImportContext): Corrections {
  const file = "corrections.csv";
  const { records, problems } = readCsv(file, context.files.get(file) ?? "");
  if (records.length === 0)
    problems.push({ file, line: 1, message: "the table is missing", remedy: "restore it from the repository" });
  if (problems.length > 0) throw new InputError(problems);
  return new Corrections(
    records.slice(1).map(({ line, fields }) => {
      const [of = "", key = "", field = "", expected = "", value = "", reason = ""] = fields;
      return { line, file: of, key, field, expected, value, reason };
    }),
  );
}
