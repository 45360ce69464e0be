import type { ColumnSource } from "hyparquet-writer";
import type { SweepChunk, SweepColumns } from "../simulation/draws/sweep.ts";
import { readColumns, required, writeTable } from "./parquet.ts";

/** A chunk as the bytes of its two Parquet files: one row per draw, and one per draw and month. */
export interface EncodedChunk {
  readonly draws: Uint8Array;
  readonly months: Uint8Array;
}

/** Columns that say which row it is, before those with values. */
export const DRAW = "draw";
export const MONTH = "month";

/**
 * A chunk as two Parquet files: `draws` with draw (0-based), inputs and outcomes; `months` with draw, month (2027-01)
 * and series; all values float64. Equal chunks have equal bytes.
 */
export function encodeChunk(columns: SweepColumns, chunk: SweepChunk): EncodedChunk {
  return { draws: writeTable(drawTable(columns, chunk)), months: writeTable(monthTable(columns, chunk)) };
}

/** Columns of the table with one row per draw. */
export function drawTable(columns: SweepColumns, { firstDraw, draws, inputs, outcomes }: SweepChunk): ColumnSource[] {
  return [
    whole(DRAW, draws, (row) => firstDraw + row),
    ...columns.inputs.map(({ id }, c) => required(id, inputs[c]!)),
    ...columns.outcomes.map(({ id }, c) => required(id, outcomes[c]!)),
  ];
}

/** Columns of the table with one row per draw and month. */
export function monthTable(columns: SweepColumns, { firstDraw, draws, series }: SweepChunk): ColumnSource[] {
  const months = columns.months.length;
  const rows = draws * months;
  return [
    whole(DRAW, rows, (row) => firstDraw + Math.floor(row / months)),
    {
      name: MONTH,
      data: Array.from({ length: rows }, (_, row) => columns.months[row % months]!),
      type: "STRING",
      nullable: false,
    },
    ...columns.series.map(({ id }, c) => required(id, series[c]!)),
  ];
}

function whole(name: string, length: number, valueAt: (row: number) => number): ColumnSource {
  return { name, data: Int32Array.from({ length }, (_, row) => valueAt(row)), type: "INT32", nullable: false };
}

/**
 * The chunk of two files' bytes.
 * Errors: Error saying which column or row is not as the columns and the first draw want it.
 */
export async function decodeChunk(
  columns: SweepColumns,
  firstDraw: number,
  encoded: EncodedChunk,
): Promise<SweepChunk> {
  const names = [...columns.inputs, ...columns.outcomes].map(({ id }) => id);
  const perDraw = await readColumns(encoded.draws, [DRAW, ...names]);
  const perMonth = await readColumns(encoded.months, [DRAW, MONTH, ...columns.series.map(({ id }) => id)]);
  const draws = perDraw.rows;
  if (perMonth.rows !== draws * columns.months.length)
    throw new Error(`got ${perMonth.rows} rows of months, expected ${draws} draws × ${columns.months.length} months`);
  const drawAt = perDraw.column(DRAW);
  const monthDraw = perMonth.column(DRAW);
  const month = perMonth.column(MONTH);
  for (let i = 0; i < draws; i++)
    if (drawAt[i] !== firstDraw + i) throw new Error(`row ${i + 1}: got draw ${drawAt[i]}, expected ${firstDraw + i}`);
  for (let i = 0; i < perMonth.rows; i++) {
    const expected = columns.months[i % columns.months.length];
    if (monthDraw[i] !== firstDraw + Math.floor(i / columns.months.length) || month[i] !== expected)
      throw new Error(
        `row ${i + 1} of months: got draw ${monthDraw[i]}, month ${month[i]}, expected month ${expected}`,
      );
  }
  return {
    firstDraw,
    draws,
    inputs: columns.inputs.map(({ id }) => perDraw.numbers(id)),
    outcomes: columns.outcomes.map(({ id }) => perDraw.numbers(id)),
    series: columns.series.map(({ id }) => perMonth.numbers(id)),
  };
}
