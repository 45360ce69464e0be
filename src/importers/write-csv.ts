import { csvField } from "../dataset/index.ts";

/**
 * CSV in the one style of this project: LF, a field in quotes only where it must be (comma, quote, line break, space at
 * an end), null as a blank cell, numbers in JavaScript's shortest form.
 */
export function writeCsv(header: readonly string[], rows: Iterable<readonly (string | number | null)[]>): string {
  const lines = [csvLine(header)];
  for (const row of rows) lines.push(csvLine(row));
  return `${lines.join("\n")}\n`;
}

/** One record, without its line break. */
export const csvLine = (row: readonly (string | number | null)[]): string => row.map(csvField).join(",");
