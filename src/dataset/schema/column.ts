/** What a cell of a column may hold. */
export type ColumnType = "id" | "enum" | "names" | "number" | "integer" | "year" | "date" | "text";

/**
 * One column of a table. `T` is what its cells become: numbers for number, integer and year, lists of text for names,
 * text for the rest. A blank cell of an optional column is null where a number is meant, "" where text is and [] for names.
 */
export interface Column<T = unknown> {
  readonly type: ColumnType;
  /** one line for the manual */
  readonly about: string;
  readonly required: boolean;
  /** enum and names: the words allowed */
  readonly values?: readonly string[];
  /** where the name must be defined: `commodities.id`, or any one of several */
  readonly references?: readonly string[];
  /** names allowed besides those defined, such as `*` */
  readonly wildcards?: readonly string[];
  /** numbers: smallest and largest value allowed, both inclusive */
  readonly range?: readonly [number, number];
  /** its name in the file's header, where that differs from its name in a row */
  readonly header?: string;
  /** never set; lets the compiler derive the type of a row */
  readonly holds?: T;
}

/** A name this table defines or a plain key. */
export const id = (about: string): Column<string> => ({ type: "id", about, required: true });

/** A name defined elsewhere. */
export const reference = (
  to: string | readonly string[],
  about: string,
  wildcards: readonly string[] = [],
): Column<string> => ({ type: "id", about, required: true, references: typeof to === "string" ? [to] : to, wildcards });

export const oneOf = <const V extends readonly string[]>(values: V, about: string): Column<V[number]> => ({
  type: "enum",
  about,
  required: true,
  values,
});

/** Several names defined elsewhere, or out of a list of words, with a space between; may be blank. */
export const names = (
  about: string,
  known: {
    readonly references?: readonly string[];
    readonly wildcards?: readonly string[];
    readonly values?: readonly string[];
  },
): Column<readonly string[]> => ({ type: "names", about, required: false, ...known });

export const number = (about: string, range?: readonly [number, number]): Column<number> => ({
  type: "number",
  about,
  required: true,
  range,
});

export const integer = (about: string, range?: readonly [number, number]): Column<number> => ({
  type: "integer",
  about,
  required: true,
  range,
});

export const year = (about: string): Column<number> => ({ type: "year", about, required: true, range: [1900, 2100] });

/** YYYY, YYYY-MM or YYYY-MM-DD */
export const date = (about: string): Column<string> => ({ type: "date", about, required: true });

export const text = (about: string): Column<string> => ({ type: "text", about, required: true });

/** The same column, but its cells may be blank. */
export const optional = <T>(column: Column<T>): Column<T extends number ? T | null : T | ""> =>
  ({ ...column, required: false }) as Column<T extends number ? T | null : T | "">;
