import { csvField, InputError } from "../../dataset/index.ts";
import { MOST_FILE_BYTES } from "./asks/exposure.ts";
import { Refused } from "./refused.ts";

/** Most bytes that a workbook may unpack to. */
const MOST_UNPACKED_BYTES = 100_000_000;

/**
 * The text of a table of the user's own: CSV as it is, the first sheet of an .xlsx workbook as CSV, row for row.
 * Errors: Refused for a file that is too large or no table at all; InputError for a workbook that cannot be read.
 */
export async function ownTable(fileName: string, bytes: ArrayBuffer): Promise<string> {
  const { byteLength } = bytes;
  if (byteLength > MOST_FILE_BYTES)
    throw new Refused("file-too-large", `the file has ${byteLength} bytes, ${MOST_FILE_BYTES} are allowed; split it`);
  const start = new Uint8Array(bytes, 0, Math.min(byteLength, 4096));
  if (begins(start, [0x50, 0x4b, 0x03, 0x04])) return workbookText(fileName, bytes);
  const kind = KNOWN.find(({ magic }) => begins(start, magic));
  if (kind) throw new Refused("not-a-table", `the file is ${kind.what}; save it as CSV or .xlsx`);
  const isUtf16 = begins(start, [0xff, 0xfe]) || begins(start, [0xfe, 0xff]);
  if (!isUtf16 && start.includes(0))
    throw new Refused("not-a-table", "the file is no text: it holds bytes of zero; save the table as CSV or .xlsx");
  return new TextDecoder("utf-8").decode(bytes);
}

const KNOWN = [
  { magic: [0xd0, 0xcf, 0x11, 0xe0], what: "an old Excel or Word file" },
  { magic: [0x25, 0x50, 0x44, 0x46], what: "a PDF" },
  { magic: [0x89, 0x50, 0x4e, 0x47], what: "an image (PNG)" },
  { magic: [0xff, 0xd8, 0xff], what: "an image (JPEG)" },
  { magic: [0x1f, 0x8b], what: "packed (gzip)" },
] as const;

function begins(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

async function workbookText(fileName: string, bytes: ArrayBuffer): Promise<string> {
  const [{ readSheet }, plain] = [await import("read-excel-file/universal"), await withoutPacking(fileName, bytes)];
  try {
    const rows: readonly (readonly unknown[])[] = await readSheet(new Blob([plain]));
    return `${rows.map((row) => row.map(cell).join(",")).join("\n")}\n`;
  } catch (error) {
    throw unreadable(fileName, error);
  }
}

/**
 * The workbook with its sheets unpacked. The reader would unpack large ones in workers made of text, which the page's
 * policy forbids; and nothing unpacks to more than it says, which is counted first.
 */
async function withoutPacking(fileName: string, bytes: ArrayBuffer): Promise<BlobPart> {
  const { unzipSync, zipSync } = await import("fflate");
  let unpacked = 0;
  try {
    const files = unzipSync(new Uint8Array(bytes), {
      filter({ name, originalSize }) {
        if (!/\.(xml|rels)$/.test(name)) return false;
        unpacked += originalSize;
        if (unpacked > MOST_UNPACKED_BYTES) throw tooLarge(unpacked);
        return true;
      },
    });
    return zipSync(files, { level: 0 }) as Uint8Array<ArrayBuffer>;
  } catch (error) {
    throw error instanceof Refused ? error : unreadable(fileName, error);
  }
}

function tooLarge(unpacked: number): Refused {
  const message = `the workbook unpacks to ${unpacked} bytes or more, ${MOST_UNPACKED_BYTES} are allowed`;
  return new Refused("file-too-large", message);
}

function unreadable(fileName: string, error: unknown): InputError {
  const message = `not a readable .xlsx workbook (${error instanceof Error ? error.message : error})`;
  return new InputError([{ file: fileName, line: 1, message, remedy: "save it again as .xlsx or as CSV" }]);
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  return csvField(
    value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === "number" ? value : String(value),
  );
}
