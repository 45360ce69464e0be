type Index = ReadonlyMap<unknown, readonly unknown[]>;

const indexes = new WeakMap<readonly unknown[], Map<PropertyKey, Index>>();
const NONE: readonly never[] = [];

/**
 * Rows of a table by the value of a column, in their order. A table is gone through once per column and then remembered:
 * it must not change afterwards.
 */
export function rowsWith<Row extends object, Column extends keyof Row>(
  rows: readonly Row[],
  column: Column,
  value: Row[Column],
): readonly Row[] {
  const known = indexes.get(rows) ?? new Map<PropertyKey, Index>();
  indexes.set(rows, known);
  const index = known.get(column) ?? indexOf(rows, column);
  known.set(column, index);
  return (index.get(value) ?? NONE) as readonly Row[];
}

function indexOf<Row extends object>(rows: readonly Row[], column: keyof Row): Index {
  const index = new Map<unknown, Row[]>();
  for (const row of rows) {
    const same = index.get(row[column]);
    if (same) same.push(row);
    else index.set(row[column], [row]);
  }
  return index;
}
