import { problemAt } from "../checks/check.ts";
import { reasonAgainst, reasonAgainstLocator } from "../checks/redistributable.ts";
import type { Problem } from "../problem.ts";
import type { Dataset } from "../schema/index.ts";
import type { Located } from "../schema/table.ts";
import { didYouMean, quote } from "../suggest.ts";
import type { Episodes } from "./index.ts";
import type { ObservedRow, ReplaySeriesRow } from "./schema.ts";

type Known = Pick<Dataset, "sources" | "commodities" | "countries">;

/** Everything that does not fit together in the tables of episodes: names, units, months, reasons, repeats, terms of use. */
export function checkEpisodes(read: Episodes, dataset: Known): Problem[] {
  const ids = read.episodes.map((e) => e.id);
  return [
    ...read.episodes.flatMap((row) => month(row, "control", row.control)),
    ...read.series.flatMap((row) => [...unknown(row, "episode", row.episode, ids), ...seriesProblems(row, dataset)]),
    ...read.observed.flatMap((row) => observedProblems(row, read, dataset)),
    ...twice([...read.episodes, ...read.series, ...read.observed]),
  ];
}

/** `ndfeb-standard samarium-cobalt dysprosium-metal*1.148` → commodities with the weight each tonne has. */
export function weighedCommodities(text: string): { readonly commodity: string; readonly weight: number }[] {
  return text
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => {
      const [commodity, weight] = word.split("*");
      return { commodity: commodity!, weight: weight === undefined ? 1 : Number(weight) };
    });
}

function seriesProblems(row: ReplaySeriesRow, { commodities, countries }: Known): Problem[] {
  const problems: Problem[] = [];
  const named = weighedCommodities(row.commodities);
  for (const { commodity, weight } of named) {
    problems.push(
      ...unknown(
        row,
        "commodities",
        commodity,
        commodities.map((c) => c.id),
      ),
    );
    if (!(weight > 0))
      problems.push(
        problemAt(row, `commodities: the weight of ${commodity} is no number above 0`, "write it as commodity*1.148"),
      );
  }
  const models = countries.map((c) => c.modelCountry);
  for (const column of ["origin", "destination"] as const)
    if (row[column] !== "") problems.push(...unknown(row, column, row[column], models));
  const need = (column: "commodities" | "origin" | "destination", wanted: boolean) => {
    if (wanted && row[column] === "")
      problems.push(problemAt(row, `${column} is blank, which ${row.measure} needs`, "fill it in"));
  };
  need("commodities", row.measure !== "line-stopped");
  need("origin", row.measure !== "line-stopped");
  need("destination", row.measure === "line-stopped");
  if (row.measure.includes("price") && named.length > 1)
    problems.push(problemAt(row, `${row.measure} of ${named.length} commodities`, "a price is of one commodity"));
  const units = UNITS[row.measure];
  if (!units.includes(row.unit))
    problems.push(problemAt(row, `unit: ${row.measure} in ${quote(row.unit)}`, `write ${units.join(" or ")}`));
  if (row.base !== "") problems.push(...month(row, "base", row.base));
  else if (row.unit === "times" && row.measure !== "price-ratio")
    problems.push(problemAt(row, "base is blank", "name the month that it is a multiple of"));
  return problems;
}

const UNITS: Readonly<Record<ReplaySeriesRow["measure"], readonly string[]>> = {
  exports: ["t/month", "kg/month", "times"],
  "inside-price": ["USD/kg", "times"],
  "outside-price": ["USD/kg", "times"],
  "price-ratio": ["times"],
  "line-stopped": ["yes"],
};

function observedProblems(row: ObservedRow, read: Episodes, { sources }: Known): Problem[] {
  const own = read.series.filter((s) => s.episode === row.episode);
  const series = own.find((s) => s.series === row.series);
  const problems = [
    ...unknown(
      row,
      "episode",
      row.episode,
      read.episodes.map((e) => e.id),
    ),
    ...unknown(
      row,
      "series",
      row.series,
      own.map((s) => s.series),
    ),
    ...unknown(
      row,
      "source",
      row.source,
      sources.map((s) => s.id),
    ),
    ...month(row, "month", row.month),
  ];
  if (!Number.isInteger(row.months))
    problems.push(
      problemAt(row, `months: ${row.months} is no whole number`, "write how many months it is the mean of"),
    );
  if (series && series.unit !== row.unit)
    problems.push(
      problemAt(row, `unit: ${quote(row.unit)}, but the series is in ${quote(series.unit)}`, "convert the value"),
    );
  if (row.status !== "reported" && row.note === "")
    problems.push(problemAt(row, `${row.status} without a note`, "say in note how it was made"));
  if (read.episodes.find((e) => e.id === row.episode)?.outcomes === "withheld")
    problems.push(problemAt(row, `the outcomes of ${row.episode} are withheld`, "leave the observation out"));
  const source = sources.find((s) => s.id === row.source);
  const why = (source && reasonAgainst(source)) ?? reasonAgainstLocator(row.locator);
  if (why !== undefined) problems.push(problemAt(row, why, "cite a publisher who allows it, or leave it out"));
  return problems;
}

function unknown(row: Located, column: string, name: string, known: readonly string[]): Problem[] {
  return known.includes(name)
    ? []
    : [problemAt(row, `${column}: unknown name ${quote(name)}`, didYouMean(name, [...new Set(known)]))];
}

function month(row: Located, column: string, text: string): Problem[] {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
    ? []
    : [problemAt(row, `${column}: ${quote(text)} is no month`, "write YYYY-MM, such as 2023-08")];
}

function twice(rows: readonly Located[]): Problem[] {
  const first = new Map<string, Located>();
  return rows.flatMap((row) => {
    const before = first.get(row.figure);
    if (!before) first.set(row.figure, row);
    return before ? [problemAt(row, `${row.figure} is given twice, first in line ${before.line}`, "remove one")] : [];
  });
}
