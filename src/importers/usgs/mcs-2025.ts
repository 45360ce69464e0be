import type { SourceRow } from "../read-csv.ts";
import type { RowContext } from "./mcs-2026.ts";
import { keepProduction } from "./production.ts";

export const SOURCE_2025 = "usgs-mcs-2025-data";
export const COLUMNS_2025 = [
  "SOURCE",
  "COMMODITY",
  "COUNTRY",
  "TYPE",
  "UNIT_MEAS",
  "PROD_2023",
  "PROD_EST_ 2024",
  "PROD_NOTES",
] as const;

const tidy = (text: string) => text.replaceAll("\u00a0", " ").trim().replace(/\s+/g, " ");

/** A row of the world data of 2025: one country with two years. A blank cell without a code says nothing and is left out. */
export function convertRow2025(original: SourceRow, { mapping, countries, corrections, tally }: RowContext): undefined {
  const name = `${tidy(original.cells.COMMODITY!)}|${tidy(original.cells.TYPE!)}`;
  const label = mapping.find(name);
  if (!label) return tally.refuseFor(original, mapping.unlisted(original, name));
  if (label.skip !== "") return tally.leaveOut(label.skip);
  const where = tidy(original.cells.COUNTRY!);
  const corrected = corrections.applyToRow(tally, original, SOURCE_2025, [name, `${name}|${where}`]);
  if (corrected === undefined) return;
  const country = countries.find("name", where);
  if (country === undefined) return tally.refuseFor(original, countries.unknown(original, "name", where));
  if (typeof country === "object") return tally.leaveOut(country.skip);
  const { cells } = corrected;
  const notes = tidy(cells.PROD_NOTES!);
  const code = withheldCode(notes);
  const locator = tidy(cells.COMMODITY!);
  const common = { label, country, source: SOURCE_2025, locator, unit: tidy(cells.UNIT_MEAS!), note: footnote(notes) };
  const figures = [
    { year: 2023, printed: cells.PROD_2023!, estimated: /^estimated\b/i.test(notes) || / estimated$/.test(name) },
    { year: 2024, printed: cells["PROD_EST_ 2024"]!, estimated: !/^re?p?r?orted\.?$|^reproted$/i.test(notes) },
  ] as const;
  for (const { year, printed, estimated } of figures) {
    const value = printed.trim() === "" ? code : printed;
    if (value === "") tally.leaveOut("blank, without a word whether it is nothing or not known");
    else keepProduction(original, { ...common, year, value, status: estimated ? "estimated" : "reported" }, tally);
  }
}

/** The code the file writes beside the figures instead of in their place. */
function withheldCode(notes: string): string {
  if (/^W\b/.test(notes)) return "W";
  if (/^na\b/i.test(notes)) return "NA";
  return /^xx$/i.test(notes) ? "XX" : "";
}

const WORDS = /^(W for 23-24|na( for 2023)?$|xx$|re?p?r?orted\.?$|reproted$|estimated( for)? 2023|estimated,)\s*/i;
const footnote = (notes: string) => notes.replace(WORDS, "");
