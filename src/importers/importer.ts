import type { Problem } from "../dataset/index.ts";
import type { StatisticsTable } from "../dataset/statistics/index.ts";

/** A row for a table of data/statistics/, by the table's column names. */
export type StatisticsRow = Readonly<Record<string, string | number | null>>;

/** What an importer reads besides the publisher's file: data/mappings/<source>.csv and data/corrections.csv, as text. */
export interface ImportContext {
  /** text by file name relative to data/, e.g. `mappings/usgs-mcs.csv`, `countries.csv` */
  readonly files: ReadonlyMap<string, string>;
  /** called now and then with what is being done, for progress */
  readonly progress: (what: string) => void;
}

/** A row of the publisher's file that cannot be used. */
export interface Reject {
  readonly file: string;
  /** 1-based row of the publisher's file, its header counting as 1 */
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly problem: Problem;
}

/** Rows for the project's tables, what was left out on purpose and why, and what is wrong. */
export interface ImportResult {
  readonly rows: { readonly [T in StatisticsTable]?: readonly StatisticsRow[] };
  /** rows with these values in these columns are replaced; everything else in the table stays, e.g. `{ source: "wgi-2023" }` */
  readonly replaces: { readonly [T in StatisticsTable]?: readonly StatisticsRow[] };
  readonly readRows: number;
  /** reason → how many rows of the publisher's file were left out for it */
  readonly leftOut: ReadonlyMap<string, number>;
  /** things a user should know that are not faults: mirror disagreement, exact repeats, totals that do not add up */
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
  readonly rejects: readonly Reject[];
}

/** Turns a publisher's own file into rows of data/statistics/. */
export interface Importer {
  /** `monazite data import <id> <file…>` */
  readonly id: string;
  readonly description: string;
  /** what the files are called and where they are to be had */
  readonly accepts: string;
  /** columns its CSV files have, one list per kind of file, by which they are told from others; none for workbooks */
  readonly headers: readonly (readonly string[])[];
  /** why its rows may stand only in a folder of the user's own, where that is so */
  readonly mayNotBePassedOn?: string;
  /** Reads the files; never writes. Problems of all files come back together, in `problems` and `rejects`. */
  readonly read: (paths: readonly string[], context: ImportContext) => Promise<ImportResult>;
}
