import type { ComponentChildren } from "preact";

/** A column of a table. */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** what it is sorted, searched and downloaded by; null where there is no figure */
  readonly value: (row: Row) => string | number | null;
  /** what is shown; absent: the value */
  readonly cell?: (row: Row) => ComponentChildren;
  /** numbers stand right and sort from the largest */
  readonly numeric?: boolean;
  /** more about the column, under its title */
  readonly hint?: string;
}

/** `share` or `-share` */
export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

export function sortingOf(text: string | undefined): Sorting | undefined {
  if (text === undefined) return undefined;
  return text.startsWith("-") ? { column: text.slice(1), descending: true } : { column: text, descending: false };
}

/** What a click on a column's title asks for: its natural order first, then the other. */
export function nextSorting<Row>(column: Column<Row>, now: Sorting | undefined): string {
  const natural = column.numeric === true;
  const descending = now?.column === column.id ? !now.descending : natural;
  return descending ? `-${column.id}` : column.id;
}

/**
 * Rows that contain every word of a search, in the order of a column; what has no figure stands last either way.
 * @param compare orders two texts as the page's language does
 */
export function arranged<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  search: string,
  sorting: Sorting | undefined,
  compare: (a: string, b: string) => number,
): readonly Row[] {
  const wanted = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const found =
    wanted.length === 0
      ? rows
      : rows.filter((row) => {
          const text = columns
            .map((column) => String(column.value(row) ?? ""))
            .join(" ")
            .toLowerCase();
          return wanted.every((word) => text.includes(word));
        });
  const column = columns.find(({ id }) => id === sorting?.column);
  if (!column) return found;
  const sign = sorting?.descending ? -1 : 1;
  return found
    .map((row) => ({ row, value: column.value(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      if (typeof a.value === "number" && typeof b.value === "number") return sign * (a.value - b.value);
      return sign * compare(String(a.value), String(b.value));
    })
    .map(({ row }) => row);
}
