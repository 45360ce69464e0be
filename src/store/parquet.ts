import { parquetMetadata, parquetRead } from "hyparquet";
import { type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";

type Values = ArrayLike<unknown>;

/** A column of float64 without nulls; NaN is a value. Plain encoding keeps every bit and is the quickest. */
export function required(name: string, data: Float64Array): ColumnSource {
  return { name, data, type: "DOUBLE", nullable: false, encoding: "PLAIN" };
}

/** One row group, no statistics, a writer's name without a version: nothing but the columns decides the bytes. */
export function writeTable(columnData: ColumnSource[]): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({ columnData, statistics: false, rowGroupSize: 1_000_000_000, createdBy: "monazite" }),
  );
}

/** A Parquet file's columns, whole. */
export interface ReadTable {
  readonly rows: number;
  column(name: string): Values;
  numbers(name: string): Float64Array;
}

/**
 * Reads the columns of a Parquet file, which must be exactly these, in this order.
 * Errors: Error saying what is not as expected.
 */
export async function readColumns(bytes: Uint8Array, names: readonly string[]): Promise<ReadTable> {
  const file = bytes.slice().buffer;
  const metadata = parquetMetadata(file);
  const found = metadata.schema.slice(1).map(({ name }) => name);
  const wrong = names.findIndex((name, i) => found[i] !== name);
  if (wrong >= 0 || found.length !== names.length)
    throw new Error(
      wrong >= 0
        ? `column ${wrong + 1}: got ${found[wrong] ?? "none"}, expected ${names[wrong]}`
        : `got ${found.length} columns, expected ${names.length}`,
    );
  const rows = Number(metadata.num_rows);
  const columns = new Map<string, Values>();
  await parquetRead({
    file,
    metadata,
    onChunk: ({ columnName, columnData, rowStart }) => {
      if (rowStart === 0) columns.set(columnName, columnData);
    },
  });
  const column = (name: string) => {
    const values = columns.get(name);
    if (values === undefined || values.length !== rows)
      throw new Error(`column ${name}: got ${values?.length ?? "no"} values, expected ${rows}`);
    return values;
  };
  return {
    rows,
    column,
    numbers(name) {
      const values = column(name);
      if (!(values instanceof Float64Array)) throw new Error(`column ${name}: expected float64`);
      return values;
    },
  };
}
