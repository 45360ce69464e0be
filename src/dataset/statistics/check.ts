import { problemAt } from "../checks/check.ts";
import type { Problem } from "../problem.ts";
import type { Dataset } from "../schema/index.ts";
import type { Located } from "../schema/table.ts";
import { didYouMean, quote } from "../suggest.ts";
import { type Statistics, type StatisticsTable, statisticsTableNames } from "./index.ts";

/** Names a country column may hold besides those of countries.csv: others of the source, the world, the EU. */
const AGGREGATES = ["OTH", "WLD", "EUU"];
const COUNTRY_COLUMNS = ["country", "exporter", "importer"];

/** Everything that does not fit together in data/statistics/: names nobody defines, and rows given twice. */
export function checkStatistics(
  statistics: Statistics,
  dataset: Pick<Dataset, "commodities" | "countries" | "sources">,
): Problem[] {
  const known = {
    material: new Set(statistics.materials.map((m) => m.id)),
    country: new Set([...dataset.countries.map((c) => c.id), ...AGGREGATES]),
    source: new Set(dataset.sources.map((s) => s.id)),
  };
  return statisticsTableNames.flatMap((name) => {
    const rows = rowsOf(statistics, name);
    return [
      ...(name === "materials" ? [] : unknown(rows, "material", known.material, "statistics/materials.csv")),
      ...COUNTRY_COLUMNS.flatMap((column) => unknown(rows, column, known.country, "countries.csv")),
      ...unknown(rows, "source", known.source, "sources.csv"),
      ...(name === "materials" ? unlinked(statistics, dataset) : []),
      ...(name === "tradeCodes" ? unscored(statistics) : []),
      ...twice(rows),
    ];
  });
}

/** Materials of the model that a mineral stands for but no commodity is made of. */
function unlinked({ materials }: Statistics, { commodities }: Pick<Dataset, "commodities">): Problem[] {
  const known = new Set(commodities.map((c) => c.material));
  return materials.flatMap((row) =>
    row.modelMaterials
      .split(" ")
      .filter((name) => name !== "" && !known.has(name))
      .map((name) =>
        problemAt(
          row,
          `modelMaterials: unknown name ${quote(name)}`,
          `${didYouMean(name, [...known])} (see commodities.csv)`,
        ),
      ),
  );
}

/** Headings whose form of production nobody counts, and those with neither a form nor a reason. */
function unscored({ tradeCodes, worldProduction }: Statistics): Problem[] {
  return tradeCodes.flatMap((code) => {
    if (code.productionForm === "")
      return code.scoring === ""
        ? [
            problemAt(
              code,
              "productionForm is blank without a reason",
              "name a form, or say under scoring why none fits",
            ),
          ]
        : [];
    const rows = worldProduction.filter((p) => p.material === code.material && p.stage === code.stage);
    const forms = new Set(rows.map((p) => p.form));
    if (worldProduction.length === 0 || forms.has(code.productionForm)) return [];
    const what = `productionForm: ${quote(code.productionForm, 120)} is no form of ${code.material}, ${code.stage}`;
    return [
      problemAt(code, what, `${didYouMean(code.productionForm, [...forms])} (see statistics/production.csv, form)`),
    ];
  });
}

type Row = Readonly<Record<string, unknown>> & Located;

const rowsOf = (statistics: Statistics, name: StatisticsTable) =>
  statistics[name] as readonly unknown[] as readonly Row[];

function unknown(rows: readonly Row[], column: string, known: ReadonlySet<string>, table: string): Problem[] {
  return rows.flatMap((row) => {
    const name = row[column];
    if (typeof name !== "string" || name === "" || known.has(name)) return [];
    return [problemAt(row, `${column}: unknown name ${quote(name)}`, `${didYouMean(name, [...known])} (see ${table})`)];
  });
}

function twice(rows: readonly Row[]): Problem[] {
  const first = new Map<string, Row>();
  return rows.flatMap((row) => {
    const before = first.get(row.figure);
    if (before === undefined) {
      first.set(row.figure, row);
      return [];
    }
    return [problemAt(row, `${row.figure} was given before, at ${before.file}:${before.line}`, "keep one row")];
  });
}
