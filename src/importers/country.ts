import { closest, InputError, type Problem, quote, type RowOf } from "../dataset/index.ts";
import { readRows } from "../dataset/rows.ts";
import { id, oneOf, optional, text } from "../dataset/schema/column.ts";
import { table } from "../dataset/schema/table.ts";
import type { ImportContext } from "./importer.ts";
import type { SourceRow } from "./read-csv.ts";

const FILE = "mappings/countries.csv";
const schemes = ["name", "iso2", "iso3", "m49"] as const;
/** How a publisher writes countries. */
export type CountryScheme = (typeof schemes)[number];

const countryTable = table({
  file: FILE,
  about: "How publishers write countries.",
  key: "{scheme}:{label}",
  columns: {
    scheme: oneOf(schemes, "name in words, ISO 3166 alpha-2 or alpha-3, or UN M49 number"),
    label: text("as written; names in lower case"),
    country: optional(id("ISO 3166 alpha-3, OTH or WLD; blank where the label is left out")),
    skip: optional(text("why rows with this label are left out")),
  },
});
type CountryLabel = RowOf<typeof countryTable>;

export interface Countries {
  /** the ISO 3166 alpha-3 code, `{ skip: reason }` for a label left out on purpose, undefined for an unknown one */
  readonly find: (scheme: CountryScheme, label: string) => string | { readonly skip: string } | undefined;
  /** every label of a scheme, as it is looked up: names in lower case, M49 with three digits */
  readonly labels: (scheme: CountryScheme) => readonly string[];
  readonly unknown: (row: SourceRow, scheme: CountryScheme, label: string) => Problem;
}

/**
 * Reads data/mappings/countries.csv. `NA` is a label like any other: Namibia in the iso2 scheme.
 * @throws InputError when the table is missing, cannot be read or lists a label twice
 */
export function readCountries(context: ImportContext): Countries {
  const source = context.files.get(FILE);
  if (source === undefined)
    throw new InputError([
      { file: FILE, line: 1, message: "the table is missing", remedy: "restore it in data/mappings" },
    ]);
  const { rows, problems } = readRows(countryTable, FILE, source);
  if (problems.length > 0) throw new InputError(problems);
  const by = new Map<CountryScheme, Map<string, CountryLabel>>(schemes.map((s) => [s, new Map()]));
  const faults: Problem[] = [];
  for (const row of rows as unknown as readonly CountryLabel[]) {
    const labels = by.get(row.scheme)!;
    const label = normal(row.scheme, row.label);
    if (labels.has(label))
      faults.push({ file: FILE, line: row.line, message: `${quote(row.label)} comes twice`, remedy: "keep one row" });
    if ((row.country === "") === (row.skip === ""))
      faults.push({
        file: FILE,
        line: row.line,
        message: "expected a country or a reason to skip",
        remedy: "give one",
      });
    labels.set(label, row);
  }
  if (faults.length > 0) throw new InputError(faults);
  return {
    find: (scheme, label) => {
      const found = by.get(scheme)!.get(normal(scheme, label));
      if (!found) return undefined;
      return found.country === "" ? { skip: found.skip } : found.country;
    },
    labels: (scheme) => [...by.get(scheme)!.keys()],
    unknown: (row, scheme, label) => {
      const [near] = closest(normal(scheme, label), by.get(scheme)!.keys());
      const hint = near === undefined ? "" : `did you mean ${quote(near)}? otherwise `;
      const message = `unknown country ${quote(label)} (${scheme})`;
      return { file: row.file, line: row.row, message, remedy: `${hint}add it to data/${FILE}` };
    },
  };
}

/** One spelling for lookups: names without case and odd spaces, M49 with three digits. */
function normal(scheme: CountryScheme, label: string): string {
  const clean = label.replaceAll("\u00a0", " ").trim().replace(/\s+/g, " ");
  if (scheme === "name") return clean.toLowerCase().replaceAll("’", "'");
  return scheme === "m49" ? clean.padStart(3, "0") : clean.toUpperCase();
}
