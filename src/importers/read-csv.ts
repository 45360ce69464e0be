import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { CsvError, parse } from "csv-parse";
import { didYouMean, type Problem, quote } from "../dataset/index.ts";
import { EncodingFault, textDecoder } from "./decode.ts";
import type { Reject } from "./importer.ts";

/** What a publisher's CSV file must look like. */
export interface CsvShape {
  /** columns the importer needs, as the header spells them; others may come too and in any order */
  readonly columns: readonly string[];
  /** other sets of columns of other releases; the first that the header holds is taken */
  readonly otherColumns?: readonly (readonly string[])[];
  /** default `,` */
  readonly delimiter?: string;
  /** the publisher uses windows-1252 now and then */
  readonly windows1252?: boolean;
}

/** One row of a publisher's file. */
export interface SourceRow {
  readonly file: string;
  /** 1-based, the header counting as 1 */
  readonly row: number;
  /** by column name; all columns of the header */
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvReading {
  /** rows after the header, good or not */
  readonly rows: number;
  /** faults of the whole file; rows handed over before one of them must not be used */
  readonly problems: readonly Problem[];
  /** rows with too many or too few cells */
  readonly rejects: readonly Reject[];
}

/**
 * Streams a publisher's CSV file, plain or gzip (told by its first bytes), through csv-parse. Never throws for what is
 * in the file: faults come back as problems with the row reached.
 * @param onRow called for each row with as many cells as the header
 */
export async function readSourceCsv(
  path: string,
  shape: CsvShape,
  onRow: (row: SourceRow) => void,
): Promise<CsvReading> {
  const delimiter = shape.delimiter ?? ",";
  const problems: Problem[] = [];
  const rejects: Reject[] = [];
  let header: readonly string[] | undefined;
  let row = 0;
  const fault = (message: string, remedy: string) =>
    problems.push({ file: path, line: Math.max(row, 1), message, remedy });

  const take = (fields: string[]) => {
    if (problems.length > 0) return;
    row += 1;
    if (!header) {
      const known = (shape.otherColumns ?? []).some((columns) => columns.every((name) => fields.includes(name)));
      if (!known) problems.push(...checkHeader(path, fields, shape.columns, delimiter));
      header = fields;
      return;
    }
    const cells: Record<string, string> = {};
    for (let i = 0; i < header.length; i++) cells[header[i]!] = fields[i] ?? "";
    if (fields.length === header.length) return onRow({ file: path, row, cells });
    const message = `the row has ${fields.length} cells, the header has ${header.length}`;
    const problem = { file: path, line: row, message, remedy: "compare it with the publisher's file" };
    rejects.push({ file: path, row, cells, problem });
  };
  const parser = parse({ delimiter, relax_column_count: true, skip_empty_lines: true, on_record: (r) => void take(r) });

  try {
    await feed(path, shape.windows1252 ?? false, parser);
    if (!header && problems.length === 0)
      fault("the file is empty", `expected the header ${shape.columns.join(delimiter)}`);
    if (row === 1 && problems.length === 0) fault("no rows follow the header", "download it again");
  } catch (error) {
    if (problems.length > 0) return { rows: Math.max(row - 1, 0), problems, rejects };
    const { message, remedy } = explain(error, row);
    fault(message, remedy);
  }
  return { rows: Math.max(row - 1, 0), problems, rejects };
}

async function feed(path: string, windows1252: boolean, parser: ReturnType<typeof parse>): Promise<void> {
  const failed = new Promise<never>((_, reject) => parser.once("error", reject));
  const ended = new Promise<void>((resolve) => parser.once("end", resolve));
  failed.catch(() => {});
  parser.resume();
  const decode = textDecoder(windows1252);
  const pump = async () => {
    let dropMark = true;
    const give = async (text: string) => {
      if (text === "") return;
      const clean = dropMark && text.startsWith("\uFEFF") ? text.slice(1) : text;
      dropMark = false;
      if (!parser.write(clean)) await new Promise<void>((resolve) => parser.once("drain", resolve));
    };
    for await (const bytes of await bytesOf(path)) await give(decode(bytes as Uint8Array, false));
    await give(decode(new Uint8Array(0), true));
    parser.end();
    await ended;
  };
  await Promise.race([pump(), failed]);
}

/** The bytes of a file, unpacked where it begins as gzip does. */
async function bytesOf(path: string): Promise<AsyncIterable<unknown>> {
  const handle = await open(path);
  const start = Buffer.alloc(2);
  await handle.read(start, 0, 2, 0);
  await handle.close();
  const plain = createReadStream(path, { highWaterMark: 1 << 18 });
  if (start[0] !== 0x1f || start[1] !== 0x8b) return plain;
  const unpacked = createGunzip({ chunkSize: 1 << 18 });
  plain.once("error", (error) => unpacked.destroy(error));
  return plain.pipe(unpacked);
}

function explain(error: unknown, row: number): { message: string; remedy: string } {
  if (error instanceof EncodingFault) return error;
  if (error instanceof CsvError)
    return { message: error.message.split("\n")[0]!, remedy: "compare it with the publisher's file" };
  const { code = "", message } = error as Error & { readonly code?: string };
  if (code === "ENOENT") return { message: "no such file", remedy: "check the path" };
  if (code === "EISDIR") return { message: "is a folder", remedy: "name the publisher's file" };
  if (code === "Z_BUF_ERROR")
    return { message: `the gzip file is cut short: it ends after row ${row}`, remedy: "download it again" };
  if (code.startsWith("Z_"))
    return { message: `the gzip file is damaged after row ${row}`, remedy: "download it again" };
  if (code.startsWith("E")) return { message: `cannot be read (${message})`, remedy: "check the path and its rights" };
  throw error;
}

const DELIMITERS = { ",": "a comma", ";": "a semicolon", "\t": "a tab", "|": "a bar" } as const;
const nameOf = (delimiter: string) => (DELIMITERS as Record<string, string>)[delimiter] ?? quote(delimiter);

function checkHeader(file: string, fields: readonly string[], wanted: readonly string[], delimiter: string): Problem[] {
  const missing = wanted.filter((name) => !fields.includes(name));
  if (missing.length === 0) return [];
  const line = fields.join(delimiter);
  const other = Object.keys(DELIMITERS).find((d) => d !== delimiter && line.split(d).length >= wanted.length);
  if (other !== undefined && fields.length < wanted.length) {
    const message = `the header is separated by ${nameOf(other)}, expected ${nameOf(delimiter)}`;
    return [{ file, line: 1, message, remedy: `save the file with ${nameOf(delimiter)} between the cells` }];
  }
  const unknown = fields.filter((name) => !wanted.includes(name));
  const remedy = `the header must hold ${wanted.join(delimiter)}`;
  if (missing.length > MOST_MISSING)
    return [{ file, line: 1, message: `the header is ${quote(line)}: ${missing.length} columns are missing`, remedy }];
  return missing.map((name) => {
    const near = unknown.length > 0 ? didYouMean(name, unknown) : "";
    const got = near.startsWith("did you mean") ? `${near.slice("did you mean ".length, -1)} looks like it` : "";
    return { file, line: 1, message: `column ${quote(name)} is missing`, remedy: got || remedy };
  });
}

/** Where more are missing it is another file, and one line says so. */
const MOST_MISSING = 2;
