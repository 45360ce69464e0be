import type { Column } from "./column.ts";

export type Columns = Readonly<Record<string, Column>>;

/** One table of data/: its columns in the order of the file, and how its rows are named. */
export interface Table<C extends Columns = Columns> {
  /** relative to data/; `trade/*.csv` is one table in several files */
  readonly file: string;
  readonly about: string;
  readonly columns: C;
  /** columns that together name a row, as a template: `{kind}:{recipe}@{country}`; a blank column goes with its separator */
  readonly key: string;
  /** for a table in several files: the column that the file's name stands for */
  readonly fileColumn?: string;
  /** a header alone will do */
  readonly mayBeEmpty?: boolean;
}

/** Where a row stands and what it is called. */
export interface Located {
  /** relative to data/ */
  readonly file: string;
  /** 1-based */
  readonly line: number;
  /** unique name, e.g. `production/mine:ion-clay-china@CHN:ion-clay-china`; what `monazite explain` takes */
  readonly figure: string;
}

/** A row of a table: its cells by column, and its place. */
export type RowOf<T> =
  T extends Table<infer C> ? { readonly [K in keyof C]: C[K] extends Column<infer V> ? V : never } & Located : never;

export function table<const C extends Columns>(definition: Table<C>): Table<C> {
  return definition;
}

/** `application_inputs` for `application_inputs.csv`, `trade` for `trade/*.csv`: the first part of its figures' names. */
export function tableStem(definition: Table): string {
  return definition.file.replace(/(\/\*)?\.csv$/, "");
}

/** The name of a row, from the table's key; see {@link Located.figure}. */
export function figureName(definition: Table, cells: Readonly<Record<string, unknown>>): string {
  const key = definition.key.replace(/([^{}]*)\{(\w+)\}/g, (_, separator: string, column: string) => {
    const cell = cells[column];
    return cell === null || cell === undefined || cell === "" ? "" : `${separator}${cell}`;
  });
  return `${tableStem(definition)}/${key}`;
}
