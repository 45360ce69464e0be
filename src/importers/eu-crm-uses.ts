import { quote } from "../dataset/index.ts";
import type { CsvRow } from "./csv-rows.ts";
import type { Gathering } from "./gathering.ts";
import type { StatisticsRow } from "./importer.ts";
import type { Labels } from "./labels.ts";
import { Once } from "./once.ts";
import { noteShareSums, readShare } from "./share.ts";

export const SOURCE = "eu-crm-2023";
const VALUE_ADDED = "VA in million €";
export const useHeader = ["Material", "Application", "Share", "NACE sector", VALUE_ADDED];

/** Rows of the use shares, into useShares. Sectors are two-digit NACE Rev. 2 with their letter, `C27`. */
export function useRows(rows: readonly CsvRow[], labels: Labels, into: Gathering): void {
  const once = new Once<{ readonly block: string; readonly row: StatisticsRow }>(into);
  const sums = new Map<string, number>();
  for (const row of rows) {
    const { place, cells } = row;
    const material = labels.read(into, place, "material", cells.Material!, cells);
    if (material === undefined) continue;
    const share = readShare(cells.Share!, place, cells, into);
    if (share === undefined) continue;
    if (share.bound !== "exact") {
      into.leaveOut(`a use whose share is printed as ${cells.Share}`);
      continue;
    }
    const printed = cells["NACE sector"]!;
    const application = cells.Application!;
    const block = `${cells.Material}, uses`;
    if (printed === "" && cells[VALUE_ADDED] === "") {
      sums.set(block, (sums.get(block) ?? 0) + share.value);
      into.leaveOut("a use that the source puts into no sector");
      continue;
    }
    const sector = /^([A-Z]\d\d) - /.exec(printed)?.[1];
    if (sector === undefined || application === "") {
      const message = sector === undefined ? `NACE sector: got ${quote(printed)}` : "the application is blank";
      into.reject(place, cells, message, "a sector is printed as C27 - Manufacture of electrical equipment");
      continue;
    }
    const valueAddedMillionEur = /^\d+(\.\d+)?$/.test(cells[VALUE_ADDED]!) ? Number(cells[VALUE_ADDED]) : Number.NaN;
    if (!(valueAddedMillionEur <= 1e8)) {
      const message = `value added: got ${quote(cells[VALUE_ADDED]!)}`;
      into.reject(place, cells, message, "give million EUR as a plain number");
      continue;
    }
    const key = `${material}:${application}:${sector}`;
    const locator = `${cells.Material}, uses`;
    const kept = {
      ...{ material, application, share: share.value, sector, valueAddedMillionEur },
      ...{ source: SOURCE, locator },
    };
    once.add(key, { block, row: kept }, place, cells, JSON.stringify(kept));
  }
  for (const { block, row } of once.rows()) {
    into.add("useShares", row);
    sums.set(block, (sums.get(block) ?? 0) + (row.share as number));
  }
  once.note();
  noteShareSums(sums, into);
}
