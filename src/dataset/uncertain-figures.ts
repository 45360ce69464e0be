import type { Dataset } from "./schema/index.ts";
import type { Figure } from "./schema/provenance.ts";
import type { UncertaintyRow } from "./schema/uncertainties.ts";

export const drawnTables = {
  parameters: "parameters",
  demand_curves: "demandCurves",
  stocks: "stocks",
  applications: "applications",
} as const;
export type DrawnTable = (typeof drawnTables)[UncertaintyRow["table"]];

/** A figure that may be drawn, with what data/uncertainties.csv calls its row and its scope. */
export interface DrawableFigure {
  readonly figure: Figure;
  readonly row: string;
  readonly scope: string;
}

/** Every figure of a table in the terms of data/uncertainties.csv, whether it has a range or not. */
export function drawableFigures(dataset: Dataset, table: DrawnTable): DrawableFigure[] {
  switch (table) {
    case "parameters":
      return dataset.parameters.map((r) => ({ figure: r, row: r.parameter, scope: r.scope }));
    case "demandCurves":
      return dataset.demandCurves.map((r) => ({ figure: r, row: r.parameter, scope: r.curve }));
    case "stocks":
      return dataset.stocks.map((r) => ({ figure: r, row: r.holder, scope: r.commodity }));
    case "applications":
      return dataset.applications.map((r) => ({ figure: r, row: "value", scope: r.use }));
    default:
      return table satisfies never;
  }
}

/** The figures that an uncertain input moves: those of its row and scopes that have a range. */
export function uncertainFigures(dataset: Dataset, input: UncertaintyRow): Figure[] {
  const scopes = scopesOf(input);
  return drawableFigures(dataset, drawnTables[input.table])
    .filter(({ row, scope }) => row === input.rows && (scopes.length === 0 || scopes.includes(scope)))
    .map(({ figure }) => figure)
    .filter(({ low, high }) => low !== null && high !== null && low < high);
}

export function scopesOf(input: UncertaintyRow): string[] {
  return input.scopes.split(" ").filter((scope) => scope !== "");
}

/** A figure at a percentile (0 .. 1) of its own range; one without a range stays as it is. */
export function figureAt(figure: Figure, distribution: UncertaintyRow["distribution"], percentile: number): number {
  const { low, value, high } = figure;
  if (low === null || high === null) return value;
  if (distribution === "uniform") return low + (high - low) * percentile;
  return triangularQuantile(low, value, high, percentile);
}

/** Inverse of the triangular distribution function, by square roots only; the mode where low = high. */
export function triangularQuantile(low: number, mode: number, high: number, percentile: number): number {
  const width = high - low;
  if (!(width > 0)) return mode;
  const rising = (mode - low) / width;
  return percentile < rising
    ? low + Math.sqrt(percentile * width * (mode - low))
    : high - Math.sqrt((1 - percentile) * width * (high - mode));
}
