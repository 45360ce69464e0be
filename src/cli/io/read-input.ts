import { existsSync, readFileSync, statSync } from "node:fs";
import { InputError } from "../../dataset/index.ts";

const MOST_BYTES = 20_000_000;

/** The text of a user's file, UTF-8. Errors: InputError that says what is wrong with the file as a whole. */
export function readInput(path: string): string {
  const fail = (message: string, remedy: string): never => {
    throw new InputError([{ file: path, line: 1, message, remedy }]);
  };
  if (!existsSync(path)) return fail("no such file", "check the path");
  const status = statSync(path);
  if (!status.isFile()) return fail("not a file", "name a file");
  if (status.size > MOST_BYTES)
    return fail(`the file has ${status.size} bytes, at most ${MOST_BYTES} are read`, "is this the right file?");
  const bytes = readFileSync(path);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return fail("the file is compressed (gzip)", "unpack it first");
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return fail("the file is UTF-16", "save it as UTF-8");
  if (bytes.includes(0)) return fail("the file is binary", "name a text file");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const line = firstBadLine(bytes);
    throw new InputError([
      {
        file: path,
        line,
        message: "the file is not UTF-8 (a spreadsheet saves windows-1252 at times)",
        remedy: "save it as CSV UTF-8",
      },
    ]);
  }
}

/** 1-based line of the first bytes that are no UTF-8. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (let at = 0; at <= bytes.length; at++) {
    if (at < bytes.length && bytes[at] !== 0x0a) continue;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, at));
    } catch {
      return line;
    }
    line += 1;
    start = at + 1;
  }
  return line;
}
