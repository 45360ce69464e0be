import type { z } from "zod";
import { InputError, type Problem, sortProblems } from "../problem.ts";
import { resolveExtends } from "./extends.ts";
import { problemsOfIssues } from "./issues.ts";
import { readTree } from "./read-tree.ts";
import { keyPositionOf, type MapTree, type Path, type Position, plainOf, positionOf } from "./tree.ts";

export { placedAt, readCellTree } from "./cell-tree.ts";
export { parentPath, resolveExtends } from "./extends.ts";
export { mergeMaps } from "./merge.ts";
export { MOST_YAML_BYTES, readTree } from "./read-tree.ts";
export { fieldsAt, wordsAt } from "./schema-at.ts";
export type { MapEntry, MapTree, Path, Position, Tree } from "./tree.ts";
export { nodeAt, plainOf, positionOf } from "./tree.ts";

/** A validated YAML value that can still say where each part was written. */
export interface YamlReading<T> {
  readonly value: T;
  /** of the value at a path; for one that is missing, of the nearest key above it */
  positionOf(path: Path): Position;
  /** of the key that ends a path */
  keyPositionOf(path: Path): Position;
  /** a problem at a path, for checks the schema cannot make */
  problem(path: Path, message: string, remedy: string): Problem;
}

/**
 * Reads one YAML text and validates it.
 * @throws InputError with every problem at file:line:column
 */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): YamlReading<T> {
  return validateTree(readTree(file, text), schema);
}

/**
 * Reads a scenario with all it `extends`; see {@link resolveExtends} for how parents are found and laid under.
 * @throws InputError with every problem at the file:line:column it was written, in whichever file of the chain
 */
export function loadScenarioYaml<T>(
  path: string,
  schema: z.ZodType<T>,
  load: (path: string) => string,
): YamlReading<T> {
  return validateTree(resolveExtends(path, load), schema);
}

/** What a check beyond the schema finds at a path. */
export interface FoundAt {
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
}

/**
 * Validates a tree against a schema.
 * @param also finds more in the value as written; told together with what the schema finds, except at the same place
 */
export function validateTree<T>(
  tree: MapTree,
  schema: z.ZodType<T>,
  also: (value: unknown) => readonly FoundAt[] = () => [],
): YamlReading<T> {
  const value = plainOf(tree);
  const result = schema.safeParse(value);
  const problems = result.success ? [] : problemsOfIssues(result.error.issues, { schema, tree, value });
  const place = (p: Position) => `${p.file}:${p.line}:${p.column}`;
  const places = new Set(problems.map((p) => place({ ...p, column: p.column ?? 1 })));
  const more = also(value).map(({ path, ...problem }) => ({ ...positionOf(tree, path), ...problem }));
  problems.push(...more.filter((p) => !places.has(place(p))));
  if (!result.success || problems.length > 0) throw new InputError(sortProblems(problems));
  return {
    value: result.data,
    positionOf: (path) => positionOf(tree, path),
    keyPositionOf: (path) => keyPositionOf(tree, path),
    problem: (path, message, remedy) => ({ ...positionOf(tree, path), message, remedy }),
  };
}
