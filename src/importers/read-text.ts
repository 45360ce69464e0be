import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Gathering } from "./gathering.ts";

/** Text of a small file: unpacked when gzipped, UTF-8 or else Windows-1252; or a problem in `into` and undefined. */
export function readText(path: string, into: Gathering): string | undefined {
  const fail = (message: string, remedy: string) => {
    into.fault({ file: path, row: 1 }, message, remedy);
    return undefined;
  };
  if (!existsSync(path)) return fail("no such file", "check the path");
  let bytes: Uint8Array = readFileSync(path);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      bytes = gunzipSync(bytes);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return fail(`the gzip file is damaged or cut short (${reason})`, "download it again");
    }
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    into.notes.push(`${path} is not UTF-8: read as Windows-1252`);
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
