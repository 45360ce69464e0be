import { readCorrections } from "./corrections.ts";
import { readCountries } from "./country.ts";
import type { ImportContext, Importer, ImportResult } from "./importer.ts";
import { readMapping } from "./mapping.ts";
import { readSourceCsv } from "./read-csv.ts";
import { Tally } from "./tally.ts";
import { COLUMNS_2025, convertRow2025, SOURCE_2025 } from "./usgs/mcs-2025.ts";
import { COLUMNS_2026, convertRow2026, SOURCE_2026 } from "./usgs/mcs-2026.ts";
import { checkProduction } from "./usgs/world-total.ts";

/** USGS Mineral Commodity Summaries, the data releases of 2026 (all tables) and 2025 (world data). */
export const usgsMcs: Importer = {
  id: "usgs-mcs",
  description: "USGS Mineral Commodity Summaries: production, import reliance, import sources, prices",
  accepts:
    "the CSV files of the data releases as published: MCS2026_Commodities_Data.csv (doi:10.5066/P1WKQ63T) and MCS2025_World_Data.csv",
  headers: [COLUMNS_2026, COLUMNS_2025],
  read: readUsgsMcs,
};

async function readUsgsMcs(paths: readonly string[], context: ImportContext): Promise<ImportResult> {
  const names = { 2026: readMapping(context, "usgs-mcs"), 2025: readMapping(context, "usgs-mcs-2025") };
  const corrections = readCorrections(context);
  const countries = readCountries(context);
  const tally = new Tally();
  const sources = new Set<string>();
  for (const path of paths) {
    const shape = { columns: COLUMNS_2026, otherColumns: [COLUMNS_2025], windows1252: true };
    const reading = await readSourceCsv(path, shape, (row) => {
      if (tally.readRows % 1000 === 0) context.progress(`reading row ${row.row}`);
      tally.readRows += 1;
      const is2025 = row.cells["PROD_EST_ 2024"] !== undefined;
      sources.add(is2025 ? SOURCE_2025 : SOURCE_2026);
      if (is2025) convertRow2025(row, { mapping: names[2025], countries, corrections, tally });
      else convertRow2026(row, { mapping: names[2026], countries, corrections, tally });
    });
    tally.readRows += reading.rejects.length;
    tally.problems.push(...reading.problems);
    tally.rejects.push(...reading.rejects);
  }
  checkProduction(tally);
  const tables = ["worldProduction", "reliance", "importSources", "marketPrices"] as const;
  const of = [...sources].sort().map((source) => ({ source }));
  return tally.result(Object.fromEntries(tables.map((table) => [table, of])));
}
