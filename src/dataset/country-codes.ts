import { readCsv } from "./csv.ts";
import { InputError } from "./problem.ts";

/** What a code stands for. */
export interface CodedPlace {
  /** an ISO 3166 alpha-3 code, or the code of a group */
  readonly id: string;
  /** several countries: a bloc, an aggregate, the world, others */
  readonly isGroup: boolean;
}

/** What a code stands for, so that two codes of one country (76 and BRA) are seen to be one; undefined where nobody defines it. */
export type CountryCodes = (code: string) => CodedPlace | undefined;

/** Tables that the codes are read from. */
export const COUNTRY_CODE_TABLES = [
  "countries.csv",
  "blocs.csv",
  "mappings/countries.csv",
  "mappings/baci-countries.csv",
] as const;

/** Groups of the statistics: other countries, the world, the European Union. */
const GROUPS = ["OTH", "WLD", "EUU"];
const OTHERS = "OTH";

/**
 * Codes of countries (ISO 3166 alpha-3, UN M49, BACI's own) and of groups (blocs, aggregates, BACI's areas such as R20).
 * @param files text of {@link COUNTRY_CODE_TABLES} by name relative to data/
 * @throws InputError when a table is missing or damaged
 */
export function countryCodesOf(files: ReadonlyMap<string, string>): CountryCodes {
  const rows = (file: (typeof COUNTRY_CODE_TABLES)[number]): Readonly<Record<string, string>>[] => {
    const { records, problems } = readCsv(file, files.get(file) ?? "");
    const [header, ...body] = records;
    if (!header) problems.push({ file, line: 1, message: "the table is missing", remedy: "restore it in data/" });
    if (problems.length > 0) throw new InputError(problems);
    return body.map(({ fields }) => Object.fromEntries(header!.fields.map((name, i) => [name, fields[i] ?? ""])));
  };
  const known = new Map<string, CodedPlace>();
  const put = (code: string, id: string, isGroup: boolean) => known.set(code, { id, isGroup });
  for (const { code, iso3, country } of rows("mappings/baci-countries.csv")) {
    const isGroup = country === OTHERS;
    const area = isGroup ? iso3 || code! : country!;
    put(key(code!), area, isGroup);
    if (iso3 !== "") put(iso3!, area, isGroup);
  }
  for (const { scheme, label, country } of rows("mappings/countries.csv"))
    if (scheme === "m49" || scheme === "iso3") put(key(label!), country || key(label!), GROUPS.includes(country!));
  for (const { bloc } of rows("blocs.csv")) put(bloc!, bloc!, true);
  for (const { id, kind } of rows("countries.csv")) put(id!, id!, kind === "aggregate");
  for (const id of GROUPS) put(id, id, true);
  return (code) => known.get(key(code.trim()));
}

/** M49 numbers lose their zeros in spreadsheets. */
const key = (code: string): string => (/^\d+$/.test(code) ? code.padStart(3, "0") : code);
