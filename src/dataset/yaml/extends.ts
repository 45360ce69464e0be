import { InputError } from "../problem.ts";
import { quote } from "../suggest.ts";
import { mergeMaps } from "./merge.ts";
import { readTree } from "./read-tree.ts";
import type { MapTree } from "./tree.ts";

const mostParents = 20;

/**
 * Reads a YAML file and what it `extends` (the name of a neighbour, or a relative path), parents first. The result has no
 * `extends` key.
 * @param path of the file, with `/` between folders
 * @param load text of the file at a path, or the tree it has been read into; throws if there is none
 * @param prepare what to make of each file before it is laid over its parent
 * @throws InputError for a parent that is missing, or one that leads back to itself, with the chain of names
 */
export function resolveExtends(
  path: string,
  load: (path: string) => string | MapTree,
  prepare: (tree: MapTree) => MapTree = (tree) => tree,
): MapTree {
  return withParents(normalPath(path), load(path), { load, prepare }, []);
}

interface Reading {
  readonly load: (path: string) => string | MapTree;
  readonly prepare: (tree: MapTree) => MapTree;
}

function withParents(path: string, text: string | MapTree, reading: Reading, children: readonly string[]): MapTree {
  const tree = reading.prepare(typeof text === "string" ? readTree(path, text) : text);
  const chain = [...children, path];
  const entry = tree.entries.get("extends");
  if (!entry) return tree;
  const at = entry.value.at;
  const stop = (message: string, remedy: string) => new InputError([{ ...at, message: `extends: ${message}`, remedy }]);
  const own: MapTree = { ...tree, entries: new Map([...tree.entries].filter(([key]) => key !== "extends")) };
  if (entry.value.kind !== "scalar" || typeof entry.value.value !== "string" || entry.value.value.trim() === "") {
    throw stop("expected the name of one scenario", "write extends: other-scenario");
  }
  const name = entry.value.value;
  const parent = parentPath(path, name);
  if (chain.includes(parent)) {
    throw stop(`goes in a circle: ${[...chain, parent].join(" → ")}`, "remove one of these extends");
  }
  if (chain.length > mostParents) throw stop(`more than ${mostParents} parents: ${chain.join(" → ")}`, "extend fewer");
  return mergeMaps(withParents(parent, loadParent(), reading, chain), own);

  function loadParent(): string | MapTree {
    try {
      return reading.load(parent);
    } catch (error) {
      const why = error instanceof InputError ? error.problems.map((p) => p.message).join(", ") : reasonOf(error);
      const via = children.length > 0 ? ` (${chain.join(" → ")})` : "";
      throw stop(
        `cannot read ${quote(name)} at ${parent}: ${why}${via}`,
        "correct the name, or add that file beside this one",
      );
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Where `extends: name` in a file points; `.yaml` is added when the name has no such ending. */
export function parentPath(path: string, name: string): string {
  const file = /\.ya?ml$/i.test(name) ? name : `${name}.yaml`;
  const slashed = file.replaceAll("\\", "/");
  if (slashed.startsWith("/") || /^[A-Za-z]:\//.test(slashed)) return normalPath(slashed);
  return normalPath(`${path.replaceAll("\\", "/").replace(/[^/]*$/, "")}${slashed}`);
}

/** Without `.` and with `..` taken back as far as it goes. */
function normalPath(path: string): string {
  const kept: string[] = [];
  for (const [i, part] of path.replaceAll("\\", "/").split("/").entries()) {
    if (part === "." || (part === "" && i > 0)) continue;
    if (part === ".." && kept.length > 0 && kept.at(-1) !== ".." && kept.at(-1) !== "") kept.pop();
    else kept.push(part);
  }
  return kept.join("/");
}
