import type { Vocabulary } from "../chain/vocabulary.ts";
import { InputError, meantInstead, type Problem, quote, sortProblems } from "../dataset/index.ts";
import type { Bom, BomColumn, BomInput, BomProduct } from "./bom.ts";
import { type CellReader, cellsOf } from "./bom-cells.ts";
import { type BomRow, readBomRows } from "./bom-rows.ts";

export interface ReadBomOptions {
  /** where products are built whose rows name no country */
  readonly country?: string;
}

const units = { least: 0, most: 1e9, above: true, unit: "units" };
const margin = { least: 0, most: 1e9, unit: "USD" };
const weight = { least: 0, most: 1e6, above: true, unit: "kg" };
const stock = { least: 0, most: 3650, unit: "days" };

/**
 * Reads a bill of materials: one row per product and material, as docs/exposure.md describes.
 * @param file as the user knows it, for messages
 * Errors: InputError with every problem of the file, each with its row and column.
 */
export function readBom(file: string, text: string, vocabulary: Vocabulary, options: ReadBomOptions = {}): Bom {
  const { rows, problems } = readBomRows(file, text);
  for (const row of rows)
    if (row.cell("product") === "")
      problems.push(row.problem("product", "the cell is blank", "name the product in every row"));
  const byProduct = new Map<string, BomRow[]>();
  for (const row of rows) {
    const product = row.cell("product");
    if (product !== "") byProduct.set(product, [...(byProduct.get(product) ?? []), row]);
  }
  const fallback = optionCountry(options.country, vocabulary, problems);
  const products = [...byProduct].map(([product, own]) =>
    readProduct(product, own, { vocabulary, problems, country: fallback }),
  );
  if (problems.length > 0) throw new InputError(sortProblems(problems));
  return {
    file,
    products: products.map((p) => p!).sort((a, b) => (a.product < b.product ? -1 : 1)),
  };
}

interface Reading {
  readonly vocabulary: Vocabulary;
  readonly problems: Problem[];
  readonly country: string | undefined;
}

function readProduct(product: string, rows: readonly BomRow[], reading: Reading): BomProduct | undefined {
  const { vocabulary, problems } = reading;
  const readers = new Map(rows.map((row) => [row, cellsOf(row, vocabulary, problems)]));
  const unitsRow = productRow(rows, "units_per_month", problems);
  const marginRow = productRow(rows, "margin_usd_per_unit", problems);
  const countryRow = productRow(rows, "country", problems);
  const unitsPerMonth = readers.get(unitsRow)!.number("units_per_month", units);
  const marginUsdPerUnit = readers.get(marginRow)!.number("margin_usd_per_unit", margin);
  const named = countryRow.cell("country");
  const givenCountry = named === "" ? reading.country : named;
  if (givenCountry === undefined)
    problems.push(
      countryRow.problem(
        null,
        `nothing says where ${quote(product)} is built`,
        "fill a country column or give --country",
      ),
    );
  const country = givenCountry === undefined ? undefined : readers.get(countryRow)!.country("country", givenCountry);
  const inputs = readInputs(rows, readers, problems);
  if (unitsPerMonth === undefined || marginUsdPerUnit === undefined) return undefined;
  if (givenCountry === undefined || country === undefined || inputs.length < rows.length) return undefined;
  return { product, unitsPerMonth, marginUsdPerUnit, givenCountry, country, inputs };
}

/** The first row that fills a column which all rows of a product share; rows that say otherwise are problems. */
function productRow(rows: readonly BomRow[], column: BomColumn, problems: Problem[]): BomRow {
  const filled = rows.filter((row) => row.cell(column) !== "");
  const [first, ...others] = filled;
  if (!first) return rows[0]!;
  for (const row of others) {
    const [got, before] = [row.cell(column), first.cell(column)];
    if (got !== before && Number(got) !== Number(before))
      problems.push(
        row.problem(
          column,
          `${quote(got)} here, ${quote(before)} in row ${first.line} of ${quote(row.cell("product"))}`,
          "make both agree, or leave all but one blank",
        ),
      );
  }
  return first;
}

function readInputs(
  rows: readonly BomRow[],
  readers: ReadonlyMap<BomRow, CellReader>,
  problems: Problem[],
): BomInput[] {
  const firstRow = new Map<string, BomRow>();
  const inputs = rows.flatMap((row): BomInput[] => {
    const cells = readers.get(row)!;
    const commodity = cells.commodity();
    const kgPerUnit = cells.number("kg_per_unit", weight);
    const suppliers = cells.suppliers();
    const daysOfStock = cells.number("days_of_stock", stock);
    if (commodity === undefined) return [];
    const before = firstRow.get(commodity);
    if (before) {
      const message = `${quote(row.cell("product"))} needs ${commodity} in row ${before.line} already`;
      problems.push(row.problem("commodity", message, "put all its suppliers into one row"));
    } else firstRow.set(commodity, row);
    if (kgPerUnit === undefined || suppliers === undefined || daysOfStock === undefined) return [];
    return [{ line: row.line, commodity, kgPerUnit, suppliers, daysOfStock }];
  });
  return inputs.sort((a, b) => (a.commodity < b.commodity ? -1 : 1));
}

function optionCountry(given: string | undefined, vocabulary: Vocabulary, problems: Problem[]): string | undefined {
  if (given === undefined || vocabulary.countries([given]).size === 1) return given;
  const message =
    vocabulary.countries([given]).size > 1 ? `${quote(given)} is several countries` : `unknown country ${quote(given)}`;
  const meant = vocabulary.names.countries.includes(given) ? undefined : vocabulary.meant?.("countries", given);
  const remedy = meant === undefined ? "name one country by its three-letter ISO code" : meantInstead(meant);
  problems.push({ file: "--country", line: 1, message, remedy });
  return undefined;
}
