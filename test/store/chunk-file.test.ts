import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, describe, expect, test } from "vitest";
import { decodeChunk, encodeChunk } from "../../src/store/chunk-file.ts";
import { syntheticSweep, temporary } from "./synthetic.ts";

const { folder, clean } = temporary();
afterAll(clean);

const sweep = syntheticSweep();
const chunk = sweep.runChunk(10, 4);
const odd = [Number.NaN, -0, 5e-324, -Number.MAX_VALUE, Number.POSITIVE_INFINITY, 0.1 + 0.2, 1 / 3, 0];
const oddChunk = { ...chunk, outcomes: [Float64Array.from(odd.slice(0, 4)), Float64Array.from(odd.slice(4))] };
const bits = (values: Float64Array) => [...new BigUint64Array(values.buffer, values.byteOffset, values.length)];

describe("a chunk's files", () => {
  test("give every bit back: NaN, -0, the smallest and the largest", async () => {
    const back = await decodeChunk(sweep.columns, 10, encodeChunk(sweep.columns, oddChunk));
    expect({ firstDraw: back.firstDraw, draws: back.draws }).toEqual({ firstDraw: 10, draws: 4 });
    for (const kind of ["inputs", "outcomes", "series"] as const)
      expect(back[kind].map(bits)).toEqual(oddChunk[kind].map(bits));
  });

  test("are the same bytes for the same chunk", () => {
    expect(encodeChunk(sweep.columns, sweep.runChunk(10, 4))).toEqual(encodeChunk(sweep.columns, chunk));
  });

  test("are read by DuckDB, which knows nothing of the writer", async () => {
    const { draws, months } = encodeChunk(sweep.columns, oddChunk);
    writeFileSync(join(folder, "c.draws.parquet"), draws);
    writeFileSync(join(folder, "c.months.parquet"), months);
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const rows = async (query: string) => (await connection.runAndReadAll(query)).getRows();
    expect(await rows(`select draw, "valueAtRisk/JPN" from '${folder}/c.draws.parquet'`)).toEqual(
      odd.slice(0, 4).map((value, i) => [10 + i, value]),
    );
    expect(await rows(`select draw, month, "price/a/JPN" from '${folder}/c.months.parquet' limit 4`)).toEqual([
      [10, "2026-12", chunk.series[1]![0]],
      [10, "2027-01", chunk.series[1]![1]],
      [10, "2027-02", chunk.series[1]![2]],
      [11, "2026-12", chunk.series[1]![3]],
    ]);
  });

  test("of other columns, draws or months are refused, saying which", async () => {
    const encoded = encodeChunk(sweep.columns, chunk);
    const { columns } = sweep;
    const renamed = { ...columns, outcomes: columns.outcomes.map((c) => ({ ...c, id: `${c.id}x` })) };
    await expect(decodeChunk(renamed, 10, encoded)).rejects.toThrow(
      "column 4: got valueAtRisk/JPN, expected valueAtRisk/JPNx",
    );
    await expect(decodeChunk({ ...columns, outcomes: [] }, 10, encoded)).rejects.toThrow("got 5 columns, expected 3");
    await expect(decodeChunk(columns, 11, encoded)).rejects.toThrow("row 1: got draw 10, expected 11");
    const later = { ...columns, months: ["2027-01", "2027-02", "2027-03"] };
    await expect(decodeChunk(later, 10, encoded)).rejects.toThrow("got draw 10, month 2026-12, expected month 2027-01");
    const longer = { ...columns, months: [...columns.months, "2027-03"] };
    await expect(decodeChunk(longer, 10, encoded)).rejects.toThrow(
      "got 12 rows of months, expected 4 draws × 4 months",
    );
  });
});
