// data/reading/country_names.csv from the package i18n-iso-countries: npx tsx scripts/country-names.ts
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const data = join(import.meta.dirname, "..", "data");
export const countryNamesFile = join(data, "reading", "country_names.csv");

/** Every name of every country of data/countries.csv in German, English and Japanese, as the package has it. */
export function countryNamesCsv(): string {
  const require = createRequire(import.meta.url);
  const codes: readonly [string, string, string][] = require("i18n-iso-countries/codes.json");
  const alpha3 = new Map(codes.map(([two, three]) => [two, three]));
  const known = new Set(
    readFileSync(join(data, "countries.csv"), "utf8")
      .split("\n")
      .map((line) => line.split(",")[0]),
  );
  const lines: string[] = [];
  const seen = new Set<string>();
  for (const language of ["de", "en", "ja"]) {
    const names: Record<string, string | string[]> = require(`i18n-iso-countries/langs/${language}.json`).countries;
    for (const [two, given] of Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1)))
      for (const name of [given].flat()) {
        const country = alpha3.get(two);
        // a name of two countries (Congo) goes to the first; country_words.csv has the last word
        if (country === undefined || !known.has(country) || seen.has(`${language}:${name}`)) continue;
        seen.add(`${language}:${name}`);
        lines.push(
          [country, language, name]
            .map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
            .join(","),
        );
      }
  }
  return `country,language,word\n${lines.sort().join("\n")}\n`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(countryNamesFile, countryNamesCsv());
