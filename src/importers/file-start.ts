import { createReadStream, existsSync, statSync } from "node:fs";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { isGzip } from "./duckdb.ts";
import type { Gathering } from "./gathering.ts";

/**
 * First line of a file, plain or gzip, and whether all of it is there; else a problem in `into` and undefined. A gzip
 * file is unpacked to its end, because DuckDB takes one that is cut short for a shorter file.
 */
export async function firstLine(path: string, into: Gathering): Promise<string | undefined> {
  const fail = (message: string, remedy: string, row = 1) => {
    into.fault({ file: path, row }, message, remedy);
    return undefined;
  };
  if (!existsSync(path)) return fail("no such file", "check the path");
  if (!statSync(path).isFile()) return fail("is not a file", "name the publisher's file");
  const chunks: Buffer[] = [];
  let rows = 0;
  let lineRead = false;
  const look = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!lineRead) {
        chunks.push(chunk);
        lineRead = chunk.includes(10);
      }
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows += 1;
      done();
    },
  });
  try {
    if (await isGzip(path))
      await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), createGunzip({ chunkSize: 1 << 18 }), look);
    else await pipeline(createReadStream(path, { end: 65_535 }), look);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "Z_BUF_ERROR")
      return fail(`the gzip file is cut short: it ends after row ${rows}`, "download it again", rows + 1);
    if (code.startsWith("Z_")) return fail(`the gzip file is damaged after row ${rows}`, "download it again", rows + 1);
    return fail(`cannot be read (${(error as Error).message})`, "check the path and its rights");
  }
  const start = Buffer.concat(chunks).toString("utf8");
  if (start.trim() === "") return fail("the file is empty", "download it again");
  if (start.includes("\0")) return fail("the file is not text in UTF-8", "unpack it, or save it as CSV in UTF-8");
  return start.replace(/^\uFEFF/, "").split(/\r?\n/, 1)[0]!;
}
