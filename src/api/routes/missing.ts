import { InputError } from "../../dataset/index.ts";
import { ApiProblem, problemOfInput } from "../problem.ts";
import type { Answer } from "../route.ts";
import { problem } from "../shapes/common.ts";

export const missing: Answer = {
  description: "There is no such thing; the nearest name is told",
  content: { "application/problem+json": problem },
};

export const busy: Answer = {
  description: "Too many computations already; ask again later",
  content: { "application/problem+json": problem },
  headers: { "retry-after": "seconds" },
};

export const unanswerable: Answer = {
  description: "The model has no answer, or it took too long",
  content: { "application/problem+json": problem },
};

/** Looks something up by a name in the path: an unknown one is no mistake of the form but a thing that is not there. */
export function found<T>(look: () => T): T {
  try {
    return look();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const problems = problemOfInput(error).document.problems.map(({ where: _, line: __, column: ___, ...rest }) => ({
      where: "path",
      ...rest,
    }));
    throw new ApiProblem("not-found", "There is no such thing", problems);
  }
}
