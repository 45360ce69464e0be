import { existsSync, readFileSync, statSync } from "node:fs";
import { relative } from "node:path";
import { InputError } from "../../dataset/index.ts";

const MOST_BYTES = 20_000_000;

/**
 * The text of a user's own file, decoded as UTF-8 (what is no UTF-8 becomes U+FFFD, which its reader reports by row).
 * Errors: InputError saying why it cannot be read.
 */
export function readOwnFile(path: string): { file: string; text: string } {
  const near = relative(process.cwd(), path);
  const file = near === "" || near.startsWith("..") ? path : near;
  const fail = (message: string, remedy: string): never => {
    throw new InputError([{ file, line: 1, message, remedy }]);
  };
  if (!existsSync(path)) return fail("no such file", "name a bill of materials; examples/bom.csv is a template");
  const found = statSync(path);
  if (!found.isFile()) return fail("not a file", "name a bill of materials; examples/bom.csv is a template");
  if (found.size > MOST_BYTES) return fail(`the file has ${found.size} bytes, ${MOST_BYTES} are allowed`, "split it");
  try {
    return { file, text: readFileSync(path, "utf8") };
  } catch (error) {
    return fail(`cannot be read (${error instanceof Error ? error.message : error})`, "check that you may read it");
  }
}
