import type { InputRow } from "./read-table.ts";

/** Rows by the text of a column, in the order of the file. */
export function groupRows(rows: readonly InputRow[], name: string): [string, InputRow[]][] {
  const groups = new Map<string, InputRow[]>();
  for (const row of rows) groups.set(row.text(name), [...(groups.get(row.text(name)) ?? []), row]);
  return [...groups];
}
