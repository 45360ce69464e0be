import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from "yaml";
import { InputError, type Problem } from "../problem.ts";
import { quote } from "../suggest.ts";
import { isNestedDeeperThan } from "./nesting.ts";
import type { ListTree, MapEntry, MapTree, Position, ScalarTree, Tree } from "./tree.ts";

/** Longest YAML text that is read at all; a scenario has a few kilobytes. */
export const MOST_YAML_BYTES = 1_000_000;
const mostNodes = 50_000; // after aliases are written out: a "billion laughs" file stops here
const mostLevels = 40;

/**
 * Parses one YAML document whose root is a map, without custom tags. Throws InputError with every fault of the text:
 * too long, bad syntax, several documents, keys that come twice, aliases that multiply, unknown tags.
 */
export function readTree(file: string, text: string): MapTree {
  const stop = (message: string, remedy: string) => new InputError([{ file, line: 1, column: 1, message, remedy }]);
  if (text.length > MOST_YAML_BYTES) {
    const message = `the text has ${text.length} characters, more than the ${MOST_YAML_BYTES} allowed`;
    throw stop(message, "check that this is the right file");
  }
  if (isNestedDeeperThan(mostLevels, text)) {
    throw stop(`nested more than ${mostLevels} levels deep`, "write a flatter file; check colons, dashes and brackets");
  }
  const lines = new LineCounter();
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  } catch (error) {
    throw stop(`not readable as YAML (${error instanceof Error ? error.message : error})`, "check its syntax");
  }
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const faults = [...document.errors, ...document.warnings].map((fault): Problem => {
    const several = fault.code === "MULTIPLE_DOCS";
    const message = several ? "a second document starts here" : `not valid YAML: ${firstLine(fault.message)}`;
    return { ...place(fault.pos[0]), message, remedy: several ? "keep one document per file" : remedyFor(fault.code) };
  });
  if (faults.length > 0) throw new InputError(faults);
  if (!isMap(document.contents)) {
    const at = document.contents?.range ? place(document.contents.range[0]) : { file, line: 1, column: 1 };
    const got = document.contents === null ? "nothing" : isSeq(document.contents) ? "a list" : "a single value";
    throw new InputError([
      { ...at, message: `got ${got}, expected keys with values`, remedy: "write lines such as title: …" },
    ]);
  }
  return new TreeBuilder(document, place).build();
}

class TreeBuilder {
  readonly #document: Document.Parsed;
  readonly #place: (offset: number) => Position;
  readonly #problems: Problem[] = [];
  #nodes = 0;

  constructor(document: Document.Parsed, place: (offset: number) => Position) {
    this.#document = document;
    this.#place = place;
  }

  build(): MapTree {
    const contents = this.#document.contents as Node;
    const tree = this.#tree(contents, 0, this.#at(contents)) as MapTree;
    if (this.#problems.length > 0) throw new InputError(this.#problems);
    return tree;
  }

  #at(node: Node): Position {
    return this.#place(node.range?.[0] ?? 0);
  }

  #tree(node: Node | null, level: number, parentAt: Position): Tree {
    this.#nodes += 1;
    const at = node?.range ? this.#at(node) : parentAt;
    if (this.#nodes > mostNodes) throw this.#stop(at, "the document is too large once its aliases are written out");
    if (level > mostLevels) throw this.#stop(at, "the document is nested too deeply (or an alias contains itself)");
    if (isAlias(node)) return { ...this.#tree(this.#anchored(node.source, at), level + 1, at), at };
    if (isMap(node)) return this.#map(node.items, level, at);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.#tree(item as Node | null, level + 1, at));
      return { kind: "list", at, items } satisfies ListTree;
    }
    return { kind: "scalar", at, value: isScalar(node) ? this.#scalar(node.value, at) : null } satisfies ScalarTree;
  }

  #map(pairs: readonly { key: unknown; value: unknown }[], level: number, at: Position): MapTree {
    const entries = new Map<string, MapEntry>();
    for (const pair of pairs) {
      const keyNode = pair.key as Node | null;
      const keyAt = keyNode?.range ? this.#at(keyNode) : at;
      const key = isScalar(keyNode) && keyNode.value !== null ? String(keyNode.value) : undefined;
      const first = key === undefined ? undefined : entries.get(key);
      const value = this.#tree(pair.value as Node | null, level + 1, keyAt);
      if (key === undefined || key === "__proto__") {
        this.#fault(keyAt, "a key must be a plain word", "use letters, digits and -");
      } else if (first) {
        this.#fault(keyAt, `key ${quote(key)} comes twice (first on line ${first.keyAt.line})`, "remove or rename one");
      } else {
        entries.set(key, { keyAt, value });
      }
    }
    return { kind: "map", at, entries };
  }

  #scalar(value: unknown, at: Position): ScalarTree["value"] {
    if (value === null || typeof value === "string" || typeof value === "boolean") return value;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    this.#fault(
      at,
      `got ${quote(String(value))}, expected a finite number, text, true, false or null`,
      "write a number",
    );
    return null;
  }

  #anchored(name: string, at: Position): Node | null {
    const alias = this.#anchors().get(name);
    if (alias === undefined) throw this.#stop(at, `no anchor &${name} is defined`);
    return alias;
  }

  #anchorsByName: Map<string, Node> | undefined;
  #anchors(): Map<string, Node> {
    if (this.#anchorsByName) return this.#anchorsByName;
    const found = new Map<string, Node>();
    const open: unknown[] = [this.#document.contents];
    while (open.length > 0) {
      const node = open.pop();
      if ((isScalar(node) || isCollection(node)) && node.anchor) {
        if (found.has(node.anchor)) throw this.#stop(this.#at(node), `anchor &${node.anchor} is defined twice`);
        found.set(node.anchor, node);
      }
      if (isMap(node)) for (const pair of node.items) open.push(pair.value, pair.key);
      else if (isSeq(node)) open.push(...node.items);
    }
    this.#anchorsByName = found;
    return found;
  }

  #fault(at: Position, message: string, remedy: string): void {
    this.#problems.push({ ...at, message, remedy });
  }

  #stop(at: Position, message: string): InputError {
    return new InputError([...this.#problems, { ...at, message, remedy: "write the values out instead" }]);
  }
}

function remedyFor(code: string): string {
  if (code === "TAB_AS_INDENT") return "indent with spaces";
  if (code === "TAG_RESOLVE_FAILED") return "leave the tag (!…) out";
  if (code === "BAD_INDENT") return "line it up with its neighbours";
  return "check quotes, colons and indentation here";
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? text;
}
