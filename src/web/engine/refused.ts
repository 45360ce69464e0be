import { InputError } from "../../dataset/index.ts";
import { ClearingError } from "../../market/errors.ts";
import { PolicyProblem } from "../../policy/problem.ts";
import type { Failure, RefusedCode, WebProblem } from "./protocol.ts";

/** A wish that cannot be met. */
export class Refused extends Error {
  readonly code: RefusedCode;

  constructor(code: RefusedCode, message: string) {
    super(message);
    this.name = "Refused";
    this.code = code;
  }
}

/** Told of the problems of one input. */
const MOST_PROBLEMS = 200;

function input(problems: readonly WebProblem[]): Failure {
  return {
    kind: "input",
    problems: problems.slice(0, MOST_PROBLEMS),
    more: Math.max(0, problems.length - MOST_PROBLEMS),
  };
}

/** What is told of an error. */
export function failureOf(error: unknown): Failure {
  if (error instanceof InputError) return input(error.problems);
  if (error instanceof PolicyProblem)
    return input(
      error.problems.map(({ path, message }) => {
        const [what, ...remedies] = message.split("; ");
        const remedy = remedies.length > 0 ? remedies.join("; ") : "correct the scenario";
        return { file: path.join("."), line: 1, message: what!, remedy };
      }),
    );
  if (error instanceof Refused) return { kind: "refused", code: error.code, message: error.message };
  if (error instanceof ClearingError) return { kind: "refused", code: "no-clearing", message: error.message };
  return { kind: "internal", message: error instanceof Error ? error.message : String(error) };
}
