import { Buffer } from "node:buffer";
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { SweepChunk, SweepColumns } from "../simulation/draws/sweep.ts";
import { cannotWrite, PART } from "./atomic-write.ts";
import { drawTable, monthTable } from "./chunk-file.ts";
import { type RunFolder, readChunks } from "./run-folder.ts";

/** One row per draw (inputs and outcomes), or one per draw and month (series). */
export type ExportRows = "draws" | "months";

const tableOf: Record<ExportRows, (columns: SweepColumns, chunk: SweepChunk) => ColumnSource[]> = {
  draws: drawTable,
  months: monthTable,
};

/**
 * Writes all draws of a run as one CSV file (RFC 4180, shortest decimals that read back the same; NaN is an empty cell),
 * a chunk in memory at a time; the file appears when it is whole.
 * Errors: InputError when a chunk is missing or damaged; StoreError when the file cannot be written.
 */
export async function exportCsv(run: RunFolder, rows: ExportRows, path: string): Promise<void> {
  await writeStreamed(path, async (write) => {
    let isFirst = true;
    for await (const chunk of readChunks(run)) {
      const table = tableOf[rows](run.manifest.columns, chunk);
      const lines = isFirst ? [table.map(({ name }) => cell(name)).join(",")] : [];
      isFirst = false;
      const count = table[0]!.data.length;
      for (let row = 0; row < count; row++) lines.push(table.map(({ data }) => cell(data[row])).join(","));
      write(Buffer.from(`${lines.join("\n")}\n`));
    }
  });
}

function cell(value: unknown): string {
  if (typeof value === "number") return Number.isNaN(value) ? "" : String(value);
  const text = String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Writes all draws of a run as one Parquet file, a row group per chunk.
 * Errors: as {@link exportCsv}.
 */
export async function exportParquet(run: RunFolder, rows: ExportRows, path: string): Promise<void> {
  await writeStreamed(path, async (write) => {
    let writer: ParquetWriter | undefined;
    const buffer = new ByteWriter();
    const flush = () => {
      write(new Uint8Array(buffer.buffer, 0, buffer.index));
      buffer.index = 0; // `offset` goes on counting: it is the place in the file
    };
    for await (const chunk of readChunks(run)) {
      const columnData = tableOf[rows](run.manifest.columns, chunk);
      writer ??= new ParquetWriter({
        writer: buffer,
        schema: schemaFromColumnData({ columnData }),
        statistics: false,
        kvMetadata: unitsOf(run.manifest.columns, rows),
        createdBy: "monazite",
      });
      writer.write({ columnData, rowGroupSize: 1_000_000_000 });
      flush();
    }
    writer?.finish();
    flush();
  });
}

/** Title and unit of each column, for who opens the file alone. */
function unitsOf(columns: SweepColumns, rows: ExportRows): { key: string; value: string }[] {
  const infos = rows === "draws" ? [...columns.inputs, ...columns.outcomes] : columns.series;
  return [{ key: "monazite-columns", value: JSON.stringify(infos) }];
}

async function writeStreamed(path: string, body: (write: (bytes: Uint8Array) => void) => Promise<void>): Promise<void> {
  const draft = `${path}.${process.pid}${PART}`;
  const writing = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw cannotWrite(path, error);
    }
  };
  const file = writing(() => {
    mkdirSync(dirname(resolve(path)), { recursive: true });
    return openSync(draft, "w");
  });
  try {
    await body((bytes) => writing(() => writeAll(file, bytes)));
    writing(() => fsyncSync(file));
  } catch (error) {
    closeSync(file);
    rmSync(draft, { force: true });
    throw error;
  }
  closeSync(file);
  writing(() => renameSync(draft, path));
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
