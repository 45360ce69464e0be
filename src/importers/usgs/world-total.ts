import type { StatisticsRow } from "../importer.ts";
import type { Tally } from "../tally.ts";

/** World totals are rounded to two or three digits; a sum may differ from them by this share without a word. */
const ROUNDING = 0.06;

/**
 * Holds the figures of each mineral and year against the source's own world total: a country with more than the world
 * has a fault in its weight; a sum that differs is worth a note.
 */
export function checkProduction(tally: Tally): void {
  const groups = new Map<string, StatisticsRow[]>();
  for (const row of tally.rowsOf("worldProduction")) {
    const name = `${row.material}, ${row.form}, ${row.year} (${row.source})`;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  for (const [name, rows] of groups) {
    const total = rows.find((r) => r.country === "WLD")?.tonnes;
    if (typeof total !== "number" || total === 0) continue;
    const fits: StatisticsRow[] = [];
    for (const row of rows) {
      if (row.country === "WLD") continue;
      if (Number(row.tonnes ?? 0) <= total * (1 + ROUNDING)) fits.push(row);
      else {
        const message = `${row.country} is said to make ${row.tonnes} t of ${name}, the world ${total} t`;
        tally.takeBack("worldProduction", row, message, "check the value and its unit against the other rows");
      }
    }
    const sum = fits.reduce((s, r) => s + Number(r.tonnes ?? 0), 0);
    if (fits.length > 0 && Math.abs(sum - total) > ROUNDING * total)
      tally.notes.push(
        `${name}: the rows add up to ${Number(sum.toPrecision(6))} t, the printed world total is ${total} t`,
      );
  }
}
