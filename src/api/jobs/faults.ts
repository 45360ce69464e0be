import { InputError, type Problem } from "../../dataset/index.ts";
import type { Conflict } from "../../planning/conflicts.ts";
import { PolicyProblem } from "../../policy/problem.ts";
import { ApiProblem, problemOf, problemOfInput } from "../problem.ts";
import type { Fault } from "../work/task.ts";

/** Ways to point what a thread found back to the lines of the request. */
export interface Placed {
  readonly policies?: (error: PolicyProblem) => InputError;
  readonly rules?: (conflict: Conflict) => Omit<Problem, "message" | "remedy">;
}

/** What a thread could not do, as a problem. */
export function faultProblem(fault: Fault, placed: Placed, onFault: (error: unknown) => void): ApiProblem {
  switch (fault.kind) {
    case "input":
      return problemOfInput(new InputError(fault.problems));
    case "policy": {
      const error = new PolicyProblem(fault.problems);
      if (placed.policies) return problemOfInput(placed.policies(error));
      const problems = fault.problems.map(({ path, message }) => ({
        where: path.join("."),
        message,
        remedy: "correct it",
      }));
      return new ApiProblem("invalid-input", "The model cannot do this", problems);
    }
    case "conflict": {
      const remedy =
        fault.constraints.length === 1
          ? "no portfolio keeps it: loosen it or leave it out"
          : `no portfolio keeps these ${fault.constraints.length} together: loosen one of them or leave it out`;
      const at = (conflict: Conflict) => placed.rules?.(conflict) ?? { file: "plan", line: 1 };
      const problems = fault.constraints.map((c) => ({ ...at(c), message: c.words, remedy }));
      return problemOfInput(new InputError(problems));
    }
    case "model":
      return new ApiProblem("cannot-answer", "The model has no answer", [
        { where: "body", message: fault.message, remedy: "change the scenario or leave out what does not go together" },
      ]);
    case "program": {
      const error = new Error("a worker thread failed");
      error.name = fault.name;
      error.stack = `${fault.name}\n${fault.at}`;
      return problemOf(error, onFault);
    }
    default:
      return fault satisfies never;
  }
}

/** A computation that took longer than it may. */
export function timeIsUp(seconds: number): ApiProblem {
  const message = `it took longer than the ${seconds} s a computation may take here`;
  const remedy = "ask for fewer months or without the worth of measures, or use the command line, which has no limit";
  return new ApiProblem("took-too-long", "It took too long", [{ where: "server", message, remedy }]);
}

/** A thread that ended for want of memory, in words; any other error as it is. */
export function outOfMemory(error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error) || error.code !== "ERR_WORKER_OUT_OF_MEMORY") return error;
  const remedy = "ask for fewer months or candidates, or use the command line";
  return new ApiProblem("cannot-answer", "It needs more memory than a computation may have here", [
    { where: "server", message: "the computation ran out of memory", remedy },
  ]);
}
