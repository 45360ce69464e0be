import type { z } from "zod";
import {
  InputError,
  type MapEntry,
  type MapTree,
  type Problem,
  quote,
  type Tree,
  validateTree,
} from "../dataset/index.ts";

/**
 * Reads parameters by their schema: numbers and true or false by their words, lists with commas between or given several
 * times. Errors: InputError with every parameter that is unknown, missing, given twice or wrong.
 */
export function readFields<T extends z.ZodObject>(
  where: "query" | "path",
  schema: T,
  given: Iterable<[string, string]>,
): z.output<T> {
  const words = new Map<string, string[]>();
  for (const [name, word] of given) words.set(name, [...(words.get(name) ?? []), word]);
  const problems: Problem[] = [];
  const entries = new Map<string, MapEntry>();
  for (const [name, several] of words) {
    const at = { file: `${where}.${shortened(name)}`, line: 1, column: 1 };
    const kind = Object.hasOwn(schema.shape, name) ? kindOf(schema.shape[name] as z.ZodType) : "string";
    if (several.length > 1 && kind !== "array")
      problems.push({ ...at, message: `given ${several.length} times`, remedy: "give it once" });
    const value: Tree =
      kind === "array"
        ? { kind: "list", at, items: several.flatMap(parts).map((value) => ({ kind: "scalar", at, value })) }
        : { kind: "scalar", at, value: scalarOf(several[0]!, kind) };
    entries.set(name, { keyAt: at, value });
  }
  const tree: MapTree = { kind: "map", at: { file: where, line: 1, column: 1 }, entries };
  try {
    const { value } = validateTree(tree, schema as unknown as z.ZodType<z.output<T>>);
    if (problems.length === 0) return value;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
  }
  throw new InputError(problems);
}

const parts = (list: string) => list.split(",").map((part) => part.trim());
const shortened = (name: string) => (/^[\w-]{1,40}$/.test(name) ? name : quote(name, 40));

/** What the schema wants, through what makes it optional. */
function kindOf(schema: z.ZodType): string {
  const { def } = schema as unknown as { def: { type: string; innerType?: z.ZodType } };
  return def.innerType === undefined ? def.type : kindOf(def.innerType);
}

function scalarOf(word: string, kind: string): string | number | boolean {
  if (kind === "number" && /^-?\d{1,15}(\.\d{1,15})?$/.test(word)) return Number(word);
  if (kind === "boolean" && (word === "true" || word === "false")) return word === "true";
  return word;
}
