/** Where a cursor stands in a YAML text: the keys above it, and what is being written there. */
export interface YamlPlace {
  /** keys from the top; an item of a list is 0 */
  readonly path: readonly (string | number)[];
  /** a key is written, or the value of the last key of `path` */
  readonly writes: "key" | "value";
  /** what is written of it so far */
  readonly begun: string;
  /** offset at which it begins */
  readonly from: number;
}

interface Open {
  readonly indent: number;
  readonly key: string | number;
}

const KEY = /^([\w$][\w.$-]*):(?=\s|$)/;

/**
 * Reads the place off the indentation, so that it works in a text that is not finished. Knows block maps and lists, and
 * `{ … }` and `[ … ]` within the line.
 */
export function yamlPlace(text: string, offset: number): YamlPlace {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  const lines = before.slice(0, lineStart).split("\n").slice(0, -1);
  const line = before.slice(lineStart);
  const open: Open[] = [];
  for (const earlier of lines) enter(open, earlier);
  const { rest, at } = enterLine(open, line);
  const inner = flowPlace(rest, at + lineStart);
  const path = [...open.map((o) => o.key), ...inner.path];
  return { path, writes: inner.writes, begun: inner.begun, from: inner.from };
}

/** Takes a finished line into account. */
function enter(open: Open[], line: string): void {
  if (/^\s*(#|$)/.test(line)) return;
  const { rest, at } = enterLine(open, line);
  const key = KEY.exec(rest);
  if (key) open.push({ indent: at, key: key[1]! });
}

/** Closes what a line's indentation closes and opens its list items; says what is left of it, and from which column. */
function enterLine(open: Open[], line: string): { rest: string; at: number } {
  let at = line.length - line.trimStart().length;
  let rest = line.slice(at);
  const isItem = /^-(\s|$)/.test(rest);
  while (open.length > 0 && closes(open.at(-1)!, at, isItem)) open.pop();
  while (/^-(\s|$)/.test(rest)) {
    open.push({ indent: at, key: 0 });
    const skip = rest.length - rest.slice(1).trimStart().length;
    at += skip;
    rest = rest.slice(skip);
  }
  return { rest, at };
}

/** A list may stand at the indentation of its key. */
function closes({ indent, key }: Open, at: number, isItem: boolean): boolean {
  return isItem && typeof key === "string" ? indent > at : indent >= at;
}

/** The place within what is left of a line. */
function flowPlace(rest: string, start: number): YamlPlace {
  const path: (string | number)[] = [];
  const closers: string[] = [];
  let from = 0;
  let writes: "key" | "value" = "key";
  let at = 0;
  const word = () => rest.slice(from, at).trim();
  for (; at < rest.length; at++) {
    const sign = rest[at]!;
    if (sign === '"' || sign === "'") {
      const end = rest.indexOf(sign, at + 1);
      at = end < 0 ? rest.length - 1 : end;
    } else if (sign === ":" && /\s|$/.test(rest[at + 1] ?? "")) {
      path.push(word());
      writes = "value";
      from = at + 1;
    } else if (sign === "{" || sign === "[") {
      closers.push(sign);
      if (sign === "[") path.push(0);
      writes = sign === "{" ? "key" : "value";
      from = at + 1;
    } else if (sign === "," && closers.length > 0) {
      if (closers.at(-1) === "{") path.pop();
      writes = closers.at(-1) === "{" ? "key" : "value";
      from = at + 1;
    } else if ((sign === "}" || sign === "]") && closers.length > 0) {
      if (closers.pop() === "[" || writes === "value") path.pop();
      from = at + 1;
    }
  }
  const begun = rest.slice(from).trimStart();
  return { path, writes, begun, from: start + rest.length - begun.length };
}
