import type { Corrections } from "./corrections.ts";
import type { Countries } from "./country.ts";
import { countryOf } from "./country-names.ts";
import type { Gathering } from "./gathering.ts";
import { type OutlookRow, readOutlook, tonnesOf } from "./iea-layout.ts";
import type { Labels } from "./labels.ts";
import { columnLetter, type Sheet } from "./workbook.ts";

export interface IeaTools {
  readonly into: Gathering;
  readonly labels: Labels;
  readonly corrections: Corrections;
  readonly countries: Countries;
}

const SOURCE = "iea-critical-minerals-2025";
/** Left: mining; right: refining. Each table takes a label and four years. */
const tables = [
  { from: 0, to: 5, stage: "mining", series: "mine-supply" },
  { from: 6, to: 11, stage: "refining", series: "refined-supply" },
] as const;

/** The sheet of supply by country: mining on the left, refining on the right, blocks one below the other. */
export function supplyRows(sheet: Sheet, tools: IeaTools): void {
  const { into, labels } = tools;
  for (const table of tables) {
    const sums = new Map<string, { added: number; total?: number }>();
    for (const row of readOutlook(sheet, table.from, table.to, into)) {
      const place = { file: sheet.place, row: row.row };
      const material = labels.read(into, place, "supply", row.heading, row.cells);
      if (material === undefined) continue;
      const key = `${columnLetter(table.from)}${row.row}`;
      const file = `${SOURCE} ${sheet.name}`;
      const label = tools.corrections.apply(into, place, file, key, "label", row.label, row.cells);
      if (label === undefined) continue;
      const country =
        labels.find("row", label) === undefined
          ? countryOf(into, tools.countries, place, "name", label, row.cells)
          : labels.read(into, place, "row", label, row.cells);
      if (country === undefined) continue;
      const sum = sums.get(row.heading) ?? { added: 0 };
      const first = row.figures[0]!.kilotonnes;
      sums.set(row.heading, country === "WLD" ? { ...sum, total: first } : { ...sum, added: sum.added + first });
      addRow(row, { ...table, material, country, label }, sheet.name, into);
    }
    noteSums(sums, into);
  }
}

function addRow(
  row: OutlookRow,
  of: { stage: string; series: string; material: string; country: string; label: string },
  sheet: string,
  into: Gathering,
): void {
  const { material, stage, series, country } = of;
  const cited = { source: SOURCE, locator: `sheet ${sheet.split(" ")[0]}, row ${row.row}` };
  const region = country === "WLD" ? "World" : country === "OTH" ? of.label : country;
  for (const { scenario, year, kilotonnes } of row.figures) {
    const value = tonnesOf(kilotonnes);
    // the sheet is the base case throughout; its first year is the one that has passed
    const projected = year !== row.figures[0]!.year;
    const of = { series, item: row.heading, material, region, scenario: projected ? "base-case" : scenario };
    into.add("energyOutlook", { ...of, year, value, unit: "t", ...cited });
    if (projected) continue;
    const printed = { material, stage, form: row.heading, country, year, tonnes: value, status: "estimated" };
    into.add("worldProduction", { ...printed, ...cited, note: null });
  }
}

function noteSums(sums: ReadonlyMap<string, { added: number; total?: number }>, into: Gathering): void {
  for (const [heading, { added, total }] of sums) {
    if (total === undefined) into.notes.push(`${heading}: no total is given`);
    else if (Math.abs(added - total) > 0.002 * total)
      into.notes.push(`${heading}: countries add up to ${added.toFixed(1)} kt, the total says ${total.toFixed(1)} kt`);
  }
}
