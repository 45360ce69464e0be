import {
  type Dataset,
  InputError,
  type MapEntry,
  type MapTree,
  type MeasureRow,
  type MeasureTermRow,
  type Position,
  type Problem,
  readCellTree,
  statuses,
  type Tree,
} from "../dataset/index.ts";
import { plusMonths } from "../policy/calendar.ts";

/** Fields of a policy that measures.csv has columns for. */
const ofColumns = ["kind", "title", "from", "rampMonths", "source", "status", "note"];

/** First day of a measure's policy when it is decided in a month (YYYY-MM): the month after its lead time. */
export function firstDay(decision: string, leadMonths: number): string {
  return plusMonths(`${decision}-01`, leadMonths);
}

/**
 * A row of measures.csv with its terms as a policy would be written in a scenario, every value at the line of data/ it
 * comes from; decided in its earliest month. Not yet validated.
 * @throws InputError for a term whose value is not YAML, or that stands for a column of measures.csv
 */
export function measureEntry(dataset: Dataset, measure: MeasureRow): MapTree {
  const terms = dataset.measureTerms.filter((term) => term.measure === measure.id);
  const at: Position = { file: measure.file, line: measure.line, column: 1 };
  const entries = new Map<string, MapEntry>();
  const add = (field: string, value: string | number) =>
    entries.set(field, { keyAt: at, value: { kind: "scalar", at, value } });
  add("kind", measure.kind);
  add("title", measure.title);
  add("from", firstDay(measure.start.slice(0, 7), measure.leadMonths));
  if (measure.country !== "" && (measure.kind === "facility" || measure.kind === "public-stockpile"))
    add("country", measure.country);
  if (measure.rampMonths !== null) add("rampMonths", measure.rampMonths);
  const problems: Problem[] = [];
  for (const term of terms) {
    const place = { file: term.file, line: term.line, column: 1 };
    const value = readCellTree("value", term.value, place, problems);
    if (ofColumns.includes(term.term))
      problems.push({ ...place, message: `term: ${term.term} is a column of measures.csv`, remedy: "write it there" });
    else if (value) entries.set(term.term, { keyAt: place, value });
  }
  if (problems.length > 0) throw new InputError(problems);
  add("source", sourceName(dataset, measure));
  add("status", leastSure([measure, ...terms]));
  const note = noteOf(measure, terms);
  if (note !== "") add("note", note);
  return { kind: "map", at, entries };
}

/** `Publisher, title, locator` of what a row cites. */
export function sourceName(dataset: Dataset, row: { readonly source: string; readonly locator: string }): string {
  const cited = dataset.sources.find((source) => source.id === row.source);
  const name = cited ? `${cited.publisher}, ${cited.title}` : row.source;
  return row.locator === "" ? name : `${name}, ${row.locator}`;
}

/** What is made of several rows is as sure as the least sure of them. */
export function leastSure(rows: readonly { readonly status: (typeof statuses)[number] }[]): (typeof statuses)[number] {
  return statuses[Math.max(...rows.map((row) => statuses.indexOf(row.status)))]!;
}

function noteOf(measure: MeasureRow, terms: readonly MeasureTermRow[]): string {
  const said = terms.filter((term) => term.note !== "").map((term) => `${term.term}: ${term.note}`);
  return [measure.note, ...said].filter((text) => text !== "").join("; ");
}

/** The trees of every measure that can be read, and what is wrong with the others. */
export function measureEntries(dataset: Dataset): {
  readonly entries: ReadonlyMap<string, MapTree>;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const entries = new Map<string, Tree & { kind: "map" }>();
  for (const measure of dataset.measures)
    try {
      entries.set(measure.id, measureEntry(dataset, measure));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  return { entries, problems };
}
