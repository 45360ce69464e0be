import { didYouMean, InputError, quote, readCsv } from "../dataset/index.ts";
import type { Gathering, Place } from "./gathering.ts";
import type { ImportContext } from "./importer.ts";

/** What a label of the source stands for here, or why it is left out. */
export type Meaning =
  | { readonly kind: "means"; readonly id: string }
  | { readonly kind: "left-out"; readonly reason: string };

const HEADER = ["column", "label", "means", "leftOut"];

/** The labels of one source, data/mappings/<source>.csv: every label is given a meaning or a reason to leave it out. */
export class Labels {
  readonly file: string;
  readonly #byColumn: ReadonlyMap<string, ReadonlyMap<string, Meaning>>;

  constructor(file: string, byColumn: ReadonlyMap<string, ReadonlyMap<string, Meaning>>) {
    this.file = file;
    this.#byColumn = byColumn;
  }

  /** Undefined when the table does not know the label. */
  find(column: string, label: string): Meaning | undefined {
    return this.#byColumn.get(column)?.get(label);
  }

  known(column: string): string[] {
    return [...(this.#byColumn.get(column)?.keys() ?? [])];
  }

  /** The meaning; counts a label left out, and reports one that the table does not know. */
  read(into: Gathering, place: Place, column: string, label: string, cells: Readonly<Record<string, string>>) {
    const meaning = this.find(column, label);
    if (meaning === undefined) {
      const remedy = `${didYouMean(label, this.known(column))} A new label needs a row in data/${this.file}`;
      into.reject(place, cells, `unknown ${column} ${quote(label)}`, remedy);
    } else if (meaning.kind === "left-out") into.leaveOut(meaning.reason);
    return meaning?.kind === "means" ? meaning.id : undefined;
  }
}

/**
 * Reads data/mappings/<source>.csv (columns column,label,means,leftOut; exactly one of the last two is filled).
 * @throws InputError when it is missing or damaged
 */
export function readLabels(source: string, context: ImportContext): Labels {
  const file = `mappings/${source}.csv`;
  const text = context.files.get(file);
  if (text === undefined) {
    const remedy = "restore it: it says what the labels of the source stand for";
    throw new InputError([{ file, line: 1, message: "the table is missing", remedy }]);
  }
  const { records, problems } = readCsv(file, text);
  const byColumn = new Map<string, Map<string, Meaning>>();
  const [header, ...body] = records;
  if (problems.length === 0 && header?.fields.join() !== HEADER.join()) {
    const message = `the header is ${quote(header?.fields.join() ?? "")}`;
    problems.push({ file, line: 1, message, remedy: `it must be ${HEADER.join()}` });
  }
  for (const { line, fields } of problems.length > 0 ? [] : body) {
    const [column = "", label = "", id = "", reason = ""] = fields;
    const labels = byColumn.get(column) ?? new Map<string, Meaning>();
    byColumn.set(column, labels);
    if (fields.length !== HEADER.length || (id === "") === (reason === "")) {
      const remedy = "give four cells, and either what it means or why it is left out";
      problems.push({ file, line, message: `${quote(label)} has no clear meaning`, remedy });
    } else if (labels.has(label)) {
      problems.push({ file, line, message: `${column} ${quote(label)} comes twice`, remedy: "remove one" });
    } else labels.set(label, id === "" ? { kind: "left-out", reason } : { kind: "means", id });
  }
  if (problems.length > 0) throw new InputError(problems);
  return new Labels(file, byColumn);
}
