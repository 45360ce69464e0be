import {
  type Dataset,
  type EventRow,
  InputError,
  type MapEntry,
  type MapTree,
  type Position,
  type Problem,
  readCellTree,
  statuses,
  type Tree,
} from "../dataset/index.ts";
import { firstDay, lastDay } from "./days.ts";
import { noteOf } from "./note.ts";
import { fieldsOfParties } from "./parties.ts";

/**
 * An event as it would be written in a scenario, every value at the line of data/ it comes from: its own fields, those
 * that follow from actors, targets and materials, and its terms, which take precedence. The day of announcement is there
 * if it is known to the day and comes before the beginning. Not yet validated.
 * @throws InputError for a term whose value is not YAML, or that stands for a column of events.csv
 */
export function entryOf(dataset: Dataset, event: EventRow): MapTree {
  const terms = dataset.eventTerms.filter((term) => term.event === event.id);
  const at = { file: event.file, line: event.line, column: 1 };
  const from = firstDay(event.inForce);
  const own: Record<string, string | readonly string[]> = {
    kind: event.kind,
    title: event.title,
    ...(event.announced.length === 10 && event.announced < from ? { announced: event.announced } : {}),
    from,
    ...(event.ends === "" ? {} : { to: lastDay(event.ends) }),
    ...fieldsOfParties(event),
  };
  const provenance = {
    source: sourceOf(dataset, event),
    status: leastSure([event, ...terms]),
    note: noteOf(event, terms),
  };
  const entries = new Map<string, MapEntry>();
  const add = (field: string, value: string | readonly string[]) =>
    entries.set(field, { keyAt: at, value: leaf(value, at) });
  for (const [field, value] of Object.entries(own)) add(field, value);
  const problems: Problem[] = [];
  for (const term of terms) {
    const place = { file: term.file, line: term.line, column: 1 };
    const value = readCellTree("value", term.value, place, problems);
    if (["kind", "title", "from", "to", "announced", ...Object.keys(provenance)].includes(term.term))
      problems.push({ ...place, message: `term: ${term.term} is a column of events.csv`, remedy: "write it there" });
    else if (value) entries.set(term.term, { keyAt: place, value });
  }
  if (problems.length > 0) throw new InputError(problems);
  for (const [field, value] of Object.entries(provenance)) if (value !== "") add(field, value);
  return { kind: "map", at, entries };
}

function leaf(value: string | readonly string[], at: Position): Tree {
  return typeof value === "string"
    ? { kind: "scalar", at, value }
    : { kind: "list", at, items: value.map((item) => ({ kind: "scalar", at, value: item })) };
}

function sourceOf(dataset: Dataset, event: EventRow): string {
  const cited = dataset.sources.find((source) => source.id === event.source);
  const name = cited ? `${cited.publisher}, ${cited.title}` : event.source;
  return event.locator === "" ? name : `${name}, ${event.locator}`;
}

/** A policy is as sure as the least sure of what it is made of. */
function leastSure(rows: readonly { readonly status: (typeof statuses)[number] }[]): string {
  return statuses[Math.max(...rows.map((row) => statuses.indexOf(row.status)))]!;
}
