import { join } from "node:path";
import { COUNTRY_CODE_TABLES, type CountryCodes, countryCodesOf } from "../../dataset/index.ts";
import { packageRoot } from "./package-root.ts";
import { readTables } from "./read-dataset.ts";

/** Codes of the tables that ship; see {@link countryCodesOf}. */
export function readCountryCodes(): CountryCodes {
  const wanted: readonly string[] = COUNTRY_CODE_TABLES;
  return countryCodesOf(readTables(join(packageRoot(), "data"), (name) => wanted.includes(name)));
}
