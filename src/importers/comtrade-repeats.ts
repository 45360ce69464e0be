import type { Declaration } from "./comtrade-rows.ts";
import type { Gathering } from "./gathering.ts";

/**
 * Drops declarations that another file gives too, counting them by the file that has them first, and rejects every row of
 * one that is given with different figures: nothing tells which of them is right.
 */
export function withoutRepeats(declared: readonly Declaration[], into: Gathering): Declaration[] {
  const groups = new Map<string, Declaration[]>();
  for (const d of declared) {
    const key = [d.year, d.reporterLabel.padStart(3, "0"), d.partnerLabel.padStart(3, "0"), d.hs6, d.flow].join();
    const others = groups.get(key);
    if (others) others.push(d);
    else groups.set(key, [d]);
  }
  return [...groups.values()].flatMap((group) => {
    const single: Declaration[] = [];
    for (const d of group) {
      const before = single.find((kept) => kept.file !== d.file && differing(kept, d).length === 0);
      if (before) into.leaveOut(`exact repeat of a row of ${before.file}`);
      else single.push(d);
    }
    if (single.length < 2) return single;
    for (const d of single) {
      const others = single.filter((other) => other !== d);
      const columns = [...new Set(others.flatMap((other) => differing(other, d)))].join(", ");
      const remedy = "keep one row; parts by means of transport or customs procedure must be added up first";
      into.reject(d, d.cells, `the declaration has another ${columns} in ${placesOf(others, d.file)}`, remedy);
    }
    return [];
  });
}

/** Columns of both files in which two rows differ; a number may be written otherwise. */
function differing(a: Declaration, b: Declaration): string[] {
  const same = (x: string, y: string) => x === y || (x !== "" && y !== "" && Number(x) === Number(y));
  return Object.keys(a.cells).filter((name) => name in b.cells && !same(a.cells[name]!, b.cells[name]!));
}

function placesOf(rows: readonly Declaration[], seenFrom: string): string {
  const places = rows.map(({ file, row }) => (file === seenFrom ? `row ${row}` : `${file}:${row}`));
  return places.length > 5 ? `${places.slice(0, 5).join(", ")} …` : places.join(", ");
}
