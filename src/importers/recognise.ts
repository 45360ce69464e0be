import { createReadStream, existsSync, statSync } from "node:fs";
import { createGunzip } from "node:zlib";
import type { Problem } from "../dataset/index.ts";
import { isGzip } from "./duckdb.ts";
import type { Importer } from "./importer.ts";

/**
 * A problem for every file that another importer knows by its header, or that is a workbook where this one takes text.
 * Files it cannot tell are left to the importer: nothing is thrown for what is in them.
 */
export async function ofOtherPublishers(
  importer: Importer,
  paths: readonly string[],
  importers: readonly Importer[],
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const path of paths) {
    const start = await startOf(path);
    const message = start === undefined ? undefined : otherThan(importer, start, path, importers);
    if (message !== undefined) problems.push({ file: path, line: 1, ...message });
  }
  return problems;
}

function otherThan(importer: Importer, start: string, path: string, importers: readonly Importer[]) {
  const { accepts } = importer;
  if (start.startsWith("PK\u0003\u0004")) {
    if (importer.headers.length === 0) return undefined;
    const workbooks = importers.filter(({ headers }) => headers.length === 0).map(({ id }) => id);
    const remedy = `${workbooks.join(", ")} take workbooks; ${importer.id} takes ${accepts}`;
    return { message: "this is a workbook or a zip archive, not CSV", remedy };
  }
  const line = start.replace(/^\uFEFF/, "").split(/\r?\n/, 1)[0]!;
  const columns = line.split(/[,;\t|]/).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  const knows = ({ headers }: Importer) => headers.some((header) => header.every((name) => columns.includes(name)));
  if (knows(importer)) return undefined;
  const others = importers.filter(knows);
  if (others.length === 0) return undefined;
  const commands = others.map(({ id }) => `monazite data import ${id} ${path}`).join(" or ");
  return { message: `this looks like a file for: ${commands}`, remedy: `${importer.id} takes ${accepts}` };
}

const ENOUGH_BYTES = 65_536;

/** The first bytes of a file, plain or gzip, as Latin-1; undefined where they cannot be read. */
async function startOf(path: string): Promise<string | undefined> {
  if (!existsSync(path) || !statSync(path).isFile()) return undefined;
  try {
    const plain = createReadStream(path, { end: ENOUGH_BYTES - 1 });
    const packed = await isGzip(path);
    const bytes = packed ? plain.pipe(createGunzip({ finishFlush: 2 })) : plain;
    let text = "";
    for await (const chunk of bytes) {
      text += (chunk as Buffer).toString("latin1");
      if (text.includes("\n") || text.length >= ENOUGH_BYTES) break;
    }
    return text;
  } catch {
    return undefined; // the importer says what is wrong with it
  }
}
