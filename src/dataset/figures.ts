import { InputError, type Problem } from "./problem.ts";
import { type Dataset, type TableName, tableNames, tables } from "./schema/index.ts";
import type { Figure, Status } from "./schema/provenance.ts";
import type { SourceRow } from "./schema/sources.ts";
import type { Located } from "./schema/table.ts";
import { closest, quote } from "./suggest.ts";

/** The rows of any table, for code that goes by the schema. */
export function rowsOf(dataset: Dataset, name: TableName): readonly (Readonly<Record<string, unknown>> & Located)[] {
  return dataset[name] as readonly unknown[] as readonly (Readonly<Record<string, unknown>> & Located)[];
}

/** Tables whose rows are figures with provenance. */
export const figureTables: readonly TableName[] = tableNames.filter(
  (name) => "value" in tables[name].columns && "low" in tables[name].columns,
);

/** A figure as printed by `monazite explain`; `value` is null for a facility whose capacity is not published. */
export type AnyFigure = Omit<Figure, "value"> & { readonly value: number | null };

/** Every figure of the dataset, in the order of the tables. */
export function figuresOf(dataset: Dataset): AnyFigure[] {
  return figureTables.flatMap((name) => rowsOf(dataset, name) as readonly unknown[] as readonly AnyFigure[]);
}

/** What a search for figures found: the figures meant, or else names that are close. */
export interface FigureSearch {
  readonly figures: readonly AnyFigure[];
  /** ids to offer when nothing matched */
  readonly suggestions: readonly string[];
}

const mostSuggestions = 5;

/**
 * Figures by id; failing that, those whose id contains every word of the query (words are split at spaces), regardless
 * of case; failing that, suggestions.
 */
export function findFigure(dataset: Dataset, query: string): FigureSearch {
  const all = figuresOf(dataset);
  const wanted = query.trim().toLowerCase();
  const exact = all.filter((f) => f.figure.toLowerCase() === wanted);
  if (exact.length > 0) return { figures: exact, suggestions: [] };
  const words = wanted.split(/\s+/).filter((word) => word !== "");
  const containing =
    words.length === 0 ? [] : all.filter((f) => words.every((word) => f.figure.toLowerCase().includes(word)));
  if (containing.length > 0) return { figures: containing, suggestions: [] };
  const ids = all.map((f) => f.figure);
  return { figures: [], suggestions: closest(wanted, [...ids], mostSuggestions) };
}

/** Where a figure comes from. */
export interface FigureExplanation {
  readonly figure: string;
  readonly value: number | null;
  readonly unit: string;
  readonly year: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: Status;
  readonly source: Omit<SourceRow, keyof Located>;
  readonly locator: string;
  readonly note: string;
  /** `production.csv:12`, relative to data/ */
  readonly at: string;
}

/** A figure with the source it cites, as plain data. */
export function explainFigure(dataset: Dataset, figure: AnyFigure): FigureExplanation {
  const cited = dataset.sources.find((s) => s.id === figure.source);
  if (!cited) throw new InputError([uncited(figure)]);
  const { id, publisher, title, url, licence, redistributable } = cited;
  const { value, unit, year, low, high, status, locator, note } = figure;
  return {
    figure: figure.figure,
    value,
    unit,
    year,
    low,
    high,
    status,
    source: { id, publisher, title, url, licence, redistributable },
    locator,
    note,
    at: `${figure.file}:${figure.line}`,
  };
}

function uncited(figure: AnyFigure): Problem {
  const message = `source: unknown name ${quote(figure.source)}`;
  return { file: figure.file, line: figure.line, message, remedy: "add it to sources.csv" };
}
