import type { Gathering, Place } from "./gathering.ts";

export const EXACT_REPEAT = "exact repeat of another row";

interface Given<Row> {
  readonly row: Row;
  readonly place: Place;
  readonly cells: Readonly<Record<string, string>>;
  /** what its figures say */
  readonly says: string;
  contradicted: boolean;
}

/**
 * Rows by what they are about. An exact repeat is dropped, counted and noted; where two rows contradict each other both
 * are rejected, and all that follow on the same thing, because nothing tells which is right.
 */
export class Once<Row> {
  readonly #given = new Map<string, Given<Row>>();
  /** files with rows that repeat others, and where */
  readonly #repeats = new Map<string, number[]>();
  readonly #into: Gathering;

  constructor(into: Gathering) {
    this.#into = into;
  }

  add(key: string, row: Row, place: Place, cells: Readonly<Record<string, string>>, says: string): void {
    const first = this.#given.get(key);
    if (first === undefined) {
      this.#given.set(key, { row, place, cells, says, contradicted: false });
      return;
    }
    if (first.says === says) {
      this.#into.leaveOut(EXACT_REPEAT);
      const rows = this.#repeats.get(place.file);
      if (rows) rows.push(place.row);
      else this.#repeats.set(place.file, [place.row]);
      return;
    }
    if (!first.contradicted) this.#reject(key, first.place, first.cells, place);
    first.contradicted = true;
    this.#reject(key, place, cells, first.place);
  }

  delete(key: string): Given<Row> | undefined {
    const given = this.#given.get(key);
    this.#given.delete(key);
    return given;
  }

  /** Rows that nothing contradicts, in the order in which they were given. */
  rows(): Row[] {
    return [...this.#given.values()].filter((given) => !given.contradicted).map((given) => given.row);
  }

  /** Says once which rows were dropped. */
  note(): void {
    this.#into.notes.push(...[...this.#repeats].map(([file, rows]) => repeatNote(file, rows)));
  }

  #reject(key: string, place: Place, cells: Readonly<Record<string, string>>, other: Place): void {
    this.#into.reject(place, cells, `${key} contradicts ${placeOf(other, place.file)}`, ONE_RULE);
  }
}

export const ONE_RULE = "keep the one that is right: where two rows contradict each other neither is taken";

/** Rows that a note names; the others are counted. */
export const MOST_NOTED = 5;

/** `wmd.csv: rows 4, 7 repeat others exactly` */
export function repeatNote(file: string, rows: readonly number[], count = rows.length): string {
  const named = rows.slice(0, MOST_NOTED).join(", ");
  if (count === 1) return `${file}: row ${named} repeats another exactly`;
  const more = count > MOST_NOTED ? ` and ${count - MOST_NOTED} more` : "";
  return `${file}: rows ${named}${more} repeat others exactly`;
}

export function placeOf(place: Place, seenFrom: string): string {
  return place.file === seenFrom ? `row ${place.row}` : `${place.file}:${place.row}`;
}
