import { didYouMean, quote, readCsv } from "../dataset/index.ts";
import { Gathering } from "./gathering.ts";
import type { ImportContext, Importer } from "./importer.ts";
import { type Labels, readLabels } from "./labels.ts";
import {
  type CellValue,
  cellsOf,
  columnLetter,
  missingSheets,
  readOnlyWorkbook,
  type Sheet,
  shown,
  textOf,
} from "./workbook.ts";

const SOURCE = "worldbank-wgi-2023";
/** Estimates are standard normal scores, in practice −3.4 to 2.5; five would be one country in three million. */
const MOST = 5;

/**
 * World Bank, Worldwide Governance Indicators: the workbook with a sheet per indicator and blocks of six columns per
 * year. Keeps the estimates of the newest year in the workbook; writes governance.
 */
export const wgi: Importer = {
  id: "wgi",
  description: "World Bank, Worldwide Governance Indicators",
  accepts: "wgidataset.xlsx, the full workbook in Excel format, from www.govindicators.org",
  headers: [],
  read: async (paths, context) => {
    const into = new Gathering();
    const labels = readLabels("wgi", context);
    const known = knownCountries(context);
    context.progress(`reading ${paths.join(", ")}`);
    const sheets = await readOnlyWorkbook(paths, into);
    const newest = Math.max(...sheets.flatMap((s) => yearsOf(s)?.estimates.map((e) => e.year) ?? []));
    for (const sheet of sheets) {
      const indicator = labels.read(into, { file: sheet.place, row: 1 }, "sheet", sheet.name, {});
      if (indicator !== undefined) readSheet(sheet, indicator, newest, labels, known, into);
    }
    missingSheets(paths, sheets, labels, into);
    noteOldCodes(labels, into);
    return into.result({ governance: [{ source: SOURCE }] });
  },
};

function knownCountries(context: ImportContext): ReadonlySet<string> {
  const { records } = readCsv("countries.csv", context.files.get("countries.csv") ?? "");
  return new Set(records.slice(1).map((record) => record.fields[0]!));
}

interface Layout {
  /** index of the row that says Code, Estimate, StdErr … */
  readonly header: number;
  readonly estimates: readonly { readonly column: number; readonly year: number }[];
}

/** Where the estimates stand; undefined where the sheet is not laid out like that. */
function yearsOf(sheet: Sheet): Layout | undefined {
  const header = sheet.rows.findIndex((row) => row[1] === "Code" && row.includes("Estimate"));
  const years = sheet.rows[header - 1];
  if (header < 1 || years === undefined) return undefined;
  const estimates = sheet.rows[header]!.flatMap((cell, column) =>
    cell === "Estimate" ? [{ column, year: Number(years[column]) }] : [],
  );
  return estimates.every((e) => Number.isInteger(e.year) && e.year > 1990) ? { header, estimates } : undefined;
}

function readSheet(
  sheet: Sheet,
  indicator: string,
  newest: number,
  labels: Labels,
  known: ReadonlySet<string>,
  into: Gathering,
): void {
  const layout = yearsOf(sheet);
  const now = layout?.estimates.filter((e) => e.year === newest) ?? [];
  if (layout === undefined || now.length !== 1) {
    const message =
      layout === undefined
        ? 'no header with "Code" in column B, "Estimate" behind it and years in the row above'
        : `${now.length} columns of estimates for ${newest}, the newest year of the workbook`;
    into.fault({ file: sheet.place, row: 1 }, message, "use the workbook as published, all six columns per year");
    return;
  }
  const { column } = now[0]!;
  const first = new Map<string, number>();
  sheet.rows.forEach((row, index) => {
    if (index <= layout.header || row.every((cell) => textOf(cell) === "")) return;
    const place = { file: sheet.place, row: index + 1 };
    into.readRows += 1;
    into.leaveOut("an estimate of a year before the newest", layout.estimates.length - 1);
    const cells = { ...cellsOf(row.slice(0, 2)), [columnLetter(column)]: textOf(row[column]) };
    const country = countryOf(row[1], place, cells, labels, known, into);
    if (country === undefined) return;
    const estimate = row[column];
    const before = first.get(country);
    first.set(country, index + 1);
    if (before !== undefined) {
      into.reject(place, cells, `${country} was given before, in row ${before}`, "keep one row per country");
    } else if (estimate === "#N/A") into.leaveOut("no estimate for the country (#N/A)");
    else if (typeof estimate !== "number" || Math.abs(estimate) > MOST) {
      const remedy = `estimates are numbers between −${MOST} and ${MOST}, with a decimal point, or #N/A`;
      into.reject(place, cells, `estimate of ${newest}: got ${shown(estimate)}`, remedy);
    } else {
      into.add("governance", {
        country,
        indicator,
        year: newest,
        estimate,
        source: SOURCE,
        locator: `sheet ${sheet.name}`,
      });
    }
  });
}

function countryOf(
  cell: CellValue | undefined,
  place: { file: string; row: number },
  cells: Record<string, string>,
  labels: Labels,
  known: ReadonlySet<string>,
  into: Gathering,
): string | undefined {
  const code = textOf(cell);
  if (labels.find("code", code) !== undefined) return labels.read(into, place, "code", code, cells);
  if (known.has(code)) return code;
  const remedy = `${didYouMean(code, [...known, ...labels.known("code")])} An old code needs a row in data/${labels.file}`;
  into.reject(place, cells, `unknown country code ${quote(code)}`, remedy);
  return undefined;
}

function noteOldCodes(labels: Labels, into: Gathering): void {
  const changed = labels.known("code").flatMap((code) => {
    const meaning = labels.find("code", code);
    return meaning?.kind === "means" ? [`${code} → ${meaning.id}`] : [];
  });
  into.notes.push(`old country codes of the source: ${changed.join(", ")}`);
}
