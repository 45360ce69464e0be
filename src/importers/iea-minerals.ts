import { readCorrections } from "./corrections.ts";
import { readCountries } from "./country.ts";
import { Gathering } from "./gathering.ts";
import { demandRows } from "./iea-demand.ts";
import { supplyRows } from "./iea-supply.ts";
import type { Importer } from "./importer.ts";
import { readLabels } from "./labels.ts";
import { missingSheets, readOnlyWorkbook } from "./workbook.ts";

const SOURCE = "iea-critical-minerals-2025";

/**
 * International Energy Agency, Critical Minerals Dataset 2025: demand by mineral, sector and scenario, supply by
 * country. Writes energyOutlook, and worldProduction for the year that is not a projection.
 */
export const ieaMinerals: Importer = {
  id: "iea-minerals",
  description: "International Energy Agency, Critical Minerals Dataset 2025",
  accepts: "the .xlsx workbook from www.iea.org/data-and-statistics/data-product/critical-minerals-dataset",
  headers: [],
  read: async (paths, context) => {
    const into = new Gathering();
    const labels = readLabels("iea-minerals", context);
    const tools = { into, labels, corrections: readCorrections(context), countries: readCountries(context) };
    context.progress(`reading ${paths.join(", ")}`);
    const sheets = await readOnlyWorkbook(paths, into);
    const seen = new Map<string, number>();
    for (const sheet of sheets) {
      const kind = labels.read(into, { file: sheet.place, row: 1 }, "sheet", sheet.name, {});
      if (kind === "supply") supplyRows(sheet, tools);
      else if (kind !== undefined) demandRows(sheet, kind, seen, tools);
    }
    missingSheets(paths, sheets, labels, into);
    return into.result({ energyOutlook: [{ source: SOURCE }], worldProduction: [{ source: SOURCE }] });
  },
};
