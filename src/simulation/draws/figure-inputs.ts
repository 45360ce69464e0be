import { type Dataset, type Figure, figureAt, uncertainFigures } from "../../dataset/index.ts";

/** A group of figures that move together, each between its own low and high. */
export interface FigureInput {
  readonly id: string;
  readonly title: string;
  readonly distribution: Dataset["uncertainties"][number]["distribution"];
  readonly figures: readonly Figure[];
}

/** The inputs of data/uncertainties.csv that move figures of this dataset, by id. */
export function figureInputs(dataset: Dataset): FigureInput[] {
  return dataset.uncertainties
    .map((row) => ({
      id: row.id,
      title: row.title,
      distribution: row.distribution,
      figures: uncertainFigures(dataset, row),
    }))
    .filter(({ figures }) => figures.length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The dataset with the figures of every input at its percentile; what is not drawn is shared with the one given.
 * @param percentiles by input, 0 .. 1
 */
export function drawFigures(dataset: Dataset, inputs: readonly FigureInput[], percentiles: readonly number[]): Dataset {
  const values = new Map<string, number>();
  inputs.forEach(({ figures, distribution }, i) => {
    for (const figure of figures) values.set(figure.figure, figureAt(figure, distribution, percentiles[i]!));
  });
  const drawn = <T extends Figure>(rows: readonly T[]): T[] =>
    rows.map((row) => {
      const value = values.get(row.figure);
      return value === undefined ? row : { ...row, value };
    });
  return {
    ...dataset,
    parameters: drawn(dataset.parameters),
    demandCurves: drawn(dataset.demandCurves),
    stocks: drawn(dataset.stocks),
    applications: drawn(dataset.applications),
  };
}
