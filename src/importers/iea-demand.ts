import { readOutlook, tonnesOf } from "./iea-layout.ts";
import type { IeaTools } from "./iea-supply.ts";
import { columnLetter, type Sheet } from "./workbook.ts";

const SOURCE = "iea-critical-minerals-2025";
/** Figures that two sheets print alike are given to six digits in one of them. */
const SAME = 1e-4;

/**
 * A sheet of demand by scenario. Kind `by-sector`: a block per mineral with a row per sector; any other kind is the
 * series itself, with a row per mineral, in blocks of cases where there are several.
 * @param seen figures of the sheets before, tonnes by series, item, scenario and year
 */
export function demandRows(sheet: Sheet, kind: string, seen: Map<string, number>, tools: IeaTools): void {
  const { into, labels } = tools;
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  for (const row of readOutlook(sheet, 0, width, into)) {
    const place = { file: sheet.place, row: row.row };
    const bySector = kind === "by-sector";
    if (!bySector && row.heading !== "" && labels.read(into, place, "case", row.heading, row.cells) === undefined) {
      continue;
    }
    const item = bySector ? row.heading : row.label;
    const material = labels.read(into, place, "mineral", item, row.cells);
    if (material === undefined) continue;
    const series = bySector ? labels.read(into, place, "sector", row.label, row.cells) : kind;
    if (series === undefined) continue;
    row.figures.forEach(({ scenario: printed, year, kilotonnes }) => {
      const scenario = printed === "historical" ? printed : labels.read(into, place, "scenario", printed, row.cells);
      if (scenario === undefined) return;
      const value = tonnesOf(kilotonnes);
      const key = `${series}:${item}:${scenario}:${year}`;
      const before = seen.get(key);
      if (before === undefined) {
        seen.set(key, value);
        const of = { series, item, material, region: "World", scenario, year, value, unit: "t" };
        into.add("energyOutlook", {
          ...of,
          source: SOURCE,
          locator: `sheet ${sheet.name.split(" ")[0]}, row ${row.row}`,
        });
      } else if (Math.abs(before - value) <= SAME * Math.max(before, value))
        into.leaveOut("a figure that an earlier sheet gave");
      else {
        const message = `${series} of ${item}, ${scenario} ${year}: ${value} t, an earlier sheet says ${before} t`;
        into.reject(place, row.cells, message, `compare the sheets (${columnLetter(0)}${row.row}) and correct one`);
      }
    });
  }
}
