import type { z } from "zod";
import { InputError, type Problem, readYaml } from "../../dataset/index.ts";

type Path = readonly PropertyKey[];

/** Cases of a JSON file, and how to name a place in it. */
export interface CasesReading<T> {
  readonly cases: readonly T[];
  problem(path: Path, message: string, remedy: string): Problem;
}

/**
 * Reads a JSON file with one case or a list of them; by the YAML reader, which knows the place of every value and sees keys
 * that come twice, and which reads one top-level shape: so the text is wrapped, and the places are moved back.
 * @param schema of the wrapped text
 * @throws InputError with every problem at file:line:column
 */
export function readCases<T>(
  file: string,
  source: string,
  schema: z.ZodType<{ readonly cases: readonly T[] }>,
): CasesReading<T> {
  const text = source.replace(/^\uFEFF/, "");
  const remedy = "write one case, or a list of them, as JSON; `monazite indicators list` says what a case holds";
  if (text.trim() === "") throw new InputError([{ file, line: 1, message: "the file is empty", remedy }]);
  const before = text.trimStart().startsWith("[") ? '{"cases":' : '{"cases":[';
  const after = before.endsWith("[") ? "\n]}" : "\n}";
  const lines = text.trimEnd().split(/\r\n|\r|\n/);
  const moved = (problem: Problem): Problem => {
    // what is missing is missed only after the end
    if (problem.line > lines.length) return { ...problem, line: lines.length, column: lines.at(-1)!.length + 1 };
    if (problem.line > 1 || problem.column === undefined) return problem;
    return { ...problem, column: Math.max(1, problem.column - before.length) };
  };
  try {
    const reading = readYaml(file, before + text + after, schema);
    return {
      cases: reading.value.cases,
      problem: (path, message, what) => moved(reading.problem(path, message, what)),
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const broken = error.problems.find((p) => p.message.startsWith(NOT_YAML));
    if (!broken) throw new InputError(error.problems.map(moved));
    // what follows the first break of the syntax is its consequence
    const message = `not valid JSON${broken.message.slice(NOT_YAML.length)}`;
    const check = "look for a quote, comma or bracket that is missing there or just before";
    throw new InputError([moved({ ...broken, message, remedy: check })]);
  }
}

const NOT_YAML = "not valid YAML";
