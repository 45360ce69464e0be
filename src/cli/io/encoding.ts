import { windows1252Text } from "../../importers/decode.ts";

/** A character set as its standard names it, and how it is known. */
export interface Encoding {
  /** of the WHATWG encoding standard: utf-8, shift_jis, euc-jp, windows-1252 (which Latin-1 pages are read as) … */
  readonly name: string;
  readonly from: "option" | "mark" | "page" | "default";
  /** what the page says it is although it is said in single bytes */
  readonly notEven?: string;
}

/** The standard's name of a character set by any of its labels ("sjis", "Latin1"); null where there is none. */
export function encodingNamed(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** How far into a page its declaration is looked for; old pages have long comments before it. */
const LOOK_AT = 4_096;
const DECLARED =
  /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w:-]{3,20})|^\s*<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([\w:-]{3,20})["']/i;

/**
 * What a page says its character set is, as it is written there (`meta charset`, `http-equiv`, the XML line); else null.
 * What stands in a comment says nothing.
 */
export function declaredIn(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, LOOK_AT)).replace(/<!--[\s\S]*?(?:-->|$)/g, " ");
  const found = DECLARED.exec(start);
  return found?.[1] ?? found?.[2] ?? null;
}

/**
 * The text of bytes in a character set.
 * @throws TypeError for bytes that cannot be in it, RangeError where this Node does not know it
 */
export function decoded(bytes: Uint8Array, name: string): string {
  // Node's own windows-1252 reads € and quotation marks as control characters in some releases
  return name === "windows-1252" ? windows1252Text(bytes) : new TextDecoder(name, { fatal: true }).decode(bytes);
}

/** Nothing beyond ASCII. */
export const isAscii = (bytes: Uint8Array): boolean => bytes.every((b) => b < 0x80);

/** A page saved anew as UTF-8 keeps its old declaration: text beyond ASCII that is UTF-8 throughout is nothing else. */
export function isPlainlyUtf8(bytes: Uint8Array): boolean {
  if (isAscii(bytes)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
