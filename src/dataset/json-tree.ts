import { InputError, type Problem } from "./problem.ts";
import { quote } from "./suggest.ts";
import type { MapEntry, Position, Tree } from "./yaml/tree.ts";

const MOST_LEVELS = 40;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const WORD = /[^\s,:[\]{}"]+|[\s\S]/y;
const CONTROL = /[^ -\uffff]/;
const LITERALS = new Map<string, boolean | null>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/**
 * Reads a JSON text (RFC 8259) and remembers where every value stands. `JSON.parse` tells neither places nor keys that
 * come twice, and the YAML reader takes 0.5 s and 120 MB for a megabyte; this one is linear.
 * @throws InputError with the first break of the syntax, or with every key that comes twice and every number too large
 */
export function readJsonTree(file: string, text: string): Tree {
  return new JsonReader(file, text).read();
}

class JsonReader {
  readonly #file: string;
  readonly #text: string;
  readonly #problems: Problem[] = [];
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  read(): Tree {
    const tree = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) throw this.#broken("the end of the text");
    if (this.#problems.length > 0) throw new InputError(this.#problems);
    return tree;
  }

  #value(level: number): Tree {
    this.#space();
    const at = this.#place();
    const first = this.#text[this.#at];
    if (level > MOST_LEVELS) {
      const message = `nested more than ${MOST_LEVELS} levels deep`;
      throw new InputError([{ ...at, message, remedy: "write a flatter file; check the brackets" }]);
    }
    if (first === "{") return { kind: "map", at, entries: this.#map(level, at) };
    if (first === "[") {
      const items: Tree[] = [];
      this.#each("]", () => void items.push(this.#value(level + 1)));
      return { kind: "list", at, items };
    }
    if (first === '"') return { kind: "scalar", at, value: this.#string() };
    const digits = this.#match(NUMBER);
    if (digits !== undefined) {
      this.#at += digits.length;
      const value = Number(digits);
      if (!Number.isFinite(value))
        this.#problems.push({ ...at, message: `${digits} is too large`, remedy: "check it" });
      return { kind: "scalar", at, value };
    }
    const word = this.#match(WORD) ?? "";
    const literal = LITERALS.get(word);
    if (literal === undefined) throw this.#broken("a value");
    this.#at += word.length;
    return { kind: "scalar", at, value: literal };
  }

  #map(level: number, at: Position): Map<string, MapEntry> {
    const entries = new Map<string, MapEntry>();
    this.#each("}", () => {
      const keyAt = this.#place();
      if (this.#text[this.#at] !== '"') throw this.#broken("a key in double quotes");
      const key = this.#string();
      this.#space();
      if (this.#text[this.#at] !== ":") throw this.#broken('":" after a key');
      this.#at += 1;
      const value = this.#value(level + 1);
      const before = entries.get(key);
      if (key === "__proto__")
        this.#problems.push({ ...keyAt, message: `${quote(key)} cannot be a key`, remedy: "rename it" });
      else if (before)
        this.#problems.push({
          ...keyAt,
          message: `key ${quote(key)} comes twice (first on line ${before.keyAt.line})`,
          remedy: `remove or rename one; they belong to what opens on line ${at.line}`,
        });
      else entries.set(key, { keyAt, value });
    });
    return entries;
  }

  /** Items between brackets, from the opening one; commas part them and none follows the last. */
  #each(close: string, item: () => void): void {
    this.#at += 1;
    this.#space();
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      item();
      this.#space();
      const next = this.#text[this.#at];
      if (next !== "," && next !== close) throw this.#broken(`"," or "${close}"`);
      this.#at += 1;
      if (next === close) return;
      this.#space();
      if (this.#text[this.#at] === close) throw this.#broken(`no comma before "${close}"`);
    }
  }

  #string(): string {
    let end = this.#text.indexOf('"', this.#at + 1);
    while (end >= 0 && this.#isEscaped(end)) end = this.#text.indexOf('"', end + 1);
    const raw = this.#text.slice(this.#at, end < 0 ? undefined : end + 1);
    const control = CONTROL.exec(raw);
    if (control) this.#at += control.index;
    else if (end < 0) this.#at = this.#text.length;
    if (control || end < 0) throw this.#broken('the " that closes the text');
    try {
      const value = raw.includes("\\") ? (JSON.parse(raw) as string) : raw.slice(1, -1);
      this.#at = end + 1;
      return value;
    } catch {
      throw this.#broken("text whose backslashes are escapes of JSON");
    }
  }

  #isEscaped(quoteAt: number): boolean {
    let before = quoteAt;
    while (this.#text[before - 1] === "\\") before -= 1;
    return (quoteAt - before) % 2 === 1;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0];
  }

  #space(): void {
    for (;;) {
      const char = this.#text[this.#at];
      if (char !== " " && char !== "\t" && char !== "\n" && char !== "\r") return;
      this.#at += 1;
      if (char === "\n" || (char === "\r" && this.#text[this.#at] !== "\n")) {
        this.#line += 1;
        this.#lineStart = this.#at;
      }
    }
  }

  #place(): Position {
    return { file: this.#file, line: this.#line, column: this.#at - this.#lineStart + 1 };
  }

  #broken(expected: string): InputError {
    const word = this.#match(WORD);
    const got = word === undefined ? "the end of the file" : quote(word, 20);
    const remedy = "look for a quote, comma or bracket that is missing or too many there or just before";
    const message = `not valid JSON: got ${got}, expected ${expected}`;
    return new InputError([...this.#problems, { ...this.#place(), message, remedy }]);
  }
}
