import { quote } from "../dataset/index.ts";
import { type Countries, readCountries } from "./country.ts";
import { countryOf } from "./country-names.ts";
import { type CsvRow, readCsvRows } from "./csv-rows.ts";
import { Gathering } from "./gathering.ts";
import type { Importer, StatisticsRow } from "./importer.ts";
import { type Labels, readLabels } from "./labels.ts";
import { Once } from "./once.ts";

const SOURCE = "world-mining-data-2024";
const columns = ["commodity", "Country", "Country_ISO", "unit", "data_source", "year", "quantity"];
/** Tonnes per unit of the source; a carat is 0.2 g. */
const tonnesPer: Readonly<Record<string, number>> = { "metr. t": 1, kg: 1e-3, ct: 2e-7 };
const statuses: Readonly<Record<string, { status: string; note: string | null }>> = {
  r: { status: "reported", note: null },
  p: { status: "reported", note: "provisional" },
  e: { status: "estimated", note: null },
};
/** No country mines as much of anything; iron ore of the world is 1.6 × 10⁹ t. */
const MOST_TONNES = 1e10;

/**
 * World Mining Data (Austrian Federal Ministry of Finance) as one long table of commodity, country and year. Writes
 * worldProduction in the publisher's own contents (Li2O, Nb2O5, …), which the form names.
 */
export const wmd: Importer = {
  id: "wmd",
  description: "World Mining Data, Austrian Federal Ministry of Finance; only into a folder of your own",
  accepts: `a long CSV with the columns ${columns.join(",")}`,
  headers: [columns],
  mayNotBePassedOn: "the terms of World Mining Data as one table are unclear, so its rows do not ship",
  read: async (paths, context) => {
    const into = new Gathering();
    const labels = readLabels("wmd", context);
    const countries = readCountries(context);
    const once = new Once<StatisticsRow>(into);
    const firstUnit = new Map<string, CsvRow>();
    for (const path of paths) {
      context.progress(`reading ${path}`);
      const miscoded = new Set<string>();
      for (const row of await readCsvRows(path, { columns, windows1252: true }, into)) {
        const kept = readRow(row, labels, countries, into, firstUnit);
        if (kept === undefined) continue;
        const key = `${row.cells.commodity} ${kept.country} ${kept.year}`;
        once.add(key, kept, row.place, row.cells, JSON.stringify(kept));
        const code = countries.find("iso3", row.cells.Country_ISO!);
        if (code !== kept.country) miscoded.add(`${row.cells.Country} as ${row.cells.Country_ISO}`);
      }
      if (miscoded.size > 0) into.notes.push(`countries are read by name; the file codes ${[...miscoded].join(", ")}`);
    }
    for (const row of once.rows()) into.add("worldProduction", row);
    once.note();
    return into.result({ worldProduction: [{ source: SOURCE }] });
  },
};

function readRow(
  row: CsvRow,
  labels: Labels,
  countries: Countries,
  into: Gathering,
  /** the first row of each commodity */
  firstUnit: Map<string, CsvRow>,
): StatisticsRow | undefined {
  const { place, cells } = row;
  const means = labels.read(into, place, "commodity", cells.commodity!, cells);
  if (means === undefined) return undefined;
  const [material, stage] = means.split(":");
  const country = countryOf(into, countries, place, "name", cells.Country!, cells);
  if (country === undefined) return undefined;
  if (cells.quantity === "") {
    into.leaveOut("no quantity is printed, which is not zero");
    return undefined;
  }
  const reject = (message: string, remedy: string) => {
    into.reject(place, cells, message, remedy);
    return undefined;
  };
  const perUnit = tonnesPer[cells.unit!];
  if (perUnit === undefined)
    return reject(`unit: got ${quote(cells.unit!)}`, `use one of ${Object.keys(tonnesPer).join(", ")}`);
  const before = (seen: CsvRow) =>
    `${seen.place.file === place.file ? "row" : `${seen.place.file}, row`} ${seen.place.row}`;
  const ofKind = firstUnit.get(cells.commodity!) ?? row;
  firstUnit.set(cells.commodity!, ofKind);
  if (ofKind.cells.unit !== cells.unit)
    return reject(
      `unit: got ${quote(cells.unit!)}, but ${cells.commodity} was in ${quote(ofKind.cells.unit!)} in ${before(ofKind)}`,
      "give one commodity in one unit",
    );
  const quality = statuses[cells.data_source!];
  if (quality === undefined)
    return reject(
      `data_source: got ${quote(cells.data_source!)}`,
      "use r (reported), p (provisional) or e (estimated)",
    );
  if (!/^(19|20)\d\d$/.test(cells.year!)) return reject(`year: got ${quote(cells.year!)}`, "give a year");
  const quantity = /^\d+(\.\d+)?$/.test(cells.quantity!) ? Number(cells.quantity) : Number.NaN;
  if (!(quantity * perUnit <= MOST_TONNES))
    return reject(`quantity: got ${quote(cells.quantity!)}`, "give a plain number, zero or more, with a decimal point");
  const tonnes = Number((quantity * perUnit).toPrecision(12));
  const form = `${cells.commodity}, content as printed`;
  const of = { material: material!, stage: stage!, form, country, year: Number(cells.year), tonnes };
  return { ...of, status: quality.status, source: SOURCE, locator: cells.commodity!, note: quality.note };
}
