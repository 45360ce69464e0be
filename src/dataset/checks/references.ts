import { rowsOf } from "../figures.ts";
import type { Problem } from "../problem.ts";
import type { Column } from "../schema/column.ts";
import { type Dataset, type TableName, tableNames, tables } from "../schema/index.ts";
import { type Table, tableStem } from "../schema/table.ts";
import { didYouMean, quote } from "../suggest.ts";
import { type Check, problemAt } from "./check.ts";

export const references: Check = {
  says: "every name a row uses is defined",
  needs: [],
  run(dataset, damaged) {
    return tableNames.flatMap((name) =>
      Object.entries((tables[name] as Table).columns).flatMap(([column, definition]) =>
        unresolved(dataset, damaged, name, column, definition),
      ),
    );
  },
};

function unresolved(
  dataset: Dataset,
  damaged: ReadonlySet<TableName>,
  name: TableName,
  column: string,
  definition: Column,
): Problem[] {
  const targets = (definition.references ?? []).map(target);
  if (targets.length === 0 || targets.some((t) => damaged.has(t.table))) return [];
  const known = new Set(definition.wildcards);
  for (const t of targets) for (const row of rowsOf(dataset, t.table)) known.add(String(row[t.column]));
  const where = definition.references!.join(" or ");
  return rowsOf(dataset, name).flatMap((row) =>
    [row[column]]
      .flat()
      .map(String)
      .filter((got) => got !== "" && !known.has(got))
      .map((got) => {
        const remedy = `${didYouMean(got, known)} (names come from ${where})`;
        return problemAt(row, `${definition.header ?? column}: unknown name ${quote(got)}`, remedy);
      }),
  );
}

/** `demand_curves.curve` → table demandCurves, column curve */
function target(reference: string): { table: TableName; column: string } {
  const [stem, column] = reference.split(".");
  const table = tableNames.find((name) => tableStem(tables[name]) === stem);
  if (!table || !column || !(column in tables[table].columns)) throw new Error(`schema: no such column ${reference}`);
  return { table, column };
}
