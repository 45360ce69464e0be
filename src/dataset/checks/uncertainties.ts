import type { Problem } from "../problem.ts";
import type { Dataset } from "../schema/index.ts";
import type { UncertaintyRow } from "../schema/uncertainties.ts";
import { didYouMean, quote } from "../suggest.ts";
import { drawableFigures, drawnTables, figureAt, scopesOf, uncertainFigures } from "../uncertain-figures.ts";
import { type Check, problemAt } from "./check.ts";

export const uncertainties: Check = {
  says: "every uncertain input moves figures that have a range, no figure moves with two, and the cover curve stays falling",
  needs: ["uncertainties", "parameters", "demandCurves", "stocks", "applications"],
  run: (dataset) => [
    ...dataset.uncertainties.flatMap((input) => faults(dataset, input)),
    ...shared(dataset),
    ...dataset.uncertainties.flatMap((input) => risingCover(dataset, input)),
  ],
};

function faults(dataset: Dataset, input: UncertaintyRow): Problem[] {
  const all = drawableFigures(dataset, drawnTables[input.table]);
  const rows = all.filter(({ row }) => row === input.rows);
  if (rows.length === 0) {
    const message = `rows: ${input.table}.csv has no row ${quote(input.rows)}`;
    return [
      problemAt(
        input,
        message,
        didYouMean(
          input.rows,
          all.map(({ row }) => row),
        ),
      ),
    ];
  }
  const scopes = new Set(rows.map(({ scope }) => scope));
  const unknown = scopesOf(input).filter((scope) => !scopes.has(scope));
  const problems = unknown.map((scope) =>
    problemAt(input, `scopes: ${input.rows} has no row for ${quote(scope)}`, didYouMean(scope, scopes)),
  );
  if (problems.length === 0 && uncertainFigures(dataset, input).length === 0)
    problems.push(problemAt(input, "none of its rows has a low below its high", "enter ranges, or remove the input"));
  return problems;
}

function shared(dataset: Dataset): Problem[] {
  const owner = new Map<string, string>();
  return dataset.uncertainties.flatMap((input) =>
    uncertainFigures(dataset, input).flatMap(({ figure }) => {
      const other = owner.get(figure);
      owner.set(figure, input.id);
      if (other === undefined) return [];
      return [problemAt(input, `${figure} moves with ${other} already`, "narrow the scopes of one of the two")];
    }),
  );
}

const PERCENTILES = 200;

/** Private stocks need a curve that falls in every draw, and the points of a curve may have skew ranges. */
function risingCover(dataset: Dataset, input: UncertaintyRow): Problem[] {
  if (input.rows !== "coverCurveValueShare") return [];
  const moved = new Set(uncertainFigures(dataset, input).map(({ figure }) => figure));
  const curve = dataset.parameters
    .filter((p) => p.parameter === "coverCurveValueShare")
    .sort((a, b) => Number(a.scope) - Number(b.scope));
  for (let step = 0; step <= PERCENTILES; step++) {
    const percentile = step / PERCENTILES;
    const values = curve.map((p) => (moved.has(p.figure) ? figureAt(p, input.distribution, percentile) : p.value));
    const rise = values.findIndex((value, i) => i > 0 && value >= values[i - 1]!);
    if (rise < 0) continue;
    const message = `at ${100 * percentile} % of ${input.id} the cover curve does not fall from point ${rise - 1} to ${rise}`;
    return [problemAt(curve[rise]!, message, "narrow low and high of one of the two points")];
  }
  return [];
}
