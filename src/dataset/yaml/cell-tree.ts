import { InputError, type Problem } from "../problem.ts";
import { readTree } from "./read-tree.ts";
import type { Position, Tree } from "./tree.ts";

/**
 * A YAML value written in the cell of a table, every part said to be at its row. Undefined for one that cannot be read:
 * what is wrong is added to the problems, with the column's name before it.
 */
export function readCellTree(column: string, text: string, at: Position, problems: Problem[]): Tree | undefined {
  try {
    const { entries } = readTree(at.file, `value: ${text}\n`);
    if (entries.size === 1) return placedAt(entries.get("value")!.value, at);
    problems.push({ ...at, message: `${column}: got several values, expected one`, remedy: "write it on one line" });
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(
      ...error.problems.map(({ message, remedy }) => ({ ...at, message: `${column}: ${message}`, remedy })),
    );
    return undefined;
  }
}

/** The same values, all said to be written at one place. */
export function placedAt(tree: Tree, at: Position): Tree {
  switch (tree.kind) {
    case "scalar":
      return { ...tree, at };
    case "list":
      return { ...tree, at, items: tree.items.map((item) => placedAt(item, at)) };
    case "map": {
      const entries = [...tree.entries].map(([key, e]) => [key, { keyAt: at, value: placedAt(e.value, at) }] as const);
      return { ...tree, at, entries: new Map(entries) };
    }
    default:
      return tree satisfies never;
  }
}
