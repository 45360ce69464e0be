import { InputError, readCsv } from "../dataset/index.ts";
import type { ImportContext } from "./importer.ts";

/** Rows of a table of data/ by column name. @throws InputError when it is missing or damaged */
function rowsOf(context: ImportContext, file: string): Readonly<Record<string, string>>[] {
  const text = context.files.get(file);
  if (text === undefined)
    throw new InputError([{ file, line: 1, message: "the table is missing", remedy: "restore it in data/" }]);
  const { records, problems } = readCsv(file, text);
  if (problems.length > 0) throw new InputError(problems);
  const [header, ...body] = records;
  return body.map(({ fields }) => Object.fromEntries(header!.fields.map((name, i) => [name, fields[i] ?? ""])));
}

/** Countries of BACI by label (data/mappings/baci-countries.csv); OTH where an area is no country of today. */
export function baciCountries(context: ImportContext, scheme: "code" | "iso2" | "iso3"): Map<string, string> {
  const rows = rowsOf(context, "mappings/baci-countries.csv").filter((row) => row[scheme] !== "");
  // today's state comes behind the one it followed, and keeps the label
  return new Map(rows.map((row) => [row[scheme]!, row.country!]));
}

/**
 * Headings that stand for a critical mineral: those of statistics/trade_codes.csv, and what they were called in another
 * revision (data/mappings/baci-hs.csv). Headings keep their code from one revision to the next unless the table says so.
 */
export function baciHeadings(context: ImportContext, revision: string): Map<string, string> {
  const kept = new Set(rowsOf(context, "statistics/trade_codes.csv").map((row) => row.hs6!));
  const headings = new Map([...kept].map((code) => [code, code]));
  for (const { revisions, code, hs6 } of rowsOf(context, "mappings/baci-hs.csv"))
    if (kept.has(hs6!) && revisions!.split(" ").includes(revision)) headings.set(code!, hs6!);
  return headings;
}
