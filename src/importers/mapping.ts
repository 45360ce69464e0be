import { closest, InputError, type Problem, quote, type RowOf } from "../dataset/index.ts";
import { readRows } from "../dataset/rows.ts";
import { id, number, oneOf, optional, text } from "../dataset/schema/column.ts";
import { table } from "../dataset/schema/table.ts";
import type { ImportContext } from "./importer.ts";
import type { SourceRow } from "./read-csv.ts";

const mappingTable = table({
  file: "mappings/*.csv",
  about: "What each label of a publisher stands for, or why it is left out.",
  key: "{label}",
  columns: {
    label: text("as the publisher spells it; parts joined by |"),
    material: optional(id("statistics/materials.csv, id")),
    stage: optional(oneOf(["mining", "refining"], "of the market model")),
    form: optional(text("what the tonnes are of")),
    factor: optional(number("multiplies the publisher's figure", [0, 1e9])),
    skip: optional(text("why rows with this label are left out; blank where they are kept")),
  },
});

export type MappedLabel = RowOf<typeof mappingTable>;

/** Labels of a publisher: each is kept or left out on purpose, and an unlisted one is a problem. */
export interface Mapping {
  readonly find: (label: string) => MappedLabel | undefined;
  /** the problem of a row whose label the mapping does not list */
  readonly unlisted: (row: SourceRow, label: string) => Problem;
}

/**
 * Reads data/mappings/<name>.csv (columns label, material, stage, form, factor, skip).
 * @throws InputError when the mapping is missing, cannot be read, or lists a label twice
 */
export function readMapping(context: ImportContext, name: string): Mapping {
  const file = `mappings/${name}.csv`;
  const source = context.files.get(file);
  if (source === undefined)
    throw new InputError([{ file, line: 1, message: "the mapping is missing", remedy: "restore it in data/mappings" }]);
  const { rows, problems } = readRows(mappingTable, file, source);
  if (problems.length > 0) throw new InputError(problems);
  const mapped = rows as unknown as readonly MappedLabel[];
  const byLabel = new Map<string, MappedLabel>();
  const faults: Problem[] = [];
  for (const row of mapped) {
    const before = byLabel.get(row.label);
    const at = { file, line: row.line };
    if (before)
      faults.push({ ...at, message: `label ${quote(row.label)} comes twice`, remedy: `see line ${before.line}` });
    if ((row.material === "") === (row.skip === ""))
      faults.push({
        ...at,
        message: `${quote(row.label)}: expected a material or a reason to skip`,
        remedy: "give one of them",
      });
    byLabel.set(row.label, row);
  }
  if (faults.length > 0) throw new InputError(faults);
  return {
    find: (label) => byLabel.get(label),
    unlisted: (row, label) => {
      const [near] = closest(label, byLabel.keys());
      const hint = near === undefined ? "" : `did you mean ${quote(near, 120)}? otherwise `;
      const message = `label ${quote(label, 120)} is not in data/${file}`;
      return {
        file: row.file,
        line: row.row,
        message,
        remedy: `${hint}add it there, with a reason under skip if it is not wanted`,
      };
    },
  };
}
