import {
  type AnyFigure,
  closest,
  didYouMean,
  explainFigure,
  type FigureExplanation,
  figuresOf,
  InputError,
  type Status,
  statuses,
} from "../../../dataset/index.ts";
import type { FigureRow, FiguresAnswer, FiguresRequest, SourcesAnswer } from "../asks/figures.ts";
import type { EngineState } from "../state.ts";

const MOST_ROWS = 20_000;

/** Figures whose name, source, place or note hold every word of the query, in the order of the tables. */
export function figures({ dataset }: EngineState, request: FiguresRequest): FiguresAnswer {
  const words = request.query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const all = figuresOf(dataset);
  const publisher = new Map(dataset.sources.map((s) => [s.id, `${s.publisher} ${s.title}`]));
  const found = all.filter((figure) => {
    if (request.status !== undefined && figure.status !== request.status) return false;
    if (request.table !== undefined && tableOf(figure) !== request.table) return false;
    if (request.source !== undefined && figure.source !== request.source) return false;
    if (words.length === 0) return true;
    const text = [figure.figure, figure.source, publisher.get(figure.source), figure.locator, figure.note, figure.unit]
      .join(" ")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const tables = new Map<string, AnyFigure[]>();
  for (const one of found) {
    const own = tables.get(tableOf(one));
    if (own) own.push(one);
    else tables.set(tableOf(one), [one]);
  }
  const from = Math.max(0, Math.trunc(request.from));
  return {
    total: found.length,
    rows: found.slice(from, from + Math.min(MOST_ROWS, Math.max(0, Math.trunc(request.count)))).map(rowOf),
    suggestions:
      found.length > 0
        ? []
        : closest(
            request.query,
            all.map((f) => f.figure),
            5,
          ),
    byStatus: byStatus(found),
    tables: [...tables].map(([table, own]) => ({ table, figures: own.length, byStatus: byStatus(own) })),
  };
}

/** One figure with its source and range. Errors: InputError for a name that is none, with the closest. */
export function figure({ dataset }: EngineState, request: { readonly figure: string }): FigureExplanation {
  const all = figuresOf(dataset);
  const found = all.find((one) => one.figure === request.figure);
  if (found) return explainFigure(dataset, found);
  const remedy = didYouMean(
    request.figure,
    all.map((f) => f.figure),
  );
  throw new InputError([{ file: "figure", line: 1, message: `no figure is called "${request.figure}"`, remedy }]);
}

/** Who published the figures and under which terms, which figures disagree, and what balancing had to move most. */
export function sources({ dataset, benches }: EngineState): SourcesAnswer {
  const cited = new Map<string, number>();
  for (const { source } of figuresOf(dataset)) cited.set(source, (cited.get(source) ?? 0) + 1);
  const { adjustments } = benches.open(new Set()).workbench.reconciliation;
  return {
    sources: dataset.sources.map(({ id, publisher, title, url, licence, redistributable }) => ({
      id,
      publisher,
      title,
      url: url === "" ? null : url,
      licence,
      redistributable: redistributable as "yes" | "no" | "facts",
      figures: cited.get(id) ?? 0,
    })),
    disagreements: dataset.tensions.map(({ topic, figureA, figureB, note }) => ({ topic, figureA, figureB, note })),
    adjustments: adjustments.slice(0, 200).map((a) => ({
      activity: a.activity,
      figures: a.figures,
      figureTonnesPerYear: a.figureTonnesPerYear,
      balancedTonnesPerYear: a.balancedTonnesPerYear,
      sigmas: a.sigmas,
    })),
  };
}

function byStatus(some: readonly AnyFigure[]): Record<Status, number> {
  const counted = (status: Status) => some.filter((one) => one.status === status).length;
  return Object.fromEntries(statuses.map((status) => [status, counted(status)])) as Record<Status, number>;
}

function tableOf({ file }: AnyFigure): string {
  return file.replace(/\.csv$/, "").split("/")[0]!;
}

function rowOf(row: AnyFigure): FigureRow {
  const { figure: name, value, low, high, unit, year, status, source, locator, note } = row;
  return { figure: name, table: tableOf(row), value, low, high, unit, year, status, source, locator, note };
}
