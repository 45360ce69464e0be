import { basename } from "node:path";
import { quote } from "../dataset/index.ts";
import { type Corrections, readCorrections } from "./corrections.ts";
import { type Countries, readCountries } from "./country.ts";
import { countryOf } from "./country-names.ts";
import { type CsvRow, readCsvRows } from "./csv-rows.ts";
import { SOURCE, useHeader, useRows } from "./eu-crm-uses.ts";
import { Gathering } from "./gathering.ts";
import type { Importer, StatisticsRow } from "./importer.ts";
import { type Labels, readLabels } from "./labels.ts";
import { Once } from "./once.ts";
import { noteShareSums, readShare } from "./share.ts";

const supplyHeader = ["Material", "Stage", "Country", "Share", "t"];
const stages: Readonly<Record<string, string>> = { E: "mining", P: "refining" };

/**
 * European Commission, Study on the Critical Raw Materials for the EU 2023: shares of countries in the supply of the
 * world and of the EU (mean of 2016–2020), and shares of uses. Writes supplyShares and useShares.
 */
export const euCrm2023: Importer = {
  id: "eu-crm-2023",
  description: "European Commission, critical raw materials 2023: supply and use shares",
  accepts: "…GlobalSupplyShares….csv, …EUSupplyShares….csv (Material,Stage,Country,Share,t) and MaterialUseShares.csv",
  headers: [supplyHeader, useHeader],
  read: async (paths, context) => {
    const into = new Gathering();
    const labels = readLabels("eu-crm-2023", context);
    const corrections = readCorrections(context);
    const countries = readCountries(context);
    const supplyShares: StatisticsRow[] = [];
    const useShares: StatisticsRow[] = [];
    const named = new Map<string, string>();
    for (const path of paths) {
      const what = isUses(path) ? "uses" : marketOf(path, into);
      if (what === undefined) continue;
      const before = named.get(what);
      named.set(what, path);
      if (before !== undefined) {
        into.fault({ file: path, row: 1 }, `holds the same table as ${before}`, "name each table once");
        continue;
      }
      context.progress(`reading ${path}`);
      if (what === "uses") {
        useRows(await readCsvRows(path, { columns: useHeader, windows1252: true }, into), labels, into);
        useShares.push({ source: SOURCE });
        continue;
      }
      const rows = await readCsvRows(path, { columns: supplyHeader, windows1252: true }, into);
      supplyRows(what, rows, labels, countries, corrections, into);
      supplyShares.push({ source: SOURCE, market: what });
    }
    return into.result({ supplyShares, useShares });
  },
};

const isUses = (path: string) => /use[ _-]?share/i.test(basename(path));

/** The files of world and EU supply have the same columns: only the name tells them apart. */
function marketOf(path: string, into: Gathering): "WLD" | "EUU" | undefined {
  const name = basename(path);
  const world = /global/i.test(name);
  const union = /eu[ _-]?supply/i.test(name);
  if (world !== union) return world ? "WLD" : "EUU";
  const message = `${quote(name)} does not say what it holds: the columns for the world and the EU are the same`;
  const remedy = 'let the name hold "GlobalSupply", "EUSupply" or "UseShares", as published';
  into.fault({ file: path, row: 1 }, message, remedy);
  return undefined;
}

function supplyRows(
  market: string,
  rows: readonly CsvRow[],
  labels: Labels,
  countries: Countries,
  corrections: Corrections,
  into: Gathering,
): void {
  const once = new Once<{ readonly block: string; readonly row: StatisticsRow }>(into);
  const sums = new Map<string, number>();
  for (const row of rows) {
    const { place, cells } = row;
    const material = labels.read(into, place, "material", cells.Material!, cells);
    if (material === undefined) continue;
    const stage = stages[cells.Stage!];
    if (stage === undefined) {
      into.reject(place, cells, `Stage ${quote(cells.Stage!)}`, "use E (extraction) or P (processing)");
      continue;
    }
    const country = countryOf(into, countries, place, "name", cells.Country!, cells);
    if (country === undefined) continue;
    const key = `${cells.Material} ${cells.Stage} ${cells.Country}`;
    const printed = corrections.apply(into, place, `${SOURCE} supply of ${market}`, key, "Share", cells.Share!, cells);
    const share = printed === undefined ? undefined : readShare(printed, place, cells, into);
    if (share === undefined) continue;
    const tradeParameter = readParameter(row, into);
    if (tradeParameter === undefined) continue;
    const name = `${material}:${stage}@${country}`;
    const block = `${cells.Material}, ${cells.Stage === "E" ? "extraction" : "processing"}, supply of ${market}`;
    const locator = `${cells.Material}, ${cells.Stage}`;
    const below = share.bound === "less" ? "yes" : "no";
    const kept = {
      ...{ material, stage, market, country, share: share.value, below, tradeParameter },
      ...{ source: SOURCE, locator },
    };
    once.add(name, { block, row: kept }, place, cells, JSON.stringify(kept));
  }
  for (const { block, row } of once.rows()) {
    into.add("supplyShares", row);
    sums.set(block, (sums.get(block) ?? 0) + (row.share as number));
  }
  once.note();
  noteShareSums(sums, into);
}

function readParameter({ place, cells }: CsvRow, into: Gathering): number | undefined {
  const value = /^\d(\.\d+)?$/.test(cells.t!) ? Number(cells.t) : Number.NaN;
  if (value >= 0.5 && value <= 2) return value;
  into.reject(place, cells, `t: got ${quote(cells.t!)}`, "the trade parameter is 0.8 to 2, with a decimal point");
  return undefined;
}
