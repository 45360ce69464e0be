/** A place in a file; all 1-based. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A parsed YAML value that remembers where it was written. */
export type Tree = MapTree | ListTree | ScalarTree;

export interface MapTree {
  readonly kind: "map";
  readonly at: Position;
  readonly entries: ReadonlyMap<string, MapEntry>;
}

export interface MapEntry {
  readonly keyAt: Position;
  readonly value: Tree;
}

export interface ListTree {
  readonly kind: "list";
  readonly at: Position;
  readonly items: readonly Tree[];
}

export interface ScalarTree {
  readonly kind: "scalar";
  readonly at: Position;
  readonly value: string | number | boolean | null;
}

export type Path = readonly PropertyKey[];

/** The values alone, as plain objects and arrays. */
export function plainOf(tree: Tree): unknown {
  switch (tree.kind) {
    case "scalar":
      return tree.value;
    case "list":
      return tree.items.map(plainOf);
    case "map":
      return Object.fromEntries([...tree.entries].map(([key, entry]) => [key, plainOf(entry.value)]));
    default:
      return tree satisfies never;
  }
}

/** The node at a path, or undefined when there is none. */
export function nodeAt(tree: Tree, path: Path): Tree | undefined {
  let node: Tree | undefined = tree;
  for (const step of path) node = childOf(node, step);
  return node;
}

/** Where the value at a path is written; for one that is missing, the key it should stand under. */
export function positionOf(tree: Tree, path: Path): Position {
  let node = tree;
  let key = tree.at;
  for (const step of path) {
    const child = childOf(node, step);
    if (!child) return key;
    key = node.kind === "map" ? node.entries.get(String(step))!.keyAt : child.at;
    node = child;
  }
  return node.at;
}

/** Where the last key of a path is written; falls back like {@link positionOf}. */
export function keyPositionOf(tree: Tree, path: Path): Position {
  const parent = nodeAt(tree, path.slice(0, -1));
  const entry = parent?.kind === "map" ? parent.entries.get(String(path.at(-1))) : undefined;
  return entry?.keyAt ?? positionOf(tree, path);
}

function childOf(node: Tree | undefined, step: PropertyKey): Tree | undefined {
  if (node?.kind === "map") return node.entries.get(String(step))?.value;
  if (node?.kind === "list") return node.items[Number(step)];
  return undefined;
}
