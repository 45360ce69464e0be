import type { z } from "zod";
import { InputError, type Problem, readJsonTree, validateTree } from "../../dataset/index.ts";

type Path = readonly PropertyKey[];

/** Cases of a JSON file, and how to name a place in it. */
export interface CasesReading<T> {
  readonly cases: readonly T[];
  problem(path: Path, message: string, remedy: string): Problem;
}

/** As much as the command line reads of any input. */
const MOST_CHARACTERS = 20_000_000;

/**
 * Reads a JSON file with one case or a list of them, up to 20 million characters.
 * @param schema of the list under the key `cases`
 * @throws InputError with every problem at file:line:column
 */
export function readCases<T>(
  file: string,
  source: string,
  schema: z.ZodType<{ readonly cases: readonly T[] }>,
): CasesReading<T> {
  const text = source.replace(/^\uFEFF/, "");
  const stop = (message: string, remedy: string) => new InputError([{ file, line: 1, message, remedy }]);
  if (text.length > MOST_CHARACTERS)
    throw stop(
      `the file has ${text.length} characters, at most ${MOST_CHARACTERS} are read`,
      "split the cases into several files",
    );
  if (text.trim() === "")
    throw stop(
      "the file is empty",
      "write one case, or a list of them, as JSON; `monazite indicators list` says what a case holds",
    );
  const tree = readJsonTree(file, text);
  const list = tree.kind === "list" ? tree : ({ kind: "list", at: tree.at, items: [tree] } as const);
  const entries = new Map([["cases", { keyAt: tree.at, value: list }]]);
  const reading = validateTree({ kind: "map", at: tree.at, entries }, schema);
  return { cases: reading.value.cases, problem: reading.problem };
}
