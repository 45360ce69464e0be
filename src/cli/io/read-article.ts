import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { relative } from "node:path";
import { InputError, quote } from "../../dataset/index.ts";
import { declaredIn, decoded, type Encoding, encodingNamed, isAscii, isPlainlyUtf8 } from "./encoding.ts";

export const MOST_ARTICLE_BYTES = 20_000_000;
const CHUNK = 1_000_000;
const NAME_IT = "save it as UTF-8, or name its character set, such as --encoding shift_jis, euc-jp or latin1";

/**
 * An article as text: UTF-8, UTF-16 with its mark, the character set an HTML page declares, or the one that is named.
 * @param path a file, or `-` for standard input; @param encoding the standard's name of a character set
 * Errors: InputError saying why it cannot be read.
 */
export function readArticleFile(path: string, encoding?: string): { readonly file: string; readonly text: string } {
  const near = relative(process.cwd(), path);
  const file = path === "-" ? "stdin" : near === "" || near.startsWith("..") ? path : near;
  const fail = (message: string, remedy: string): never => {
    throw new InputError([{ file, line: 1, message, remedy }]);
  };
  if (path !== "-") {
    if (!existsSync(path)) return fail("no such file", "name a text or HTML file, or - for standard input");
    const found = statSync(path);
    if (found.isDirectory()) return fail("a folder, not a file", "name a text or HTML file");
    if (found.size > MOST_ARTICLE_BYTES)
      return fail(`the file has ${found.size} bytes, ${MOST_ARTICLE_BYTES} are read`, "split it into articles");
  }
  const bytes = readAll(path, fail);
  if (bytes.length === 0) return fail("it is empty", "name a text or HTML file that has some text");
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return fail("the file is compressed (gzip)", "unpack it first");
  if (startsWith(bytes, "%PDF")) return fail("the file is a PDF", "save its text");
  if (startsWith(bytes, "PK\u0003\u0004"))
    return fail("the file is a zip archive or an office document", "save its text");
  const found = encodingOf(bytes, encoding);
  if ("unknown" in found)
    return fail(`the page says its character set is ${quote(found.unknown)}, which is none that is known`, NAME_IT);
  const { name, from, notEven } = found;
  if (!name.startsWith("utf-16") && bytes.includes(0)) return fail("the file is binary", "name a text or HTML file");
  try {
    return { file, text: decoded(bytes, name) };
  } catch {
    const says = from === "page" ? ", which the page says it is" : from === "option" ? ", as --encoding says" : "";
    const nor = notEven === undefined ? "" : `, nor ${notEven.toUpperCase()}, which the page says it is`;
    return fail(`the file is not ${name.toUpperCase()}${says}${nor}`, NAME_IT);
  }
}

function readAll(path: string, fail: (message: string, remedy: string) => never): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let handle = 0;
  try {
    handle = path === "-" ? 0 : openSync(path, "r");
    for (;;) {
      const chunk = new Uint8Array(CHUNK);
      const got = readChunk(handle, chunk);
      if (got === 0) break;
      chunks.push(chunk.subarray(0, got));
      size += got;
      if (size > MOST_ARTICLE_BYTES) break;
    }
  } catch (error) {
    return fail(`cannot be read (${error instanceof Error ? error.message : error})`, "check that you may read it");
  } finally {
    if (handle !== 0) closeSync(handle);
  }
  if (size > MOST_ARTICLE_BYTES)
    return fail(
      `there are more than ${MOST_ARTICLE_BYTES} bytes, which is the most that is read`,
      "split it into articles",
    );
  return Buffer.concat(chunks);
}

/** Standard input may have nothing yet (EAGAIN) or be closed (EOF). */
function readChunk(handle: number, chunk: Uint8Array): number {
  for (;;)
    try {
      return readSync(handle, chunk);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
}

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  [...text].every((c, i) => bytes[i] === c.charCodeAt(0));

/** The mark a file begins with, else what was named, else what the page says, else UTF-8. */
function encodingOf(bytes: Uint8Array, named: string | undefined): Encoding | { readonly unknown: string } {
  if (named !== undefined) return { name: named, from: "option" };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { name: "utf-16le", from: "mark" };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { name: "utf-16be", from: "mark" };
  const declared = declaredIn(bytes);
  if (declared === null || isPlainlyUtf8(bytes)) return { name: "utf-8", from: "default" };
  const name = encodingNamed(declared);
  if (name === null) return isAscii(bytes) ? { name: "utf-8", from: "default" } : { unknown: declared };
  // what says so in single bytes cannot be it
  if (name.startsWith("utf-16")) return { name: "utf-8", from: "default", notEven: name };
  return { name, from: "page" };
}
