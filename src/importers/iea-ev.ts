import { quote } from "../dataset/index.ts";
import { type Countries, readCountries } from "./country.ts";
import { countryOf } from "./country-names.ts";
import { Gathering, type Place } from "./gathering.ts";
import type { Importer, StatisticsRow } from "./importer.ts";
import { type Labels, readLabels } from "./labels.ts";
import { Once } from "./once.ts";
import { type CellValue, cellsOf, missingSheets, readOnlyWorkbook, type Sheet, shown, textOf } from "./workbook.ts";

const SOURCE = "iea-gevo-2025";
const SHEET = "GEVO_EV_2025";
const HEADER = ["region_country", "category", "parameter", "mode", "powertrain", "year", "unit", "value"];
/** History kept: the model's baseline needs the newest years, a trend needs three. */
const YEARS = 3;

/**
 * International Energy Agency, Global EV Outlook 2025, the long sheet of the data explorer: sales of electric vehicles
 * and demand for batteries. Keeps the three newest years and the projections; writes energyOutlook.
 */
export const ieaEv: Importer = {
  id: "iea-ev",
  description: "International Energy Agency, Global EV Outlook 2025 data explorer",
  accepts: "EVDataExplorer2025.xlsx from www.iea.org/data-and-statistics/data-tools/global-ev-data-explorer",
  headers: [],
  read: async (paths, context) => {
    const into = new Gathering();
    const labels = readLabels("iea-ev", context);
    const countries = readCountries(context);
    context.progress(`reading ${paths.join(", ")}`);
    const sheets = await readOnlyWorkbook(paths, into);
    for (const sheet of sheets) {
      const place = { file: sheet.place, row: 1 };
      if (labels.read(into, place, "sheet", sheet.name, {}) !== undefined) readLong(sheet, labels, countries, into);
    }
    missingSheets(paths, sheets, labels, into);
    return into.result({ energyOutlook: [{ source: SOURCE }] });
  },
};

interface Tools {
  readonly into: Gathering;
  readonly labels: Labels;
  readonly countries: Countries;
  /** column of each name of the header */
  readonly at: Readonly<Record<string, number>>;
  /** newest year of the history */
  readonly newest: number;
}

function readLong(sheet: Sheet, labels: Labels, countries: Countries, into: Gathering): void {
  const header = (sheet.rows[0] ?? []).map(textOf);
  const missing = HEADER.filter((name) => !header.includes(name));
  for (const name of missing)
    into.fault({ file: sheet.place, row: 1 }, `column ${quote(name)} is missing`, `the header has ${HEADER.join(",")}`);
  if (missing.length > 0) return;
  const at = Object.fromEntries(HEADER.map((name) => [name, header.indexOf(name)]));
  const body = sheet.rows.slice(1);
  const past = body.filter((row) => row[at.category!] === "Historical").map((row) => Number(row[at.year!]));
  const tools = { into, labels, countries, at, newest: past.reduce((a, b) => Math.max(a, b), 0) };
  const once = new Once<StatisticsRow>(into);
  body.forEach((cells, index) => {
    if (cells.every((cell) => textOf(cell) === "")) return;
    const place = { file: sheet.place, row: index + 2 };
    into.readRows += 1;
    const kept = readRow(cells, place, tools);
    if (kept === undefined) return;
    const key = `${kept.series}:${kept.item}:${kept.region}:${kept.scenario}:${kept.year}`;
    once.add(key, kept, place, cellsOf(cells), JSON.stringify(kept));
  });
  for (const row of once.rows()) into.add("energyOutlook", row);
  once.note();
}

function readRow(row: readonly CellValue[], place: Place, tools: Tools): StatisticsRow | undefined {
  const { into, labels, at } = tools;
  const cells = cellsOf(row);
  const text = (name: string) => textOf(row[at[name]!]);
  const meanings: string[] = [];
  for (const column of ["parameter", "category", "mode", "powertrain", "unit"]) {
    const meaning = labels.read(into, place, column, text(column), cells);
    if (meaning === undefined) return undefined;
    meanings.push(meaning);
  }
  const [series, scenario, mode, powertrain, unit] = meanings as [string, string, string, string, string];
  const year = row[at.year!];
  const value = row[at.value!];
  if (typeof year !== "number" || !(Number.isInteger(year) && year >= 2000 && year <= 2100)) {
    into.reject(place, cells, `year: got ${shown(year)}`, "a year is a whole number");
    return undefined;
  }
  if (typeof value !== "number" || !(value >= 0 && value < 1e10)) {
    into.reject(place, cells, `value: got ${shown(value)}`, "a value is a plain number, zero or more");
    return undefined;
  }
  const old = scenario === "historical" ? year <= tools.newest - YEARS : year <= tools.newest;
  if (old) {
    into.leaveOut(scenario === "historical" ? `a year before the newest ${YEARS}` : "a past year of a projection");
    return undefined;
  }
  const region = regionOf(text("region_country"), place, cells, tools);
  if (region === undefined) return undefined;
  const of = { series, item: `${mode}, ${powertrain}`, material: null, region, scenario, year, value, unit };
  return { ...of, source: SOURCE, locator: `sheet ${SHEET}` };
}

/** Countries become codes; regions of the source (column `region` of the mapping) keep their names. */
function regionOf(label: string, place: Place, cells: Readonly<Record<string, string>>, tools: Tools) {
  const { into, labels, countries } = tools;
  return labels.find("region", label) === undefined
    ? countryOf(into, countries, place, "name", label, cells)
    : labels.read(into, place, "region", label, cells);
}
